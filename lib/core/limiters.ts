/**
 * Every limiter, by its name in metrics, the log, the dashboard and the runbooks.
 *
 * `caller`         requests for codes from one address
 * `target`         codes for one address or number that strangers ask for, all together
 * `target-caller`  one caller's share of them
 * `devices`        codes for one person's known devices, all together
 * `device`         one device's share of them
 * `unreachable`    mails to one address, after one bounced
 * `email-budget`   mails in a UTC day
 * `sms-budget`     texts to one country in a UTC day
 * `sms-guard`      texts to one country or number block in a UTC day that nobody answers
 * `verify-caller`  codes checked from one address
 */
export const limiters = [
  'caller',
  'target',
  'target-caller',
  'devices',
  'device',
  'unreachable',
  'email-budget',
  'sms-budget',
  'sms-guard',
  'verify-caller',
] as const;

/** The name of a limiter. */
export type Limiter = (typeof limiters)[number];
