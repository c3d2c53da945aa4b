import { day, hour, type Millis } from '../../../lib/core/time.ts';
import type { Wanted } from './corpus.ts';
import type { Guard } from './play.ts';
import { createSliding, type Entry } from './sliding.ts';

const { floor, max } = Math; // in a test, each look at a global is slow

/**
 * The guard that authgear publishes, with all its warnings on and `deny_if_any_warning`, by its description:
 * https://github.com/authgear/authgear-server/blob/main/docs/specs/fraud-protection.md. The text that is asked for counts.
 */
export function createAuthgear(): Guard {
  const countries = new Map<string, Counts>();
  const addresses = new Map<string, Counts>();
  const held = new Map<Wanted, Entry>();
  return { asks, answers };

  function asks(wanted: Wanted, at: Millis): boolean {
    const country = countsOf(countries, wanted.country);
    const address = countsOf(addresses, wanted.caller);
    const daily = max(20, 0.2 * bestOf(country, at), 0.2 * country.verified.day.countAt(at));
    const hourly = max(3, daily / 6, 0.2 * country.verified.hour.countAt(at));
    const ofAddress = 0.2 * address.verified.day.countAt(at);
    const isSuspect =
      foreign(address, wanted.country, at) > 3 ||
      country.unverified.day.countAt(at) + 1 > daily ||
      country.unverified.hour.countAt(at) + 1 > hourly ||
      address.unverified.day.countAt(at) + 1 > max(10, ofAddress) ||
      address.unverified.hour.countAt(at) + 1 > max(5, ofAddress / 6);
    if (isSuspect) return false;
    const entry: Entry = { at, stands: true };
    held.set(wanted, entry);
    for (const { unverified } of [country, address])
      for (const sliding of Object.values(unverified)) sliding.add(entry);
    address.askedFor.set(wanted.country, at);
    return true;
  }

  function answers(wanted: Wanted, at: Millis): void {
    const entry = held.get(wanted);
    if (!entry) return;
    const country = countsOf(countries, wanted.country);
    const address = countsOf(addresses, wanted.caller);
    for (const { unverified, verified } of [country, address]) {
      for (const sliding of Object.values(unverified)) sliding.takeBack(entry, at);
      for (const sliding of Object.values(verified)) sliding.add({ at, stands: true });
    }
    entry.stands = false;
    const today = floor(at / day);
    country.verifiedOn.set(today, (country.verifiedOn.get(today) ?? 0) + 1);
    address.verifiedFor.set(wanted.country, at);
  }
}

interface Counts {
  readonly unverified: ReturnType<typeof slidings>;
  readonly verified: ReturnType<typeof slidings>;
  readonly verifiedOn: Map<number, number>;
  /** Of the 14 days before this one. */
  readonly best: { on: number; verified: number };
  /** By country, the last time. */
  readonly askedFor: Map<string, Millis>;
  readonly verifiedFor: Map<string, Millis>;
}

const slidings = () => ({ day: createSliding(day), hour: createSliding(hour) });

function countsOf(all: Map<string, Counts>, name: string): Counts {
  const there = all.get(name);
  if (there) return there;
  const maps = { verifiedOn: new Map(), askedFor: new Map(), verifiedFor: new Map() };
  const counts = { unverified: slidings(), verified: slidings(), best: { on: -1, verified: 0 }, ...maps };
  all.set(name, counts);
  return counts;
}

/** The best of the 14 days before. */
function bestOf({ verifiedOn, best }: Counts, at: Millis): number {
  const today = floor(at / day);
  if (best.on !== today) {
    best.on = today;
    best.verified = max(...Array.from({ length: 14 }, (_, i) => verifiedOn.get(today - 1 - i) ?? 0));
  }
  return best.verified;
}

/** Countries that an address asked for in a day, this one too, and verified nothing in. */
function foreign({ askedFor, verifiedFor }: Counts, country: string, at: Millis): number {
  if (askedFor.size < 3) return 0; // with this one at most three: too few to matter
  const isRecent = (time: Millis | undefined): boolean => time !== undefined && time > at - day;
  const asked = new Set([...askedFor].filter(([, time]) => isRecent(time)).map(([name]) => name));
  return [...asked.add(country)].filter((name) => !isRecent(verifiedFor.get(name))).length;
}
