import type { Millis } from '../../../lib/core/time.ts';

/** The clock that all processes of one machine share. It only goes forward, whatever becomes of the time of day. */
export const monotonic = (): Millis => Number(process.hrtime.bigint()) / 1e6;
