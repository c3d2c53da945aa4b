import type { Draft, Faulty } from '../../lib/settings/draft.ts';
import * as a from '../../lib/settings/values.ts';
import type { LoginCodeStackProps } from '../stack/stack.ts';
import type { StackReader } from './reader.ts';

type RolloutProps = Pick<
  LoginCodeStackProps,
  'heartbeat' | 'reservedConcurrency' | 'rollout' | 'provisionedConcurrency'
>;

/** How new versions take over, and what that needs. */
export function readRollout({ optional, complain }: StackReader): Draft<RolloutProps> {
  const heartbeat = optional('heartbeat', a.trueOrFalse);
  const rollout = optional('rollout', a.oneOf('canary', 'all-at-once'));
  if (rollout === 'canary' && heartbeat === false) {
    complain('rollout', 'canary signs in as the heartbeat: it needs heartbeat to be true');
  }
  const reservedConcurrency = optional('reservedConcurrency', copies);
  // Lambda provisions out of what is reserved.
  const provisionedConcurrency = optional('provisionedConcurrency', a.integer(1, mostOf(reservedConcurrency)));
  return { heartbeat, rollout, reservedConcurrency, provisionedConcurrency };
}

const maxCopies = 100_000;
const copies = a.integer(1, maxCopies);

const mostOf = (reserved: number | Faulty | undefined): number => (typeof reserved === 'number' ? reserved : maxCopies);
