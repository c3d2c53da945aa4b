import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen, loopback, type Running } from '../../infra/local/server.ts';
import type { Millis } from '../../lib/core/time.ts';
import { type AwsCall, callOf } from './call.ts';
import { type FaultName, type Forwarded, faults } from './faults.ts';
import type { Emulated } from './services.ts';

/** A call that came through, and what became of it. */
export interface Seen extends AwsCall {
  readonly fault: FaultName | undefined;
  /** The service carried it out. */
  done: boolean;
}

/** Which fault meets a call, if any does. `nth` counts the calls since `take`, from 0. */
export type Plan = (call: AwsCall, nth: number) => FaultName | undefined;

/** Stands between the SDK's clients and the services. */
export interface Relay extends Running {
  plan: Plan;
  /** Told once a call has been answered, before the client is. */
  onAnswer: (nth: number, call: AwsCall) => void;
  /** Calls since the last look. */
  take(): readonly Seen[];
  /** Whether the machine was so slow that a call may have timed out which no fault met. */
  disturbed(): boolean;
}

const agent = new Agent({ keepAlive: true });

export async function startRelay({ urls }: Pick<Emulated, 'urls'>): Promise<Relay> {
  let seen: Seen[] = [];
  const pace = watchPace();
  /** Calls that met no fault, by what the SDK calls them: one that comes again was given up by its client. */
  const unharmed = new Set<string>();

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    if (incoming.method === 'GET') return void response.writeHead(404).end(); // only opens a connection
    const call = callOf(incoming.url ?? '', incoming.headers, body.toString());
    const nth = seen.length;
    const fault = relay.plan(call, nth);
    const mine: Seen = { ...call, fault, done: false };
    seen.push(mine);
    const invocation = incoming.headers['amz-sdk-invocation-id'];
    if (invocation !== undefined && unharmed.has(String(invocation))) pace.took(Number.POSITIVE_INFINITY);
    if (!fault) unharmed.add(String(invocation));
    const carryOut = async (): Promise<Forwarded> => {
      const answer = await forward(urls[call.service], incoming, body);
      mine.done = answer.status === 200;
      return answer;
    };
    if (fault) return faults[fault]({ call, response, carryOut });

    const began = performance.now();
    const { status, headers, body: answered } = await carryOut();
    pace.took(performance.now() - began);
    relay.onAnswer(nth, call);
    response.writeHead(status, headers).end(answered);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 0; // a connection ends only when a fault ends it
  const running = await listen(server, 0, loopback);
  const relay: Relay = {
    ...running,
    plan: () => undefined,
    onAnswer: () => {},
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
    disturbed: () => pace.isTooSlow(),
    async close() {
      pace.stop();
      await running.close();
    },
  };
  return relay;
}

/** Some clients give a connection a second: what takes nearly as long may have been taken for silence. */
const tooSlow: Millis = 900;

/** Notes when nothing runs in this process, or a service does not answer, for too long. */
function watchPace() {
  let slowest = 0;
  let last = performance.now();
  const took = (time: Millis): void => {
    slowest = Math.max(slowest, time);
  };
  const look = (): void => {
    const now = performance.now();
    took(now - last);
    last = now;
  };
  const looking = setInterval(look, 50);
  return {
    took,
    isTooSlow: () => slowest > tooSlow,
    stop: () => clearInterval(looking),
  };
}

async function forward(
  to: string,
  { method = 'POST', url = '/', headers }: IncomingMessage,
  body: Buffer,
): Promise<Forwarded> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request(new URL(url, to), { method, headers, agent }, resolve).on('error', reject).end(body);
  const answer = await promise;
  const { connection, 'keep-alive': _, 'transfer-encoding': __, ...rest } = answer.headers;
  return { status: answer.statusCode ?? 502, headers: rest, body: await buffer(answer) };
}
