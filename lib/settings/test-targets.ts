import { parseEmailAddress } from '../core/email-address.ts';
import { plainNumber } from '../core/number-text.ts';
import type { Passcode } from '../core/passcode.ts';
import type { Canonical, CountedAs, Target } from '../core/target.ts';
import type { TestTarget, TestTargets } from '../core/test-targets.ts';
import { day, type Millis } from '../core/time.ts';
import { type Faulty, faulty } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

/** In production, test identities must be allowed explicitly, and each must have an end. */
export function readTestTargets(
  { optional, withDefault, complain, nameOf }: Reader,
  development: boolean | Faulty,
  codeLength: number | Faulty,
): TestTargets | Faulty {
  const allowed = withDefault('allowTestTargets', a.trueOrFalse, 'false');
  const targets = optional('testTargets', testTargets(codeLength === faulty ? undefined : codeLength)) ?? new Map();
  if (development === true || targets === faulty || targets.size === 0) return targets;

  if (allowed !== true) {
    const unless = `unless ${nameOf('allowTestTargets')} is true`;
    complain('testTargets', `must be empty in production ${unless}: who knows a code can sign in`);
  }
  if ([...targets.values()].some(({ endsAt }) => endsAt === Infinity)) {
    complain('testTargets', 'must say in production until when each works');
  }
  return targets;
}

/** `digits` is undefined if the length of codes is faulty: then codes of any length are accepted. */
const testTargets =
  (digits: number | undefined): a.Read<TestTargets> =>
  (text) => {
    const entries = entriesOf(parsed(text))?.map(([address, said]) => testTarget(address, said, digits));
    const read = entries?.filter((entry) => entry !== undefined) ?? [];
    const targets: TestTargets = new Map(read.map((entry) => [entry.target.canonical, entry]));
    const valid = entries !== undefined && entries.length > 0 && targets.size === entries.length;
    return valid ? { value: targets } : { expected: `JSON such as ${example(digits)}, each address or number once` };
  };

const example = (digits = 6): string =>
  `{"+15005550006":{"code":"${'42'.repeat(5).slice(0, digits)}","until":"2027-01-31"}}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const entriesOf = (value: unknown): [string, unknown][] | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;

function testTarget(address: string, said: unknown, digits: number | undefined): TestTarget | undefined {
  const target = targetOf(address);
  const { code, until, ...more } = Object.fromEntries(entriesOf(said) ?? []);
  const endsAt = until === undefined ? Infinity : endOf(until);
  const known = typeof code === 'string' && /^\d+$/.test(code) && code.length === (digits ?? code.length);
  if (!target || !known || endsAt === undefined || Object.keys(more).length > 0) return undefined;
  return { target: { ...target, knownCode: code as Passcode }, endsAt };
}

/** Numbers that belong to nobody are not valid and have no country, so a number is not parsed. */
function targetOf(address: string): Target | undefined {
  const number = plainNumber(address);
  if (number === undefined) {
    const parsed = parseEmailAddress(address);
    return typeof parsed === 'string' ? undefined : parsed;
  }
  if (!/^\+\d{7,15}$/.test(number)) return undefined;
  return {
    channel: 'sms',
    canonical: number as Canonical,
    countedAs: number as string as CountedAs,
    masked: `${number.slice(0, 2)}***${number.slice(-2)}`,
    country: undefined,
  };
}

/** The end of that day, in UTC. */
function endOf(text: unknown): Millis | undefined {
  const reading = typeof text === 'string' ? a.date(text) : undefined;
  return reading && 'value' in reading ? reading.value + day : undefined;
}
