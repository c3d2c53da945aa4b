/**
 * `npm run simulate:lockout`: what strangers who know the rules can do to one person in a week. The real flows over the model
 * table, on a virtual clock. The table stands in docs/security.md.
 */
import { fileURLToPath } from 'node:url';
import { callerFromIp } from '../../lib/core/caller.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import { type Limit, waitUntilAllowed } from '../../lib/core/limits.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import type { Target } from '../../lib/core/target.ts';
import { day, hour, type Millis, minute, second } from '../../lib/core/time.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createSend } from '../../lib/flows/send.ts';
import { createVerify } from '../../lib/flows/verify.ts';
import { readVerifyConfig } from '../../lib/settings/config.ts';
import { targetOf } from '../support/both-halves.ts';
import { createModelTable } from '../support/model-table.ts';
import { createAgenda } from './agenda.ts';
import { seeded, seededBytes } from './random.ts';

const policy = readVerifyConfig({
  TABLE_NAME: 'simulation',
  LOGIN_CODE_SECRET: 's'.repeat(32),
  PUBLIC_URL: 'https://login.example.com',
  EMAIL_FROM: 'login@example.com',
  ENVIRONMENT: 'development',
});
const start = Date.UTC(2026, 0, 5);
const week: Millis = 7 * day;

interface Victim {
  readonly name: string;
  /** When the person wants to sign in, from the start on. */
  readonly times: (random: () => number) => readonly Millis[];
  readonly onKnownDevice: boolean;
}

const daytime = (random: () => number): Millis => 8 * hour + Math.floor(random() * 16 * hour);

/** So many times on each day, less those that would come too soon after others: a person waits a minute between two. */
const timesOf =
  (from: number, aDay: number, limits: readonly Limit[] = []) =>
  (random: () => number): readonly Millis[] => {
    const wanted = Array.from({ length: 7 - from }, (_, i) => from + i)
      .flatMap((on) => Array.from({ length: aDay }, () => on * day + daytime(random)))
      .toSorted((one, other) => one - other);
    const kept: Millis[] = [];
    for (const time of wanted) if (hasRoom(kept, [...limits, aMinute], time)) kept.push(time);
    return kept;
  };

const aMinute: Limit = { max: 1, window: minute };
const upTo4: readonly Limit[] = [
  { max: 2, window: hour },
  { max: 4, window: day },
];

const hasRoom = (times: readonly Millis[], limits: readonly Limit[], now: Millis): boolean =>
  waitUntilAllowed(times.toReversed(), limits, now) === 0;

export const victims: readonly Victim[] = [
  {
    name: '12 times a day on a known device',
    times: timesOf(0, 12),
    onKnownDevice: true,
  },
  { name: 'up to 4 times a day, each time on a new device', times: timesOf(0, 4, upTo4), onKnownDevice: false },
  { name: 'the same, for the first time on day 4', times: timesOf(3, 4, upTo4), onKnownDevice: false },
];

/** How many addresses. Where they only ask, more than 20 make no difference: 20 use up the target's limits already. */
export const attackerSizes = { thatGuess: [1, 4, 20, 1_000], thatAsk: [1, 4, 20] };

export interface Outcome {
  readonly wanted: number;
  readonly atOnce: number;
  /** At once or later that week. */
  readonly signedIn: number;
  /** Infinity: not within the week. */
  readonly longestWait: Millis;
  readonly strangersMailsADay: number;
  readonly guesses: number;
  readonly longestRun: number;
}

