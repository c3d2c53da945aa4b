import { stated } from '../../infra/cost/stated.ts';
import { type Path, paths, type Taken } from './calls.ts';
import { type Bill, budgetsAmong, unitsOf, usdPerMillion } from './cost.ts';
import type { Bytes, Init } from './init.ts';
import type { Send } from './send.ts';

/** All that was measured. */
export interface Measured {
  readonly init: Init;
  readonly send: Send;
  readonly bytes: Bytes;
  readonly taken: Readonly<Record<Path, Taken>>;
  /** Of each kind of item. */
  readonly items: Readonly<Record<string, number>>;
}

/** What `--json` prints, on one line. */
export interface Figures {
  readonly init: { readonly ours_ms: number; readonly baseline_ms: number; readonly ratio: number };
  readonly send: { readonly ours_cpu_us: number; readonly floor_cpu_us: number; readonly ratio: number };
  readonly denied_warm: { readonly cpu_us: number; readonly ratio_to_send: number };
  readonly calls: Readonly<Record<JsonPath, number>>;
  /** Of code that the email path loads. */
  readonly bundle_bytes: number;
  readonly usd_per_million: Readonly<Record<JsonPath, Bill>>;
}

const jsonPaths = ['email', 'sms', 'denied', 'denied_warm'] as const satisfies readonly Path[];
type JsonPath = (typeof jsonPaths)[number];

export function figuresOf({ init, send, bytes, taken, items }: Measured): Figures {
  const { oursMs, baselineMs } = init.loaded;
  const forJson = <T>(of: (path: JsonPath) => T): Record<JsonPath, T> =>
    Object.fromEntries(jsonPaths.map((path) => [path, of(path)])) as Record<JsonPath, T>;
  return {
    init: { ours_ms: round(oursMs, 1), baseline_ms: round(baselineMs, 1), ratio: round(oursMs / baselineMs, 3) },
    send: {
      ours_cpu_us: round(send.oursUs),
      floor_cpu_us: round(send.floorUs),
      ratio: round(send.oursUs / send.floorUs, 3),
    },
    denied_warm: { cpu_us: round(send.deniedWarmUs), ratio_to_send: round(send.deniedWarmUs / send.oursUs, 3) },
    calls: forJson((path) => callsOf(taken[path])),
    bundle_bytes: bytes.email,
    usd_per_million: forJson((path) => rounded(billOf(path, taken[path], items))),
  };
}

export const callsOf = ({ calls }: Taken): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

/** By path, of those too that JSON does without. */
export const billsOf = ({ taken, items }: Pick<Measured, 'taken' | 'items'>): Record<Path, Bill> =>
  Object.fromEntries(paths.map((path) => [path, billOf(path, taken[path], items)])) as Record<Path, Bill>;

const billOf = (path: Path, { keys, logBytes, responseBytes }: Taken, items: Measured['items']): Bill =>
  usdPerMillion({
    memory: stated.memory,
    billedMs: stated.billedMs[path],
    writeUnits: unitsOf(keys, items),
    budgetUnits: unitsOf(budgetsAmong(keys), items),
    logBytes: logBytes + stated.accessLogBytes,
    responseBytes,
    sent: path === 'email' || path === 'sms' ? path : undefined,
  });

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

const rounded = (bill: Bill): Bill =>
  Object.fromEntries(Object.entries(bill).map(([service, usd]) => [service, round(usd, 3)])) as Bill;
