import { statSync } from 'node:fs';
import type { OursQuestion } from './ours.ts';
import type { Workers } from './send.ts';
import type { Recorded, StubQuestion } from './stub.ts';

/** The ways a request can go that differ in what they cost. `denied` is by the target's limit, the dearest. */
export const paths = ['email', 'sms', 'denied', 'denied_caller', 'denied_warm'] as const;
export type Path = (typeof paths)[number];

/** What one request of a path takes. */
export interface Taken {
  /** Calls by operation. */
  readonly calls: Readonly<Record<string, number>>;
  /** Of the items one of them writes. */
  readonly keys: readonly string[];
  readonly logBytes: number;
  readonly responseBytes: number;
}

const requests = 50;

/** By a container that has its secrets. `output` is what ours writes. */
export async function measureCalls(
  { stub, ours }: Pick<Workers, 'stub' | 'ours'>,
  output: string,
): Promise<Record<Path, Taken>> {
  const send = (channel: OursQuestion['channel']) => ours.ask({ channel, requests });
  await ours.ask({ channel: 'email', requests: 1 }); // fetches the secrets
  await ours.ask({ channel: 'sms', requests: 1 }); // asks since when there are texts
  return {
    email: await take('', () => send('email')),
    sms: await take('', () => send('sms')),
    denied: await take('target#', () => send('email')),
    denied_caller: await take('caller#', () => send('email')),
    denied_warm: await take('caller#', () => ours.ask({ channel: 'email', requests, person: 2 }), true),
  };

  async function take(
    denied: StubQuestion['denied'],
    ask: () => ReturnType<typeof send>,
    remembered = false,
  ): Promise<Taken> {
    await stub.ask({ denied });
    if (remembered) await ask(); // the first of these is not denied from memory yet
    await stub.ask({});
    const before = statSync(output).size;
    const { responseBytes } = await ask();
    const { calls } = await stub.ask({ denied: '' });
    const counted = Map.groupBy(calls, ({ operation }) => operation);
    return {
      calls: Object.fromEntries([...counted].map(([operation, all]) => [operation, all.length / requests])),
      keys: calls.slice(0, calls.length / requests).flatMap(keyOf),
      logBytes: (statSync(output).size - before) / requests,
      responseBytes,
    };
  }
}

const keyOf = ({ operation, body }: Recorded): string[] => {
  if (operation !== 'UpdateItem' && operation !== 'PutItem') return [];
  const { Key, Item } = JSON.parse(body) as Record<'Key' | 'Item', { readonly pk: { readonly S: string } } | undefined>;
  return [(Key ?? Item)?.pk.S ?? ''];
};