/** Each address asks whenever it may. `guesses`: it answers each of its codes wrongly until no attempt is left. */
export async function simulate(victim: Victim, attackers: number, guesses: boolean): Promise<Outcome> {
  const random = seeded(20_261_124 + attackers);
  const clock = { now: start };
  const agenda = createAgenda(clock);
  const table = createModelTable();
  const keys = keysFromOneSecret('s'.repeat(32));
  const shared = { keys: async () => keys, now: () => clock.now, random: seededBytes(random), report() {} };
  let lastCode: Passcode | undefined;
  const send = createSend(
    {
      ...shared,
      table,
      denials: createDenials(),
      onHalfSpent() {},
      guard: 'off',
      onSuspect() {},
      email: {
        budget: undefined,
        deliver: async (_, { passcode }) => {
          lastCode = passcode;
          return 'sent';
        },
      },
    },
    policy,
  );
  const verify = createVerify(
    {
      ...shared,
      table,
      denials: createDenials(),
      issueToken: async () => ({ jwt: 'token', lifetime: minute }),
      prepareToken: async () => undefined,
    },
    policy,
  );
  const target: Target = targetOf({ email: 'dave@corp.example' });
  const seen = { atOnce: 0, longestWait: 0, mails: 0, guesses: 0, run: 0, longestRun: 0, signedIn: 0 };
  let deviceToken: string | undefined;

  async function attack(caller = callerFromIp('')): Promise<void> {
    const result = await send({ target, caller, locale: 'en' });
    if (result.outcome === 'denied') return agenda.at(result.denial.until, () => attack(caller));
    if (result.outcome !== 'sent') throw new Error(result.outcome);
    seen.mails++;
    while (guesses) {
      const guess = await verify({ target, caller, challengeId: result.challengeId, code: 'wrong' as Passcode });
      if (guess.outcome !== 'wrong') break;
      seen.guesses++;
      seen.longestRun = Math.max(seen.longestRun, ++seen.run);
    }
    agenda.at(clock.now + second, () => attack(caller));
  }

  async function signIn(wantedAt: Millis): Promise<void> {
    const caller = callerFromIp('192.0.2.7');
    const result = await send({ target, caller, locale: 'en', deviceToken });
    if (result.outcome === 'denied') return agenda.at(result.denial.until, () => signIn(wantedAt));
    if (result.outcome !== 'sent' || !lastCode) throw new Error(result.outcome);
    const { challengeId } = result;
    const verified = await verify({ target, caller, challengeId, code: lastCode });
    if (verified.outcome !== 'verified') throw new Error(verified.outcome);
    if (victim.onKnownDevice) deviceToken = verified.deviceToken;
    else seen.run = 0; // a right code ends the run of its own window
    const wait = clock.now - wantedAt;
    seen.signedIn++;
    if (wait === 0) seen.atOnce++;
    seen.longestWait = Math.max(seen.longestWait, wait);
  }

  if (victim.onKnownDevice) {
    clock.now = start - 30 * day; // it became known a month ago
    await signIn(clock.now);
    Object.assign(seen, { atOnce: 0, signedIn: 0 });
    clock.now = start;
  }
  for (let i = 0; i < attackers; i++) {
    const caller = callerFromIp(`10.0.${i >> 8}.${i & 255}`);
    agenda.at(start + Math.floor(random() * minute), () => attack(caller));
  }
  const times = victim.times(random);
  for (const time of times) agenda.at(start + time, () => signIn(start + time));
  await agenda.runUntil(start + week);
  return {
    wanted: times.length,
    atOnce: seen.atOnce,
    signedIn: seen.signedIn,
    longestWait: seen.signedIn < times.length ? Infinity : seen.longestWait,
    strangersMailsADay: seen.mails / 7,
    guesses: seen.guesses,
    longestRun: seen.longestRun,
  };
}

function waitInWords(wait: Millis): string {
  if (wait === Infinity) return 'not that week';
  if (wait >= hour) return `${(wait / hour).toFixed(1)} h`;
  return `${Math.ceil(wait / second)} s`;
}

/** One line for each person and size of attack. */
export async function lockoutTable(guesses: boolean): Promise<readonly string[]> {
  const lines = [
    "| the person signs in | addresses | at once | in that week | longest wait | strangers' mails a day | guesses | longest run |",
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const victim of victims) {
    for (const attackers of guesses ? attackerSizes.thatGuess : attackerSizes.thatAsk) {
      const seen = await simulate(victim, attackers, guesses);
      const cells = [
        ...[victim.name, attackers.toLocaleString('en')],
        ...[`${seen.atOnce} of ${seen.wanted}`, `${seen.signedIn} of ${seen.wanted}`, waitInWords(seen.longestWait)],
        ...[seen.strangersMailsADay.toFixed(1), String(seen.guesses), String(seen.longestRun)],
      ];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return lines;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const guesses of [true, false]) process.stdout.write(`${(await lockoutTable(guesses)).join('\n')}\n\n`);
}
