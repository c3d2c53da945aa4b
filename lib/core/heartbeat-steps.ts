/**
 * What a person goes through to sign in, in this order. Each has an alarm of its own.
 *
 * `send`     a code is asked for: the gateway, the function, the table
 * `clock`    the service's clock agrees with ours
 * `verify`   the code gives a token: the function, the table, the signature
 * `key-set`  the token holds against the keys that are served
 * `email`    SES takes a mail
 */
export const heartbeatSteps = ['send', 'clock', 'verify', 'key-set', 'email'] as const;

export type HeartbeatStep = (typeof heartbeatSteps)[number];

/** Those that are taken. An alarm would miss what is never measured. */
export const stepsOf = ({ sendsEmail }: { readonly sendsEmail: boolean }): readonly HeartbeatStep[] =>
  heartbeatSteps.filter((step) => step !== 'email' || sendsEmail);
