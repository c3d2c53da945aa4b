import { day, hour, type Millis, second } from '../../../lib/core/time.ts';
import { seeded } from '../random.ts';
import { attackAt, blocksOf, type Country, countries, days, type Happening, type Wanted } from './corpus.ts';

export interface Attack {
  readonly name: string;
  readonly happenings: () => Happening[];
}

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

export const attacks: readonly Attack[] = [
  { name: '(a) one block, 5,000 in an hour', happenings: oneBlock(0) },
  {
    name: '(b) 40 countries, 200 each in a day',
    happenings: () =>
      spread(8_000, day, (i) => ({ country: countryOf(i), block: `${countryOf(i)} 7`, caller: address(i, 10) })),
  },
  {
    name: '(b2) the same, all over each country',
    happenings: () =>
      spread(8_000, day, (i, random) => ({
        country: countryOf(i),
        block: `${countryOf(i)} ${Math.floor(random() * 20_000)}`,
        caller: address(i, 10),
      })),
  },
  {
    name: '(c) slow drip, 15 a day to each of 100 blocks, for 9 days',
    happenings: () =>
      spread(1_500 * (days - 21), (days - 21) * day, (i) => {
        const country = countries[i % countries.length] as Country;
        return { country, block: `${country} ${i % 100}`, caller: address(i, 30) };
      }),
  },
  { name: '(d) as (a), of which 20 % are verified', happenings: oneBlock(0.2) },
  {
    name: '(e) 500 addresses on one country, 10 each in a day',
    happenings: () =>
      spread(5_000, day, (i, random) => ({
        country: 'US',
        block: `US ${Math.floor(random() * blocksOf('US'))}`,
        caller: address(i, 500),
      })),
  },
];
