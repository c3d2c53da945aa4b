/** Attributes of the one table. */
export const attribute = {
  key: 'pk',
  /** The TTL attribute, in epoch seconds. Deletion lags by days, so every condition judges by time itself. */
  expiresAt: 'expires_at',
  /** Carried by every item, so that a later version can tell what it reads. */
  schema: 'schema',
  sentAt: 'sent_at',
  lastHit: 'last_hit',
  /** `by#<tag>`: the hits of one of those who share the window. */
  shareHits: 'by',
  /** `wrong#<tag>`: wrong codes for challenges that one caller asked for. */
  wrong: 'wrong',
  /** `failures#<tag>`: one person's run of wrong codes. Without a tag it counts for every person. */
  failures: 'failures',
  /** `locked_until#<tag>` likewise. */
  lockedUntil: 'locked_until',
  /** `unreachable_until#<tag>`: a mail to this person bounced. */
  unreachableUntil: 'unreachable_until',
  /** In a person's devices: tokens issued before are void. */
  revokedAt: 'revoked_at',
  targetMac: 'target_mac',
  codeMac: 'code_mac',
  keyId: 'key_id',
  attemptsLeft: 'attempts_left',
  issuedAt: 'issued_at',
  issuedBy: 'issued_by',
  /** Which window counted the challenge, and the tag of its share there. */
  window: 'window',
  sender: 'sender',
  /** In milliseconds: the end of a code, which is deleted later. */
  validUntil: 'valid_until',
  lastAttempt: 'last_attempt',
  usedBy: 'used_by',
  deliveryUnknown: 'delivery_unknown',
  /** Of a text that End User Messaging wants to hear of again. */
  messageId: 'message_id',
  sent: 'sent',
  /** Of `sent`, those without a valid device token. */
  strangers: 'strangers',
  verified: 'verified',
  /** Of a day's texts, those whose code was not typed in. */
  unanswered: 'unanswered',
  /** Where a challenge's first text was counted: the keys of its country's day, and of its number block's. */
  budget: 'budget',
  block: 'block',
  firstTextAt: 'first_text_at',
} as const;

/** An attribute that an item has once for each tag. */
export const tagged = (name: string, tag: string): string => `${name}#${tag}`;

export const schemaVersion = 1;
