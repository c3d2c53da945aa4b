/** A moment in milliseconds since the epoch, or a length of time in milliseconds. */
export type Millis = number;

export type Seconds = number;

export const second: Millis = 1_000;
export const minute: Millis = 60 * second;
export const hour: Millis = 60 * minute;
export const day: Millis = 24 * hour;

/** Rounded up: someone who waits this long has waited long enough. */
export const toSeconds = (length: Millis): Seconds => Math.ceil(length / second);

export const startOfNextUtcDay = (now: Millis): Millis => (Math.floor(now / day) + 1) * day;

export const utcDate = (now: Millis): string => new Date(now).toISOString().slice(0, 10);

/** The function's own timeout. */
export const functionTimeout: Millis = 10 * second;

/** We answer by then, whatever the outcome. */
export const deadline: Millis = 8 * second;

/** Across all attempts. */
export const deliveryTimeout: Millis = 4 * second;

/** Started later, a delivery could outlast the deadline. */
export const latestDelivery: Millis = deadline - deliveryTimeout - 250;
