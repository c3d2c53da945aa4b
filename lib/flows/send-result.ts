import type { Issued, StoredChallenge } from '../core/challenge.ts';
import type { ChallengeId } from '../core/challenge-id.ts';
import type { Quota } from '../core/limits.ts';
import type { Delivery } from '../core/message.ts';
import type { Channel, Target } from '../core/target.ts';
import type { Millis } from '../core/time.ts';
import type { Throttled } from './count-hit.ts';

interface Sent {
  readonly outcome: 'sent';
  readonly target: Target;
  readonly lifetime: Millis;
  readonly challengeId: ChallengeId;
  readonly callerQuotas: readonly Quota[];
}

interface Unknown {
  readonly outcome: 'unknown';
  readonly challengeId: ChallengeId;
}

export type SendResult =
  | Sent
  | Unknown
  | Throttled
  | { readonly outcome: 'unsupported'; readonly channel: Channel }
  | { readonly outcome: 'not-sent' }
  /** Nothing was counted or sent: the first answer again. */
  | { readonly outcome: 'repeated'; readonly first: Sent | Unknown };

export function resultOf(
  delivery: Delivery,
  target: Target,
  { id, lifetime }: Pick<Issued, 'id' | 'lifetime'>,
  callerQuotas: readonly Quota[],
): SendResult {
  switch (delivery) {
    case 'sent':
      return { outcome: 'sent', target, lifetime, challengeId: id, callerQuotas };
    case 'unknown':
      return { outcome: 'unknown', challengeId: id };
    case 'not-sent':
      return { outcome: 'not-sent' };
  }
}

/** What the first of several equal requests is answered, unless it turns out to have failed. */
export function repeated(id: ChallengeId, target: Target, first: StoredChallenge, now: Millis): SendResult {
  if (first.deliveryUnknown) return { outcome: 'repeated', first: { outcome: 'unknown', challengeId: id } };
  const lifetime = first.expiresAt - now;
  return { outcome: 'repeated', first: { outcome: 'sent', target, lifetime, challengeId: id, callerQuotas: [] } };
}
