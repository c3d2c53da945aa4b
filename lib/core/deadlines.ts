import { type Millis, second } from './time.ts';

/** The function's own timeout. */
export const functionTimeout: Millis = 10 * second;

/** We answer by then, whatever the outcome. */
export const deadline: Millis = 8 * second;

/** Across all attempts. */
export const deliveryTimeout: Millis = 4 * second;

/** Started later, a delivery could outlast the deadline. */
export const latestDelivery: Millis = deadline - deliveryTimeout - 250;

/** Started later, using up a code could outlast the deadline: it would be gone, and its token would never arrive. */
export const latestUse: Millis = deadline - 2 * second - 250;
