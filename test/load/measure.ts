import type { Millis } from '../../lib/core/time.ts';

/** One request, from the moment it was due: what waits for a slow one before it has waited too. */
export interface Measured {
  readonly kind: 'send' | 'verify';
  readonly status: number;
  readonly took: Millis;
}

export interface Summary {
  readonly answered: number;
  readonly sent: number;
  readonly verified: number;
  readonly throttled: number;
  /** Neither of these: no answer, a 5xx, or one that nobody should get. */
  readonly wrong: number;
  readonly p50: Millis;
  readonly p99: Millis;
}

export function summaryOf(all: readonly Measured[]): Summary {
  const count = (is: (one: Measured) => boolean): number => all.filter(is).length;
  const sent = count(({ kind, status }) => kind === 'send' && status === 200);
  const verified = count(({ kind, status }) => kind === 'verify' && status === 200);
  const throttled = count(({ kind, status }) => kind === 'send' && status === 429);
  const times = all.map(({ took }) => took).toSorted((one, other) => one - other);
  const part = (of: number): Millis =>
    Math.round(times[Math.min(times.length - 1, Math.floor(of * times.length))] ?? 0);
  const answered = all.length;
  return {
    answered,
    sent,
    verified,
    throttled,
    wrong: answered - sent - verified - throttled,
    p50: part(0.5),
    p99: part(0.99),
  };
}
