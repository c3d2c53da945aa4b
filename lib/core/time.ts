/** A moment in milliseconds since the epoch, or a length of time in milliseconds. */
export type Millis = number;

export type Seconds = number;

export const second: Millis = 1_000;
export const minute: Millis = 60 * second;
export const hour: Millis = 60 * minute;
export const day: Millis = 24 * hour;

/** Rounded up: someone who waits this long has waited long enough. */
export const toSeconds = (length: Millis): Seconds => Math.ceil(length / second);

/** Rounded down: whoever is told has that long, save in the last second. */
export const secondsLeft = (length: Millis): Seconds => Math.max(1, Math.floor(length / second));

/** Rounded down: whoever is told has that long. */
export const wholeMinutes = (length: Millis): Millis => Math.floor(length / minute) * minute;

export const startOfNextUtcDay = (now: Millis): Millis => (Math.floor(now / day) + 1) * day;

export const utcDate = (now: Millis): string => new Date(now).toISOString().slice(0, 10);
