import type { Issued, StoredChallenge } from '../core/challenge.ts';
import type { ChallengeId } from '../core/challenge-id.ts';
import type { Denial } from '../core/denial.ts';
import type { Quota } from '../core/limits.ts';
import type { Delivery } from '../core/message.ts';
import type { Channel, Target } from '../core/target.ts';
import type { Millis } from '../core/time.ts';

interface Sent {
  readonly outcome: 'sent';
  readonly target: Target;
  readonly lifetime: Millis;
  readonly challengeId: ChallengeId;
  readonly callerQuotas: readonly Quota[];
}

/** The message may have been sent: a code that arrives belongs to this challenge. */
interface Unknown {
  readonly outcome: 'unknown';
  readonly challengeId: ChallengeId;
}

/** Nothing was counted or sent: the answer to the first of several equal requests. */
interface Repeated {
  readonly outcome: 'repeated';
  readonly first: Sent | Unknown;
}

/** Why nothing is sent. */
export type NotAdmitted = { readonly outcome: 'denied'; readonly denial: Denial } | Repeated;

export type SendResult =
  | Sent
  | Unknown
  | NotAdmitted
  | { readonly outcome: 'unsupported'; readonly channel: Channel }
  | { readonly outcome: 'not-sent' };

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

/** The first request's answer, for a repeat that comes while its challenge lives. */
export function repeated(id: ChallengeId, target: Target, first: StoredChallenge, now: Millis): Repeated {
  if (first.deliveryUnknown) return { outcome: 'repeated', first: { outcome: 'unknown', challengeId: id } };
  const lifetime = first.expiresAt - now;
  return { outcome: 'repeated', first: { outcome: 'sent', target, lifetime, challengeId: id, callerQuotas: [] } };
}
