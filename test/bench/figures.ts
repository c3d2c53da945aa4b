import { billedMs, type Timing } from '../../infra/cost/billed.ts';
import { stated } from '../../infra/cost/stated.ts';
import { type Path, paths, type Taken } from './calls.ts';
import type { Cold, Phases } from './cold.ts';
import { type Bill, budgetsAmong, unitsOf, usdPerMillion } from './cost.ts';
import type { Send } from './send.ts';
import type { Bytes } from './starting.ts';

/** All that was measured. */
export interface Measured {
  readonly cold: Cold;
  readonly coldVerify: Cold;
  readonly send: Send;
  readonly bytes: Bytes;
  readonly taken: Readonly<Record<Path, Taken>>;
  /** Of each kind of item. */
  readonly items: Readonly<Record<string, number>>;
  readonly timing: Timing;
}

interface ColdFigures {
  readonly how: Cold['how'];
  readonly share: number;
  readonly ours: PhaseFigures;
  readonly stock: PhaseFigures;
  /** Of the totals. */
  readonly ratio: number;
}

type PhaseFigures = Readonly<Record<'init_ms' | 'first_ms' | 'total_ms', number>>;

/** What `--json` prints, on one line. */
export interface Figures {
  readonly cold: ColdFigures;
  readonly cold_verify: ColdFigures;
  /** The first phase of `cold` alone: since it loads what a request needs, less is not better. */
  readonly init: { readonly ours_ms: number; readonly baseline_ms: number; readonly ratio: number };
  readonly send: { readonly ours_cpu_us: number; readonly floor_cpu_us: number; readonly ratio: number };
  readonly denied_warm: { readonly cpu_us: number; readonly ratio_to_send: number };
  readonly calls: Readonly<Record<JsonPath, number>>;
  /** Of code that the email path loads, where texts are off. */
  readonly bundle_bytes: number;
  readonly usd_per_million: Readonly<Record<JsonPath, Bill>>;
}

const jsonPaths = ['email', 'sms', 'denied', 'denied_warm'] as const satisfies readonly Path[];
type JsonPath = (typeof jsonPaths)[number];

export function figuresOf({ cold, coldVerify, send, bytes, taken, items, timing }: Measured): Figures {
  const [ours, baseline] = [cold.ours.initMs, cold.stock.initMs];
  const forJson = <T>(of: (path: JsonPath) => T): Record<JsonPath, T> =>
    Object.fromEntries(jsonPaths.map((path) => [path, of(path)])) as Record<JsonPath, T>;
  return {
    cold: coldFiguresOf(cold),
    cold_verify: coldFiguresOf(coldVerify),
    init: { ours_ms: round(ours, 1), baseline_ms: round(baseline, 1), ratio: round(ours / baseline, 3) },
    send: {
      ours_cpu_us: round(send.oursUs),
      floor_cpu_us: round(send.floorUs),
      ratio: round(send.oursUs / send.floorUs, 3),
    },
    denied_warm: { cpu_us: round(send.deniedWarmUs), ratio_to_send: round(send.deniedWarmUs / send.oursUs, 3) },
    calls: forJson((path) => callsOf(taken[path])),
    bundle_bytes: bytes.email,
    usd_per_million: forJson((path) => rounded(billOf(path, taken[path], items, timing))),
  };
}

const coldFiguresOf = ({ how, share, ours, stock }: Cold): ColdFigures => ({
  how,
  share: round(share, 3),
  ours: phaseFiguresOf(ours),
  stock: phaseFiguresOf(stock),
  ratio: round(ours.totalMs / stock.totalMs, 3),
});

const phaseFiguresOf = ({ initMs, firstMs, totalMs }: Phases): PhaseFigures => ({
  init_ms: round(initMs, 1),
  first_ms: round(firstMs, 1),
  total_ms: round(totalMs, 1),
});

export const callsOf = ({ calls }: Taken): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

/** By path, of those too that JSON does without. */
export const billsOf = ({ taken, items, timing }: Pick<Measured, 'taken' | 'items' | 'timing'>): Record<Path, Bill> =>
  Object.fromEntries(paths.map((path) => [path, billOf(path, taken[path], items, timing)])) as Record<Path, Bill>;

const billOf = (path: Path, { keys, logBytes, responseBytes }: Taken, items: Measured['items'], timing: Timing): Bill =>
  usdPerMillion({
    memory: stated.memory,
    billedMs: billedMs(path, timing, stated.memory * 1_024),
    writeUnits: unitsOf(keys, items),
    budgetUnits: unitsOf(budgetsAmong(keys), items),
    logBytes: logBytes + stated.accessLogBytes,
    responseBytes,
    sent: path === 'email' || path === 'sms' ? path : undefined,
  });

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

const rounded = (bill: Bill): Bill =>
  Object.fromEntries(Object.entries(bill).map(([service, usd]) => [service, round(usd, 3)])) as Bill;
