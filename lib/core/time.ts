/** A moment in milliseconds since the epoch, or a length of time in milliseconds. */
export type Millis = number;

export type Seconds = number;

export const second: Millis = 1_000;
export const minute: Millis = 60 * second;
export const hour: Millis = 60 * minute;
export const day: Millis = 24 * hour;

/** Whole seconds, rounded up: a wait of that length is long enough. */
export const toSeconds = (length: Millis): Seconds => Math.ceil(length / second);

/** Whole seconds, rounded down, at least 1. */
export const secondsLeft = (length: Millis): Seconds => Math.max(1, Math.floor(length / second));

/** Whole minutes, rounded down. */
export const wholeMinutes = (length: Millis): Millis => Math.floor(length / minute) * minute;

export const startOfNextUtcDay = (now: Millis): Millis => (Math.floor(now / day) + 1) * day;

/** "2026-11-28". The one found last is kept: nearly all who ask want today's. */
export function utcDate(now: Millis): string {
  const start = Math.floor(now / day) * day;
  if (start !== found.start) found = { start, date: new Date(start).toISOString().slice(0, 10) };
  return found.date;
}

let found = { start: Number.NaN, date: '' };
