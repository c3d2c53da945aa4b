/** Every limiter, by its name in metrics, the log, the dashboard and the runbooks. `verify-caller` counts who checks codes. */
export const limiters = ['caller', 'target', 'sms-budget', 'verify-caller'] as const;

export type Limiter = (typeof limiters)[number];

/** Those that keep a sliding window. */
export type WindowLimiter = Exclude<Limiter, 'sms-budget'>;
