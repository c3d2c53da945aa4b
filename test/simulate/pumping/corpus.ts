import { day, hour, type Millis, minute, second } from '../../../lib/core/time.ts';
import { seeded } from '../random.ts';

const { floor } = Math; // in a test, each look at a global is slow

/** One wish for a text. */
export interface Wanted {
  readonly country: string;
  readonly block: string;
  readonly caller: string;
  readonly by: 'known device' | 'first-timer' | 'attacker';
  /** The text before this one, whose code is sent again. */
  readonly first?: Wanted | undefined;
}

/** A text is asked for, or its code is typed in. */
export interface Happening {
  readonly at: Millis;
  readonly what: 'asks' | 'answers';
  readonly wanted: Wanted;
}

/** Where the people are: their part of all, and how many blocks of 10,000 numbers are in use there. */
const served = {
  US: { part: 0.3, blocks: 40_000 },
  GB: { part: 0.14, blocks: 8_000 },
  DE: { part: 0.11, blocks: 10_000 },
  FR: { part: 0.09, blocks: 8_000 },
  IN: { part: 0.08, blocks: 100_000 },
  BR: { part: 0.07, blocks: 25_000 },
  ES: { part: 0.05, blocks: 6_000 },
  IT: { part: 0.05, blocks: 7_000 },
  PL: { part: 0.04, blocks: 5_000 },
  NL: { part: 0.03, blocks: 2_500 },
  SG: { part: 0.02, blocks: 800 },
  NZ: { part: 0.02, blocks: 600 },
} as const;

export type Country = keyof typeof served;
export const countries = Object.keys(served) as readonly Country[];

/** What has a budget: each of these countries, and all others together. */
export const pools: readonly string[] = [...countries, '*'];
export const poolOf = (country: string): string => (pools.includes(country) ? country : '*');

/** Texts a day to each of them: so many that no attack below is bounded by them alone, but the last. */
export const budget = 10_000;

const people = 10_000;
const days = 30;
export const launchDay = 12;

/** A person signs in by text once a week. */
const signInsADay = people / 7;

/** Texts that are answered, of those that were sent. */
export interface Habits {
  readonly conversion: number;
}

const share = { knownDevices: 0.7, askAgain: 1 / 3 };

/** Most people come around the middle of the day, hardly any at night. */
const timeOfDay = (random: () => number): Millis => floor(((random() + random() + random()) / 3) * day);

/** Thirty days of people, in no order. On the launch day five times as many come, all the more for the first time. */
export function ordinaryTraffic({ conversion }: Habits): Happening[] {
  const random = seeded(15);
  const happenings: Happening[] = [];
  // Of `n` first texts, some are asked for again: so that `conversion` of all texts are answered.
  const answered = (conversion * (1 + share.askAgain) - share.askAgain) / (1 + (conversion - 1) * share.askAgain);
  for (let today = 0; today < days; today++) {
    const ordinary = Math.round(signInsADay * (0.8 + 0.4 * random()));
    const all = today === launchDay ? 5 * ordinary : ordinary;
    for (let i = 0; i < all; i++) signIn(today * day + timeOfDay(random), i >= ordinary);
  }
  return happenings;

  function signIn(at: Millis, isNew: boolean): void {
    const country = pick(random());
    const wanted: Wanted = {
      country,
      block: `${country} ${floor(random() * blocksOf(country))}`,
      caller: addressOf(floor(random() * people), country),
      by: !isNew && random() < share.knownDevices ? 'known device' : 'first-timer',
    };
    happenings.push({ at, what: 'asks', wanted });
    if (random() < answered) {
      happenings.push({ at: at + delay(), what: 'answers', wanted });
    } else if (random() < share.askAgain) {
      const again = { ...wanted, first: wanted };
      const later = at + minute + floor(random() * minute);
      happenings.push({ at: later, what: 'asks', wanted: again });
      happenings.push({ at: later + delay(), what: 'answers', wanted: again });
    }
  }

  /** From 10 s on, 30 s in the middle, and for few people minutes. */
  function delay(): Millis {
    return floor(10 * second - 30 * second * Math.log(1 - random() * 0.999));
  }
}

/** One person of three shares an address, as carriers and offices have them: in the US with 200 others, in NZ with a dozen. */
const addressOf = (person: number, country: Country): string =>
  person % 3 === 0 ? `shared ${country} ${person % 5}` : `person ${person}`;

function pick(point: number): Country {
  let left = point;
  for (const country of countries) {
    left -= served[country].part;
    if (left < 0) return country;
  }
  return 'US';
}

export const inOrder = (happenings: readonly Happening[]): readonly Happening[] =>
  happenings.toSorted((one, other) => one.at - other.at);

const blocksOf = (country: Country): number => served[country].blocks;

/** Attacks begin on this day at six in the evening, within the two weeks after the launch. */
export const attackAt: Millis = 20 * day + 18 * hour;
