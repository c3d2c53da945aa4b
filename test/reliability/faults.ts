import type { ServerResponse } from 'node:http';
import type { AwsCall } from './call.ts';
import { type Refusal, refuse } from './refusals.ts';

/** What the relay has at hand when it injects a fault. */
export interface Injection {
  readonly call: AwsCall;
  readonly response: ServerResponse;
  /** Has the service carry the call out. */
  readonly carryOut: () => Promise<Forwarded>;
}

/** What the service answered. */
export interface Forwarded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

type Inject = (injection: Injection) => Promise<void>;

const refused =
  (refusal: Refusal): Inject =>
  async ({ call, response }) =>
    refuse(response, call.service, refusal);

const reset = (response: ServerResponse): void => void response.socket?.resetAndDestroy();

/** More of an answer comes each time, so no timeout between two parts of it ever passes. */
const dripEvery = 250;

/** Everything that is injected, by its name in the tables. */
export const faults = {
  throttled: refused('throttled'),
  'server error': refused('server error'),
  'access denied': refused('access denied'),
  missing: refused('missing'),
  'no answer, not done': async () => {},
  'no answer, done': async ({ carryOut }) => void (await carryOut()),
  async 'connection reset'({ carryOut, response }) {
    await carryOut();
    reset(response);
  },
  async malformed({ carryOut, response }) {
    await carryOut();
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>{"Attr');
  },
  async empty({ carryOut, response, call }) {
    await carryOut();
    const xml = '<PublishResponse><PublishResult></PublishResult></PublishResponse>';
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(call.service === 'sns' ? xml : '{}');
  },
  async 'too slow'({ carryOut, response }) {
    await carryOut();
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': '1000' });
    const dripping = setInterval(() => response.write(' '), dripEvery);
    response.once('close', () => clearInterval(dripping));
  },
} as const satisfies Readonly<Record<string, Inject>>;

export type FaultName = keyof typeof faults;

/** Met once, these are made good by a second try, or are not: the SDK makes one. The others it takes for final. */
export const faultsOnce: readonly FaultName[] = [
  ...(['throttled', 'server error', 'no answer, not done', 'no answer, done', 'connection reset', 'too slow'] as const),
];

export const faultNames = Object.keys(faults) as readonly FaultName[];

/** What these answer a delivery is certain: nothing was sent. */
export const certain: ReadonlySet<FaultName> = new Set(['throttled', 'access denied', 'missing']);
