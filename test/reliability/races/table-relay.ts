import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { listen, loopback, type Running, surviving } from '../../../infra/local/server.ts';
import type { Millis } from '../../../lib/core/time.ts';
import { createChance } from '../../fuzz/chance.ts';

/** Between the functions of one process and the table. It loses some answers, after which the SDK tries again. */
export interface TableRelay extends Running {
  /** What befell calls since the last look. */
  takeTroubles(): Troubles;
}

interface Troubles {
  /** A call came again, or its answer did not come, and that was not done here on purpose. */
  readonly retried: boolean;
  /** An answer was lost on purpose. */
  readonly lost: boolean;
}

interface Loss {
  readonly of: RegExp;
  /** One answer in so many is lost. */
  readonly oneIn: number;
  /** After this long: time for others to come between the two tries. */
  readonly after: Millis;
}

/** Only of writes that recognize themselves when they are tried again, and so cost nobody anything. */
const losses: readonly Loss[] = [
  { of: /^DeleteItem/, oneIn: 1, after: 250 },
  { of: /^UpdateItem .*"SET used_by/, oneIn: 20, after: 20 },
  { of: /^UpdateItem .*"SET sent_at/, oneIn: 50, after: 20 },
];

export async function startTableRelay(to: string, seed: number): Promise<TableRelay> {
  const chance = createChance(seed);
  const agent = new Agent({ keepAlive: true });
  const once = new Set<string>();
  const lost = new Set<string>();
  let retried = false;

  const server = createServer(
    surviving(async (incoming, response) => {
      const body = await buffer(incoming);
      if (incoming.method === 'GET') return void response.writeHead(404).end(); // only opens a connection
      const { 'x-amz-target': target, 'amz-sdk-invocation-id': invocation } = incoming.headers;
      const name = String(invocation);
      retried ||= once.has(name) && !lost.has(name);
      const isFirst = !once.has(name);
      once.add(name);
      const call = `${String(target).split('.')[1]} ${body.toString()}`;
      const loss = isFirst ? losses.find(({ of, oneIn }) => of.test(call) && chance.oneIn(oneIn)) : undefined;
      const answer = await forward(incoming, body).catch((error) => {
        retried = true; // or not, where the client tries it once
        throw error;
      });
      if (!loss) return void response.writeHead(answer.status, answer.headers).end(answer.body);
      lost.add(name);
      await pause(loss.after);
      response.destroy();
    }),
  );

  async function forward({ method = 'POST', headers }: IncomingMessage, body: Buffer) {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    request(to, { method, headers, agent }, resolve).on('error', reject).end(body);
    const answer = await promise;
    const { connection, 'keep-alive': _, 'transfer-encoding': __, ...rest } = answer.headers;
    return { status: answer.statusCode ?? 502, headers: rest, body: await buffer(answer) };
  }

  return {
    ...(await listen(server, 0, loopback)),
    takeTroubles() {
      const taken = { retried, lost: lost.size > 0 };
      retried = false;
      once.clear();
      lost.clear();
      return taken;
    },
  };
}
