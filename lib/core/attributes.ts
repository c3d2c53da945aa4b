/** Attributes of the one table. */
export const attribute = {
  key: 'pk',
  /** The TTL attribute, in epoch seconds. Deletion lags by days, so every condition judges by time itself. */
  expiresAt: 'expires_at',
  /** Carried by every item, so that a later version can tell what it reads. */
  schema: 'schema',
  sentAt: 'sent_at',
  lastHit: 'last_hit',
  failures: 'failures',
  lockedUntil: 'locked_until',
  targetMac: 'target_mac',
  codeMac: 'code_mac',
  keyId: 'key_id',
  attemptsLeft: 'attempts_left',
  issuedAt: 'issued_at',
  issuedBy: 'issued_by',
  /** In milliseconds: the end of a code, which is deleted later. */
  validUntil: 'valid_until',
  lastAttempt: 'last_attempt',
  usedBy: 'used_by',
  deliveryUnknown: 'delivery_unknown',
  sent: 'sent',
  verified: 'verified',
} as const;

export const schemaVersion = 1;
