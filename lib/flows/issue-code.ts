import {
  type CodePolicy,
  type CountedText,
  type Counting,
  type Issued,
  issueChallenge,
  reissue,
  type StoredChallenge,
} from '../core/challenge.ts';
import { type ChallengeId, challengeId, type IdempotencyKey, repeatableChallengeId } from '../core/challenge-id.ts';
import { type ChallengeKey, challengeKey } from '../core/item-keys.ts';
import type { Keys } from '../core/keys.ts';
import type { Target } from '../core/target.ts';
import type { Millis } from '../core/time.ts';

export interface CodeTable {
  readChallenge(key: ChallengeKey): Promise<StoredChallenge | undefined>;
}

export interface IssueCodeDeps {
  readonly table: CodeTable;
  /** Throws if the keys cannot be fetched. */
  readonly keys: (codeKeyId?: string) => Promise<Keys>;
  readonly now: () => Millis;
  readonly random: (bytes: number) => Buffer;
}

export interface CodeRequest {
  readonly target: Target;
  /** An earlier challenge, whose code is to be sent again. */
  readonly challengeId?: ChallengeId | undefined;
  readonly idempotencyKey?: IdempotencyKey | undefined;
  /** Where its text is counted. */
  readonly text?: CountedText | undefined;
}

/** The first of several equal requests, while its challenge lives. */
export interface First {
  readonly id: ChallengeId;
  readonly challenge: StoredChallenge;
}

/** Chooses the challenge a request is about: an earlier one, or a new one. */
export const createIssueCode = ({ table, keys, now, random }: IssueCodeDeps, policy: CodePolicy) => ({
  async findFirst({ target, idempotencyKey }: CodeRequest, { index }: Keys): Promise<First | undefined> {
    if (!idempotencyKey) return undefined;
    const id = repeatableChallengeId(index, target.canonical, idempotencyKey);
    const challenge = await table.readChallenge(challengeKey(index, id));
    return challenge && challenge.expiresAt > now() ? { id, challenge } : undefined;
  },

  /** The same code again. Undefined: none was asked for, or it cannot be sent again. */
  async resend({ target, challengeId: id }: CodeRequest, { index }: Keys): Promise<Issued | undefined> {
    const stored = id && (await table.readChallenge(challengeKey(index, id)));
    return stored && reissue(await keys(stored.keyId), id, target.canonical, stored, policy, now());
  },

  issue({ target, idempotencyKey, text }: CodeRequest, held: Keys, counting: Counting, issuedBy: string): Issued {
    const { canonical, knownCode } = target;
    const id = idempotencyKey ? repeatableChallengeId(held.index, canonical, idempotencyKey) : challengeId(random(16));
    return issueChallenge(held, { id, target: canonical, issuedBy, counting, text, knownCode }, policy, now());
  },
});
