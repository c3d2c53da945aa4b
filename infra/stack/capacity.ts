import { type EndpointName, everyRoute, type Method } from '../../lib/http/routes.ts';
import { noRequests, type RequestKind } from '../cost/stated.ts';

/**
 * Requests for codes a second, from all clients together. An order of magnitude above what a large service needs: the
 * gateway does not choose between people, so whoever fills it up keeps everybody out. Budgets bound what is sent.
 */
export const defaultRequestsPerSecond = 200;

/** Most people type the code right at once, some at the second try. */
const triesPerCode = 2;

/** Key set, pages, document and element: clients keep them for minutes or a day. */
const pagesPerSecond = 200;

/** The API's reference: its files are large, so this bounds what a flood of them costs. A browser asks for each once. */
const referencePerSecond = 5;

/** Requests a second for each method that has no ceiling of its own. Such a request is refused, or asks for headers only. */
export const otherMethodsPerSecond = 10;

/** Requests a second that the API lets through to each endpoint, by the method that it is made for. */
export const ceilings = (requestsPerSecond: number): Readonly<Record<EndpointName, number>> => ({
  'send-login-code': requestsPerSecond,
  'verify-login-code': triesPerCode * requestsPerSecond,
  'well-known': pagesPerSecond,
  problems: pagesPerSecond,
  openapi: pagesPerSecond,
  element: pagesPerSecond,
  'api-reference': referencePerSecond,
});

/** The methods that have this ceiling each. A browser asks with OPTIONS before it posts JSON, and not before it gets. */
export const methodsWithCeiling = (method: Method): readonly string[] =>
  method === 'POST' ? [method, 'OPTIONS'] : [method];

/** API Gateway takes these for ANY, and throttles each by itself. */
const allMethods = 7;

/** Requests a second that reach each function at most, and those that reach any to be refused, or before a browser posts. */
export function letThrough(requestsPerSecond: number, apiReference: boolean): Readonly<Record<RequestKind, number>> {
  const ceilingOf = ceilings(requestsPerSecond);
  const sums = { ...noRequests };
  const served = everyRoute().filter(({ endpoint }) => apiReference || endpoint !== 'api-reference');
  for (const { endpoint, method } of served) {
    const preflights = methodsWithCeiling(method).length - 1;
    sums[endpoint] += ceilingOf[endpoint];
    sums.other += preflights * ceilingOf[endpoint] + (allMethods - 1 - preflights) * otherMethodsPerSecond;
  }
  return sums;
}

/**
 * Write units of a request whose items are all as large as they get. A send writes a caller's window (5 KB with the longest
 * limits), a target's (8 KB), a challenge and a budget; a check writes a caller's window, a challenge twice, a target's
 * window and a budget. Few items are that large, which leaves room for what is given back and tidied up.
 */
const unitsPerRequest = 16;

/**
 * The table takes all that the API lets through: otherwise a flood would make it refuse everybody. It takes no more, so
 * this bounds the bill.
 */
export const throughput = (requestsPerSecond: number) => ({
  maxWriteUnits: Math.min(unitsPerRequest * (1 + triesPerCode) * requestsPerSecond, maxUnits),
  maxReadUnits: Math.min(4 * requestsPerSecond, maxUnits),
});

/** DynamoDB refuses a maximum that is not below its own limit for a table, 40,000 unless AWS has raised it. */
const maxUnits = 39_999;
