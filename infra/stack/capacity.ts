import type { EndpointName } from '../../lib/http/routes.ts';

/** Most people type the code right at once, some at the second try. */
const triesPerCode = 2;

/** Requests a second that the API lets through to an endpoint. The others share the ceiling of the stage. */
export const ceilings = (requestsPerSecond: number): Readonly<Partial<Record<EndpointName, number>>> => ({
  'send-login-code': requestsPerSecond,
  'verify-login-code': triesPerCode * requestsPerSecond,
});

/**
 * The table takes all that the API lets through, and no more, so the API's ceiling also bounds the bill of a flood. With
 * the longest limits allowed a send writes windows of 4 and 5 kB, a challenge and a budget, and sometimes withdraws one. A
 * check writes the same windows, a challenge twice and a budget.
 */
export const throughput = (requestsPerSecond: number) => ({
  maxWriteUnits: Math.min(12 * (1 + triesPerCode) * requestsPerSecond, maxUnits),
  maxReadUnits: Math.min(4 * requestsPerSecond, maxUnits),
});

/** DynamoDB refuses a maximum that is not below its own limit for a table, 40,000 unless AWS has raised it. */
const maxUnits = 39_999;
