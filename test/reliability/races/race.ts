import { setTimeout as pause } from 'node:timers/promises';
import { createTable } from '../../../infra/local/dynamodb.ts';
import type { Millis } from '../../../lib/core/time.ts';
import { readSendConfig } from '../../../lib/settings/config.ts';
import type { Environment } from '../../../lib/settings/reader.ts';
import { createChance } from '../../fuzz/chance.ts';
import { newSecret, signingKey } from '../../support/emulated.ts';
import { someRsaKey, startKms } from '../../support/kms.ts';
import { createCast, smsCountries } from './cast.ts';
import { monotonic } from './clock.ts';
import { readCounters } from './counters.ts';
import type { History, Message, Operation } from './history.ts';
import { createLoad } from './load.ts';
import { startPostOffice } from './post-office.ts';
import { type Racer, startRacer } from './process.ts';
import { maxSkew, type Terms, termsOf } from './terms.ts';
import { answerIn, orderOf } from './wire.ts';

/** Windows so short that they deny many times in a minute, and so long that clocks which differ do not undo them. */
const settings: Environment = {
  PUBLIC_URL: 'https://login.example.com/v1',
  EMAIL_FROM: 'login@example.com',
  SMS_COUNTRIES: smsCountries,
  SMS_GUARD: 'watch',
  AUDIENCE: 'https://api.example.com',
  SIGNING_KEY_ARN: signingKey,
  CODE_LENGTH: '10', // found in a message by its length
  CALLER_LIMITS: '40/10s',
  VERIFY_CALLER_LIMITS: '40/10s',
  TARGET_LIMITS: '5/8s 12/30s',
  TARGET_CALLER_LIMITS: '3/8s 8/30s',
  DEVICE_LIMITS: '2/8s',
};

export interface RaceOptions {
  readonly dynamodb: string;
  readonly processes: number;
  readonly seed: number;
  /** The name of a broken build. */
  readonly build?: string | undefined;
}

export interface Race {
  readonly terms: Terms;
  /** Until all is answered. */
  play(length: Millis): Promise<void>;
  history(): Promise<History>;
  close(): Promise<void>;
}

let tables = 0;

export async function startRace({ dynamodb, processes, seed, build }: RaceOptions): Promise<Race> {
  const tableName = `races-${process.pid}-${Date.now()}-${tables++}`;
  const chance = createChance(seed);
  const cast = createCast(chance);
  const load = createLoad(cast, chance);
  const operations: Operation[] = [];
  const messages: Message[] = [];
  const epoch = Date.now() - monotonic();

  await createTable(dynamodb, tableName);
  const kms = await startKms({ [signingKey]: someRsaKey() });
  const offices = await Promise.all(
    Array.from({ length: processes }, (_, i) =>
      startPostOffice(i, cast.isRefused, (message) => void messages.push(message)),
    ),
  );
  const env: Environment = {
    ...settings,
    LOGIN_CODE_SECRET: newSecret(),
    TABLE_NAME: tableName,
    AWS_ENDPOINT_URL_KMS: kms.url,
  };
  const started = await Promise.allSettled(
    offices.map(({ url }, i) =>
      startRacer({
        env: { ...env, AWS_ENDPOINT_URL_SESV2: url, AWS_ENDPOINT_URL_SNS: url },
        dynamodb,
        epoch,
        skew: skewOf(i, processes),
        seed: seed + i,
        build,
      }),
    ),
  );
  const racers = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const race: Race = {
    terms: termsOf(readSendConfig(env)),
    async play(length) {
      const end = monotonic() + length;
      await Promise.all(racers.map((racer, i) => run(racer, i, end)));
    },
    history: async () => ({ operations, messages, counters: await readCounters(dynamodb, tableName) }),
    async close() {
      for (const racer of racers) racer.stop();
      await Promise.all([...offices, kms].map((running) => running.close()));
    },
  };
  const failed = started.find((each) => each.status === 'rejected');
  if (!failed) return race;
  await race.close();
  throw failed.reason;

  async function run(racer: Racer, i: number, end: Millis): Promise<void> {
    while (monotonic() < end) {
      const asked = load.next(monotonic());
      if (!asked) {
        await pause(2);
        continue;
      }
      const done = await racer.carryOut(orderOf(asked));
      const { invoked, completed, retried, lost } = done;
      const answer = answerIn(done);
      operations.push({ process: i, asked, invoked, completed, answer, retried, lost });
      const its = messages.filter(({ process, at }) => process === i && at >= invoked && at <= completed);
      if (answer) load.learn(asked, answer, its);
    }
  }
}

/** Evenly from as slow as may be to as fast as may be. */
const skewOf = (i: number, processes: number): Millis =>
  processes === 1 ? 0 : Math.round(-maxSkew + (2 * maxSkew * i) / (processes - 1));
