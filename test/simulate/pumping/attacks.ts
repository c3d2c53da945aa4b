import { day, hour, type Millis, second } from '../../../lib/core/time.ts';
import { seeded } from '../random.ts';
import { attackAt, countries, type Happening, type Wanted } from './corpus.ts';

export interface Attack {
  readonly name: string;
  readonly happenings: () => Happening[];
}

const dripDays = 9;

/** One who wants to keep people out of a country, on this day. */
export const closingDay = 21;

/** Two texts a minute, all over the US, from so many addresses. */
export const closing = (addresses: number): Happening[] =>
  spread(
    2_880,
    day,
    (i, random) => ({ country: 'US', block: anywhereIn('US', random), caller: address(i, addresses) }),
    0,
    closingDay * day,
  );

/** Nobody of ours lives there. */
const elsewhere = Array.from({ length: 28 }, (_, i) => `elsewhere ${i}`);

/** So many texts, spread over `length`, of which a part is verified. */
function spread(
  count: number,
  length: Millis,
  where: (i: number, random: () => number) => Pick<Wanted, 'country' | 'block' | 'caller'>,
  verified = 0,
  begin = attackAt,
): Happening[] {
  const random = seeded(20_261_128);
  return Array.from({ length: count }, (_, i) => {
    const at = begin + Math.floor((i * length) / count);
    const wanted: Wanted = { ...where(i, random), by: 'attacker' };
    const asks = { at, what: 'asks', wanted } as const;
    return random() < verified ? [asks, { at: at + 20 * second, what: 'answers', wanted } as const] : [asks];
  }).flat();
}

const address = (i: number, of: number): string => `attacker ${i % of}`;

/** Each address asks 100 times an hour, as often as `CALLER_LIMITS` lets it. */
const oneBlock = (verified: number) => () =>
  spread(5_000, hour, (i) => ({ country: 'US', block: 'US 7', caller: address(i, 50) }), verified);

const countryOf = (i: number): string => [...countries, ...elsewhere][i % 40] ?? '';

/** Blocks in countries that have people: to each the same number of texts. */
function blockOf(i: number, blocks: number) {
  const country = countries[(i % blocks) % countries.length] ?? 'US';
  return { country, block: `${country} ${i % blocks}` };
}

const anywhereIn = (country: string, random: () => number): string => `${country} ${Math.floor(random() * 20_000)}`;

const allOver = (addresses: number) => () =>
  spread(8_000, day, (i, random) => ({
    country: countryOf(i),
    block: anywhereIn(countryOf(i), random),
    caller: address(i, addresses),
  }));

export const attacks: readonly Attack[] = [
  { name: '(a) one block: 5,000 in an hour', happenings: oneBlock(0) },
  {
    name: '(b) 40 countries: 200 each in a day, to one block of each',
    happenings: () =>
      spread(8_000, day, (i) => ({ country: countryOf(i), block: `${countryOf(i)} 7`, caller: address(i, 10) })),
  },
  { name: '(b2) the same, all over each country', happenings: allOver(10) },
  { name: '(b3) as (b2), from 1,000 addresses', happenings: allOver(1_000) },
  {
    name: `(c) slow drip: 15 a day to each of 100 blocks, for ${dripDays} days`,
    happenings: () => spread(1_500 * dripDays, dripDays * day, (i) => ({ ...blockOf(i, 100), caller: address(i, 30) })),
  },
  { name: '(d) as (a), and 20 % are verified', happenings: oneBlock(0.2) },
  {
    name: '(e) 500 addresses on one country, each as often as its own limit lets it, for an hour',
    happenings: () =>
      spread(50_000, hour, (i, random) => ({
        country: 'US',
        block: anywhereIn('US', random),
        caller: address(i, 500),
      })),
  },
];
