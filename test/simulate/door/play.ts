import { hour, minute, second } from '../../../lib/core/time.ts';
import { seeded } from '../random.ts';
import { createFirewall } from './firewall.ts';
import type { Manner } from './flood.ts';
import { type Bucket, createGateway } from './gateway.ts';
import type { Limits } from './limits.ts';

export interface Door {
  readonly gateway: Bucket;
  /** Requests of one address in five minutes. Undefined: there is no firewall. */
  readonly firewallRate: number | undefined;
}

export interface Flood {
  readonly addresses: number;
  readonly manner: Manner;
  /** Requests a second of one address. */
  readonly rate: number;
}

/** Of the people who want to sign in, the parts that get their code. */
export interface Served {
  readonly atOnce: number;
  /** Asking again after a second, as the answer says. */
  readonly inAMinute: number;
}

export interface Outcome {
  readonly onKnownDevices: Served;
  readonly onNewDevices: Served;
  /** Mails to strangers in the first hour, and in the second. */
  readonly strangersMails: readonly [number, number];
}

const { floor } = Math; // in a test, each look at a global is slow

/** Addresses that ask alike are reckoned as one. */
const maxSources = 100;
const stepsASecond = 10;
/** Somebody wants to sign in every second second: 43,200 a day, which the mail budget allows. */
const secondsBetweenPeople = 2;
/** Whom the flood has codes sent to. */
const addressesAskedFor = 100_000;

interface Person {
  readonly number: number;
  readonly onKnownDevice: boolean;
  readonly wantedAt: number;
}

/** Two hours of flooding the endpoint that sends codes: its ceiling is the lowest. Without `limits` the door alone decides. */
export function play({ gateway, firewallRate }: Door, { addresses, manner, rate }: Flood, limits?: Limits): Outcome {
  const random = seeded(20_261_124 + addresses);
  const sources = Math.min(addresses, maxSources);
  const perSource = addresses / sources;
  const firewall = firewallRate === undefined ? undefined : createFirewall(sources, firewallRate);
  const letThrough = createGateway(gateway, 1 / stepsASecond);
  const ask = manner.ask(rate, sources);
  const waiting = new Map<number, Person[]>();
  const served = { known: { wanted: 0, atOnce: 0, inAMinute: 0 }, new: { wanted: 0, atOnce: 0, inAMinute: 0 } };
  let owed = 0;
  let inFirstHour = 0;

  for (let now = 0; now < (2 * hour + minute) / second; now++) {
    if (now === hour / second) inFirstHour = limits?.spent.strangers ?? 0;
    if (now < (2 * hour) / second && now % secondsBetweenPeople === 0) arrive(now);
    const sent = Array.from({ length: sources }, (_, source) => ask(source, now, firewall));
    firewall?.look(now, sent);
    const open = sent.flatMap((requests, source) => (requests > 0 && !firewall?.isBlocked(source) ? [source] : []));
    const requests = (open.length * perSource * rate) / stepsASecond;
    for (let step = now * stepsASecond; step < (now + 1) * stepsASecond; step++) {
      const people = waiting.get(step) ?? [];
      const part = letThrough(requests + people.length);
      for (const person of people) knock(person, step, random() < part);
      for (owed += requests * part; limits && owed >= 1; owed--) flood(limits, open, step);
    }
  }
  return {
    onKnownDevices: partsOf(served.known),
    onNewDevices: partsOf(served.new),
    strangersMails: [inFirstHour, (limits?.spent.strangers ?? 0) - inFirstHour],
  };

  function arrive(now: number): void {
    const wantedAt = now * stepsASecond + floor(random() * stepsASecond);
    const number = now / secondsBetweenPeople;
    const person = { number, onKnownDevice: number % 2 === 0, wantedAt };
    served[person.onKnownDevice ? 'known' : 'new'].wanted++;
    wait(person, wantedAt);
  }

  function wait(person: Person, until: number): void {
    waiting.set(until, [...(waiting.get(until) ?? []), person]);
  }

  function knock(person: Person, step: number, isLetThrough: boolean): void {
    const { number, onKnownDevice, wantedAt } = person;
    const waited = step - wantedAt;
    if (!isLetThrough) {
      if (waited < 60 * stepsASecond) wait(person, step + stepsASecond);
      return;
    }
    const asked = { caller: `person ${number}`, person: `person ${number}`, onKnownDevice };
    if (limits && !limits.isSent(asked, inMillis(step))) return;
    const count = served[onKnownDevice ? 'known' : 'new'];
    if (waited === 0) count.atOnce++;
    count.inAMinute++;
  }

  function flood({ isSent }: Limits, open: readonly number[], step: number): void {
    const source = open[floor(random() * open.length)] ?? 0;
    const caller = `address ${source * perSource + floor(random() * perSource)}`;
    const person = `stranger ${floor(random() * addressesAskedFor)}`;
    isSent({ caller, person, onKnownDevice: false }, inMillis(step));
  }
}

const inMillis = (step: number): number => (step * second) / stepsASecond;

const partsOf = ({ wanted, ...served }: Served & { readonly wanted: number }): Served => ({
  atOnce: served.atOnce / wanted,
  inAMinute: served.inAMinute / wanted,
});
