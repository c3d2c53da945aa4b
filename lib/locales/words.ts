import { type Millis, toSeconds } from '../core/time.ts';
import type { Phrases, Unit } from './phrases.ts';

type Values = Readonly<Record<string, string | number | undefined>>;

/** Puts each value in the place of `{name}`. Names inside values are left as they are. */
export function fill(template: string, values: Values): string {
  const known = prepared.get(template);
  if (known) return known(values);
  const found = prepare(template);
  prepared.set(template, found);
  return found(values);
}

/** Templates are words of a deployment, never of a request, so there are only so many. */
const prepared = new Map<string, ReturnType<typeof prepare>>();

/** For a template that is filled often: its places are found once. */
export function prepare(template: string): (values: Values) => string {
  // The names that the pattern captures are at the odd indexes.
  const parts = template.split(/\{(\w+)\}/);
  return (values) => parts.map((part, i) => (i % 2 === 0 ? part : (values[part] ?? `{${part}}`))).join('');
}

/** A whole number in the digits of the language: "10", "১০". */
export const numeral = (n: number | string, { digits }: Phrases): string =>
  digits === undefined ? String(n) : String(n).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** Rounded up to the second: "1 minute, 30 seconds", "10分钟". */
export function duration(length: Millis, phrases: Phrases): string {
  const total = toSeconds(length);
  const amounts: [Unit, number][] = [
    ['days', Math.floor(total / 86_400)],
    ['hours', Math.floor(total / 3_600) % 24],
    ['minutes', Math.floor(total / 60) % 60],
    ['seconds', total % 60],
  ];
  const parts = amounts
    .filter(([, n]) => n > 0)
    .map(([unit, n]) => fill(phrases.units[unit][formOf(n, phrases)] ?? '', { n: numeral(n, phrases) }));
  const joints = phrases.joints[parts.length - 2] ?? [];
  return parts.map((part, i) => `${part}${joints[i] ?? ''}`).join('');
}

/** From 100 on, a number takes the form of the one a hundred below: in every language of Unicode's up to a million. */
const formOf = (n: number, { forms }: Phrases): number => Number(forms[n < 200 ? n : 100 + (n % 100)]);

/** In UTC, to the minute: "November 22, 2026 at 23:51", "2026年11月22日 23:51". */
export function moment(at: Millis, phrases: Phrases): string {
  const date = new Date(at);
  const [d, H, m] = [date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()];
  const values = {
    y: date.getUTCFullYear() + phrases.yearsAhead,
    d,
    dd: twoDigits(d),
    H,
    HH: twoDigits(H),
    mm: twoDigits(m),
  };
  const written = Object.entries(values).map(([name, n]) => [name, numeral(n, phrases)]);
  return fill(phrases.months[date.getUTCMonth()] ?? '', Object.fromEntries(written));
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
