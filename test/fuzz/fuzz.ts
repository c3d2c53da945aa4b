import { setImmediate as nextTurn } from 'node:timers/promises';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { functionTimeout } from '../../lib/core/deadlines.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import type { EndpointName } from '../../lib/http/routes.ts';
import { someBytes } from './bytes.ts';
import { type Chance, createChance } from './chance.ts';
import { someEvent } from './events.ts';
import { exchange } from './exchange.ts';
import { functionsOver } from './functions.ts';
import { faultsIn, placeAt, places } from './shape.ts';

/** What was tried, and what came back. */
export interface Totals {
  readonly inputs: { events: number; bytes: number };
  /** By status; `none` where the connection ended, `refused` where Node's HTTP parser refused it. */
  readonly answers: Record<string, number>;
  /** The first faults, each with its input. */
  readonly faults: string[];
}

export interface Fuzz {
  readonly totals: Totals;
  events(until: () => boolean): Promise<void>;
  bytes(until: () => boolean): Promise<void>;
}

const maxFaults = 20;
const atOnce = 8;

/** `port`: of a laptop stack that runs in another process. */
export function createFuzz(seed: number, port: number): Fuzz {
  const functions = functionsOver(port);
  const totals: Totals = { inputs: { events: 0, bytes: 0 }, answers: {}, faults: [] };
  const ofEvents = createChance(seed);
  const ofBytes = createChance(seed + 1);
  const count = (what: string | number): void => {
    totals.answers[what] = (totals.answers[what] ?? 0) + 1;
  };
  const note = (input: unknown, faults: readonly string[]): void => {
    if (faults.length > 0 && totals.faults.length < maxFaults) {
      totals.faults.push(`${faults.join('; ')} to ${JSON.stringify(input).slice(0, 1_500)}`);
    }
  };
  return {
    totals,
    events: (until) => inTurns(until, () => tryEvent(ofEvents)),
    bytes: (until) => inTurns(until, () => tryBytes(ofBytes)),
  };

  async function tryEvent(chance: Chance): Promise<void> {
    const event = someEvent(chance);
    const place = placeAt(event.path) ?? chance.pick(places);
    totals.inputs.events++;
    try {
      const answer = await invoke(functions, place.endpoint, structuredClone(event));
      count(answer.statusCode);
      note(
        event,
        faultsIn(place, event.httpMethod, { ...answer, status: answer.statusCode, headers: answer.headers ?? {} }),
      );
    } catch (error) {
      note(event, [`threw ${(error as Error).stack}`]);
    }
  }

  async function tryBytes(chance: Chance): Promise<void> {
    const bytes = someBytes(chance);
    totals.inputs.bytes++;
    try {
      const seen = await exchange(port, bytes);
      if (!seen) return count('none');
      // Node's parser answers what is no HTTP before anything of ours sees it, as API Gateway does.
      if ([400, 408, 413, 417, 431].includes(seen.status) && seen.body === '') return count('refused');
      count(seen.status);
      const [verb = '', target = ''] = bytes.toString('latin1').split(' ', 2);
      const called = target.replace(/^https?:\/\/[^/?]*/i, '').split('?')[0] ?? '';
      note(bytes.toString('latin1'), faultsIn(placeAt(called), verb, seen));
    } catch (error) {
      note(bytes.toString('latin1'), [String(error)]);
    }
  }
}

async function invoke(functions: Readonly<Record<EndpointName, Handler>>, endpoint: EndpointName, event: unknown) {
  const context = { getRemainingTimeInMillis: () => functionTimeout } as Context;
  return functions[endpoint](event as APIGatewayProxyEvent, context);
}

/** What is tried is chosen in one order, whatever is answered first. */
async function inTurns(until: () => boolean, attempt: () => Promise<void>): Promise<void> {
  const work = async (): Promise<void> => {
    while (!until()) {
      await attempt();
      await nextTurn(); // an answer that waits for nothing would let no connection be served
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
