/** Each has its page: `docs/runbooks/NAME.md`. */
export const alarmNames = [
  'heartbeat-send',
  'heartbeat-clock',
  'heartbeat-verify',
  'heartbeat-key-set',
  'heartbeat-email',
  'server-errors',
  'slow-answers',
  'email-failing',
  'email-bounces',
  'email-complaints',
  'email-undelivered',
  'sms-failing',
  'sms-spend',
  'budget-half',
  'wrong-codes',
  'table-throttled',
  'table-errors',
  'function-errors',
  'function-throttled',
] as const;

/** The name of an alarm, and of its runbook. */
export type AlarmName = (typeof alarmNames)[number];
