import { randomInt } from 'node:crypto';
import { type Millis, second } from '../../../lib/core/time.ts';
import type { Chance } from '../../fuzz/chance.ts';
import { someEmail, someIp } from '../../support/people.ts';
import { secret } from '../../support/recorded.ts';
import type { Person } from './history.ts';

/** Those who ask at one time: few, so that they get in each other's way. */
export interface Cast {
  /** Anybody who is asked for now. */
  someone(now: Millis): Person;
  /** Somebody new, whose mail is refused half of the time. */
  newcomer(): Person;
  /** Another person with the same mailbox. */
  siblingOf(person: Person): Person | undefined;
  ip(): string;
  isRefused(to: string): boolean;
  /** Texts to its country are over for today. */
  countrySpent(budget: string): void;
}

/** Countries, and numbers there that are valid with any last six digits. */
const countries = {
  US: '+12022',
  GB: '+447400',
  FR: '+33612',
  ES: '+34612',
  NL: '+31612',
  AU: '+61412',
  PL: '+48512',
  SE: '+46701',
  DE: '+4915123',
  IT: '+393123',
  BR: '+5511961',
  JP: '+819012',
  IN: '+918123',
  PT: '+351912',
  BE: '+32470',
  CH: '+41781',
  AT: '+43664',
  DK: '+4532',
  NO: '+4740',
  FI: '+358412',
} as const;

/** Few texts for each country, so that one is used up after the other. */
export const smsCountries = Object.keys(countries)
  .map((country) => `${country}=5`)
  .join(' ');

const mailboxes = 4;
const phones = 4;
/** Until somebody else comes: old ones are locked by wrong codes. */
const lifetime: Readonly<Record<'email' | 'sms', Millis>> = { email: 16 * second, sms: 3 * second };

export function createCast(chance: Chance): Cast {
  const open = Object.keys(countries) as (keyof typeof countries)[];
  const refused = new Set<string>();
  const ips = Array.from({ length: 24 }, someIp);
  const stages = [
    ...Array.from({ length: mailboxes }, () => stageOf(pair, lifetime.email)),
    ...Array.from({ length: phones }, () => stageOf(phone, lifetime.sms)),
  ];

  function pair(): readonly Person[] {
    const mailbox = someEmail();
    return [mailbox, secret(mailbox.replace('@', '+work@'))].map((address) => ({ address, mailbox, budget: 'email' }));
  }

  function phone(): readonly Person[] {
    const country = open[0] ?? 'US';
    const number = secret(`${countries[country]}${String(randomInt(1_000_000)).padStart(6, '0')}`);
    refused.add(number);
    return [{ address: number, mailbox: number, budget: `sms#${country}` }];
  }

  return {
    someone: (now) => chance.pick(chance.pick(stages)(now)),
    newcomer() {
      const [person] = pair();
      if (!person) throw new Error('Nobody is new');
      refused.add(person.address);
      return person;
    },
    siblingOf(person) {
      if (person.budget !== 'email') return undefined;
      const address = person.address === person.mailbox ? person.mailbox.replace('@', '+work@') : person.mailbox;
      return { ...person, address };
    },
    // One caller asks more often than the others.
    ip: () => (chance.oneIn(4) ? ips[0] : chance.pick(ips)) ?? '',
    isRefused: (to) => refused.has(to) && chance.oneIn(to.startsWith('+') ? 4 : 2),
    countrySpent(budget) {
      if (open.length > 1 && budget === `sms#${open[0]}`) open.shift();
    },
  };
}

/** Whoever is on it is replaced now and then. */
function stageOf(cast: () => readonly Person[], lifetime: Millis): (now: Millis) => readonly Person[] {
  let people = cast();
  let until: Millis | undefined;
  return (now) => {
    until ??= now + lifetime;
    if (now >= until) [people, until] = [cast(), now + lifetime];
    return people;
  };
}
