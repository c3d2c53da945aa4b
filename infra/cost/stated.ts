/** What cannot be counted on this machine. Yours are in CloudWatch: Duration of the function, IncomingBytes of the logs. */
export const stated = {
  /** GiB, as deployed. */
  memory: 0.5,
  /**
   * Milliseconds of a warm request: 6 for each of the table's calls that wait for each other, 70 for SendEmail and 90 for
   * Publish, and our processor time at the 0.29 of a processor that this memory gives, rounded up. Nobody measured it: the
   * table says up to how many of them the budget holds.
   */
  billedMs: { email: 106, sms: 120, denied: 25, denied_caller: 20, denied_warm: 2 },
  /** Of the line that `accessLog` in infra/stack/gateway/api.ts makes of an email that was sent. */
  accessLogBytes: 274,
} as const;
