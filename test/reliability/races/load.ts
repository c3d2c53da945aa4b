import type { Millis } from '../../../lib/core/time.ts';
import type { Chance } from '../../fuzz/chance.ts';
import type { Cast } from './cast.ts';
import type { Answer, Device, Message, Person, Send, Verify } from './history.ts';

/** What is asked next, and what is learned from the answers. */
export interface Load {
  next(now: Millis): Send | Verify | undefined;
  learn(asked: Send | Verify, answer: Answer, messages: readonly Message[]): void;
}

/** A code that came, and has not been used for anything yet. */
interface Held {
  readonly person: Person;
  readonly challengeId: string;
  readonly code: string;
  readonly ip: string;
}

interface Waiting {
  readonly asked: Send | Verify;
  readonly from: Millis;
}

const maxHeld = 12;

/** Requests of few people, many of them at once: whoever is free among the processes takes the next one. */
export function createLoad(cast: Cast, chance: Chance): Load {
  const waiting: Waiting[] = [];
  let held: Held[] = [];
  let devices: Device[] = [];
  let keyed: Send[] = [];
  let keys = 0;
  /** How often each is still to be asked again, once it is answered. */
  const insisting = new Map<Send | Verify, number>();

  const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
  const send = (person: Person, more: Partial<Send> = {}): Send => ({ kind: 'send', person, ip: cast.ip(), ...more });
  const check = ({ person, challengeId, ip }: Held, code: string): Verify => ({
    kind: 'verify',
    person,
    challengeId,
    code,
    ip: chance.oneIn(2) ? ip : cast.ip(),
  });
  const wrong = (code: string): string => `${(Number(code[0]) + 1 + chance.below(9)) % 10}${code.slice(1)}`;
  const deviceOf = (person: Person): Device | undefined => devices.findLast(({ owner }) => owner === person.address);

  /** Each gives nothing where nothing is there for it. `gap` in ms stands between its requests. */
  const moves: Record<string, (now: Millis) => { asked: readonly (Send | Verify)[]; gap?: Millis }> = {
    ask: (now) => ({ asked: [send(cast.someone(now))] }),
    /** All at once. */
    crowd(now) {
      const person = cast.someone(now);
      const ip = cast.ip();
      return { asked: times(7, (i) => send(person, i < 4 ? { ip } : {})) };
    },
    /** One after the other, however many are refused. */
    insist() {
      const asked = send(cast.newcomer());
      insisting.set(asked, 7);
      return { asked: [asked] };
    },
    knownDevice(now) {
      const person = cast.someone(now);
      const device = deviceOf(person);
      return { asked: device ? times(3, () => send(person, { device })) : [] };
    },
    /** With the token of another person, who reads the same mailbox. */
    borrowedDevice(now) {
      const person = cast.someone(now);
      const sibling = cast.siblingOf(person);
      const device = sibling && deviceOf(sibling);
      return { asked: device ? [...times(2, () => send(person, { device })), ...times(3, () => send(person))] : [] };
    },
    /** With the token of somebody else. */
    foreignDevice: (now) => ({
      asked: devices.length > 0 ? [send(cast.someone(now), { device: chance.pick(devices) })] : [],
    }),
    again() {
      if (held.length === 0) return { asked: [] };
      const { person, challengeId } = chance.pick(held);
      return { asked: [send(person, { challengeId })] };
    },
    /** One request, repeated while the first one is still going on, and after. */
    repeats(now) {
      const person = chance.oneIn(4) ? cast.someone(now) : cast.newcomer();
      const idempotencyKey = `0123456789-races-${keys++}`;
      const first = send(person, { idempotencyKey });
      keyed = [...keyed.slice(-maxHeld), first];
      return { asked: times(6, () => send(person, { idempotencyKey })), gap: chance.pick([0, 60, 120]) };
    },
    repeatLater: () => ({ asked: keyed.length > 0 ? [chance.pick(keyed)] : [] }),
    /** The right code, by several at once. */
    use() {
      const its = held.pop();
      return { asked: its ? times(4, () => check(its, its.code)) : [] };
    },
    guess() {
      const its = held.pop();
      return { asked: its ? [...times(6, () => check(its, wrong(its.code))), check(its, its.code)] : [] };
    },
    /** The right code, for another person. */
    pretend(now) {
      if (held.length === 0) return { asked: [] };
      const its = chance.pick(held);
      const person = cast.siblingOf(its.person) ?? cast.someone(now);
      return { asked: person.address === its.person.address ? [] : [check({ ...its, person }, its.code)] };
    },
  };
  const often = [
    'crowd',
    'knownDevice',
    'borrowedDevice',
    'borrowedDevice',
    'repeats',
    'repeats',
    'use',
    'use',
    'use',
    'guess',
  ];
  const choices = [...Object.keys(moves), ...often];

  return {
    next(now) {
      if (waiting.length < 12) {
        const { asked = [], gap = 0 } = moves[chance.pick(choices)]?.(now) ?? {};
        waiting.push(...asked.map((each, i) => ({ asked: each, from: now + i * gap })));
      }
      const due = waiting.findIndex(({ from }) => from <= now);
      const [next] = due < 0 ? [] : waiting.splice(due, 1);
      return next?.asked;
    },
    learn(asked, answer, messages) {
      const { person, ip } = asked;
      const left = insisting.get(asked) ?? 0;
      insisting.delete(asked);
      if (left > 0) {
        const once = { ...asked };
        insisting.set(once, left - 1);
        waiting.push({ asked: once, from: 0 });
      }
      if (answer.problem === 'sms-budget-spent') cast.countrySpent(person.budget);
      if (answer.deviceToken) {
        const device = { token: answer.deviceToken, owner: person.address };
        devices = [...devices.slice(-maxHeld), device];
        const sibling = cast.siblingOf(person);
        const next = [...times(2, () => send(person, { device })), ...(sibling ? [send(sibling, { device })] : [])];
        waiting.push(...next.map((each) => ({ asked: each, from: 0 })));
      }
      const code = messages.find(({ taken }) => taken)?.code;
      if (asked.kind === 'send' && answer.status === 200 && answer.challengeId && code) {
        const its = { person, challengeId: answer.challengeId, code, ip };
        held = [...held.filter(({ challengeId }) => challengeId !== its.challengeId).slice(-maxHeld), its];
      }
    },
  };
}
