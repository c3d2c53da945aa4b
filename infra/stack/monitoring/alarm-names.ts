/** Each has its page: `docs/runbooks/NAME.md`. */
export const alarmNames = [
  'heartbeat-send',
  'heartbeat-clock',
  'heartbeat-verify',
  'heartbeat-key-set',
  'heartbeat-email',
  'email-unverified',
  'sms-unverified',
  'server-errors',
  'slow-answers',
  'email-failing',
  'email-bounces',
  'email-complaints',
  'email-undelivered',
  'sms-failing',
  'sms-undelivered',
  'sms-spend',
  'sms-limit',
  'budget-half',
  'sms-pumping',
  'wrong-codes',
  'denials-surge',
  'gateway-throttled',
  'firewall-blocking',
  'table-throttled',
  'table-errors',
  'function-errors',
  'function-throttled',
] as const;

/** The name of an alarm, and of its runbook. */
export type AlarmName = (typeof alarmNames)[number];
