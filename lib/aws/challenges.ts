import { attribute, schemaVersion } from '../core/attributes.ts';
import type { Challenge, StoredChallenge } from '../core/challenge.ts';
import type { BlockKey, BudgetKey, ChallengeKey } from '../core/item-keys.ts';
import type { ShareTag } from '../core/tags.ts';
import type { Millis } from '../core/time.ts';
import { epochSeconds, type Item, type Items, keyOf, number, type Written } from './items.ts';

const { targetMac, codeMac, keyId, attemptsLeft, issuedAt, issuedBy, validUntil, expiresAt, schema } = attribute;
const { window, sender, budget, block, lastAttempt, usedBy, deliveryUnknown, messageId } = attribute;

/** Items that hold one challenge each. A challenge is never overwritten while it lives. */
export function createChallenges(items: Items) {
  return { putChallenge, readChallenge, removeChallenge, markDeliveryUnknown, keepMessageId, takeAttempt, markUsed };

  /** Returns the challenge that is stored there already, and leaves it as it is. */
  async function putChallenge(challenge: Challenge): Promise<StoredChallenge | undefined> {
    const written = await items.put(itemOf(challenge), {
      ConditionExpression: `attribute_not_exists(${validUntil}) OR ${validUntil} <= :now`,
      ExpressionAttributeValues: { ':now': number(challenge.issuedAt) },
    });
    if (written.applied) return undefined;
    // dynalite returns no item with a failed condition.
    const there = written.item ?? (await items.read(challenge.key));
    if (!there) throw new Error('A challenge that stood in the way was removed meanwhile');
    return there[issuedBy]?.S === challenge.issuedBy ? undefined : challengeOf(challenge.key, there);
  }

  async function readChallenge(key: ChallengeKey): Promise<StoredChallenge | undefined> {
    const item = await items.read(key);
    return item && challengeOf(key, item);
  }

  /** Removes only the challenge that this send made, not a later one. */
  async function removeChallenge({ key, issuedBy: by }: Challenge): Promise<void> {
    await items.remove(key, {
      ConditionExpression: `${issuedBy} = :by`,
      ExpressionAttributeValues: { ':by': { S: by } },
    });
  }

  async function markDeliveryUnknown({ key, issuedBy: by }: Challenge): Promise<void> {
    await items.update(key, {
      UpdateExpression: `SET ${deliveryUnknown} = :true`,
      ConditionExpression: `${issuedBy} = :by`,
      ExpressionAttributeValues: { ':by': { S: by }, ':true': { BOOL: true } },
    });
  }

  /** Does nothing to a challenge that is gone. */
  async function keepMessageId(key: ChallengeKey, id: string): Promise<void> {
    await items.update(key, {
      UpdateExpression: `SET ${messageId} = :id`,
      ConditionExpression: `attribute_exists(${issuedBy})`,
      ExpressionAttributeValues: { ':id': { S: id } },
    });
  }

  /** Counts before anything is compared. Undefined: this target has no such challenge, or it is over. */
  async function takeAttempt(
    key: ChallengeKey,
    target: Uint8Array,
    now: Millis,
    attemptId: string,
  ): Promise<StoredChallenge | undefined> {
    const written = await items.update(key, {
      UpdateExpression: `SET ${attemptsLeft} = ${attemptsLeft} - :one, ${lastAttempt} = :id`,
      ConditionExpression: [
        `${attemptsLeft} > :none`,
        `${validUntil} > :now`,
        `${targetMac} = :target`,
        `attribute_not_exists(${usedBy})`,
        // A retry whose first try was applied must not take another attempt.
        `(attribute_not_exists(${lastAttempt}) OR ${lastAttempt} <> :id)`,
      ].join(' AND '),
      ExpressionAttributeValues: {
        ':one': number(1),
        ':none': number(0),
        ':now': number(now),
        ':target': { B: target },
        ':id': { S: attemptId },
      },
      ReturnValues: 'ALL_NEW',
    });
    const item = await ours(key, written, lastAttempt, attemptId);
    return item && challengeOf(key, item);
  }

  /** False: another attempt was first, or the challenge is no longer there. */
  async function markUsed({ key, issuedBy: by }: StoredChallenge, attemptId: string): Promise<boolean> {
    const written = await items.update(key, {
      UpdateExpression: `SET ${usedBy} = :id`,
      // The first clause: after it is over, the same Idempotency-Key can put another challenge in its place.
      ConditionExpression: `${issuedBy} = :by AND attribute_not_exists(${usedBy})`,
      ExpressionAttributeValues: { ':id': { S: attemptId }, ':by': { S: by } },
      ReturnValues: 'ALL_NEW',
    });
    return (await ours(key, written, usedBy, attemptId)) !== undefined;
  }

  /** The item, if our write was applied, now or by a first try whose answer was lost. */
  async function ours(
    key: ChallengeKey,
    { applied, item, retried }: Written,
    mark: string,
    id: string,
  ): Promise<Item | undefined> {
    if (applied) return item;
    const there = item ?? (retried ? await items.read(key) : undefined);
    return there?.[mark]?.S === id ? there : undefined;
  }
}

const itemOf = (challenge: Challenge): Item => ({
  ...keyOf(challenge.key),
  [schema]: number(schemaVersion),
  [targetMac]: { B: challenge.targetMac },
  [codeMac]: { B: challenge.codeMac },
  [keyId]: { S: challenge.keyId },
  [attemptsLeft]: number(challenge.attemptsLeft),
  [issuedAt]: number(challenge.issuedAt),
  [issuedBy]: { S: challenge.issuedBy },
  [validUntil]: number(challenge.expiresAt),
  [expiresAt]: epochSeconds(challenge.expiresAt),
  [window]: { S: challenge.counting.window },
  ...(challenge.counting.sender && { [sender]: { S: challenge.counting.sender } }),
  ...(challenge.text && { [budget]: { S: challenge.text.budget } }),
  ...(challenge.text?.block && { [block]: { S: challenge.text.block } }),
});

const challengeOf = (key: ChallengeKey, item: Item): StoredChallenge => ({
  key,
  targetMac: item[targetMac]?.B ?? new Uint8Array(),
  codeMac: item[codeMac]?.B ?? new Uint8Array(),
  keyId: item[keyId]?.S ?? '',
  attemptsLeft: Number(item[attemptsLeft]?.N ?? 0),
  issuedAt: Number(item[issuedAt]?.N ?? 0),
  issuedBy: item[issuedBy]?.S ?? '',
  expiresAt: Number(item[validUntil]?.N ?? 0),
  counting: {
    // Absent in challenges that were stored before there were devices.
    window: item[window]?.S === 'devices' ? 'devices' : 'target',
    sender: item[sender]?.S as ShareTag | undefined,
  },
  text: item[budget]?.S ? { budget: item[budget].S as BudgetKey, block: item[block]?.S as BlockKey } : undefined,
  used: item[usedBy] !== undefined,
  deliveryUnknown: item[deliveryUnknown]?.BOOL ?? false,
  messageId: item[messageId]?.S,
});
