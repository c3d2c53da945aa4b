import { type Millis, second } from './time.ts';

/** The Lambda function's timeout. */
export const functionTimeout: Millis = 10 * second;

/** Every request is answered by then, whatever its outcome. */
export const deadline: Millis = 8 * second;

/** For all attempts of one delivery together. */
export const deliveryTimeout: Millis = 4 * second;

/** A delivery that starts later could end after the deadline. */
export const latestDelivery: Millis = deadline - deliveryTimeout - 250;

/**
 * Using up a code later could end after the deadline: the code would be gone, and its token would not arrive. Two tries to use it
 * up take 2 s, and counting the answer 1 s.
 */
export const latestUse: Millis = deadline - 3 * second - 250;
