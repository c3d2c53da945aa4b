import { heartbeatIdentity } from '../core/heartbeat.ts';
import type { HeartbeatStep } from '../core/heartbeat-steps.ts';
import type { HeartbeatKey } from '../core/mac.ts';
import { type Millis, second } from '../core/time.ts';
import { routes, wellKnownPath } from '../http/routes.ts';
import type { Answer, Ask } from './ask.ts';
import { faultOfToken } from './check-token.ts';

export interface SignInDeps {
  readonly ask: Ask;
  readonly key: () => Promise<HeartbeatKey>;
  readonly now: () => Millis;
  readonly random: (bytes: number) => Buffer;
}

/** What the heartbeat knows of the service. */
export interface SignInPolicy {
  readonly issuer: string;
  readonly codeLength: number;
  /** Whether the service sends mail. */
  readonly sendsEmail: boolean;
}

/** The first step that failed, and how, in words that name nobody. */
export interface Failure {
  readonly step: HeartbeatStep;
  readonly why: string;
}

/** Tokens of five minutes bear a difference well below that. NTP keeps clocks within milliseconds. */
const maxClockError: Millis = 30 * second;

/** Signs in as a person would. Undefined: every step went well. The steps after one that failed are not tried. */
export async function signIn(
  { ask, key, now, random }: SignInDeps,
  policy: SignInPolicy,
): Promise<Failure | undefined> {
  const { address, code, mailbox } = heartbeatIdentity(await key(), now(), policy.codeLength);
  const nonce = random(16).toString('base64url');

  const sent = await asked(routes.sendLoginCode, { email: address });
  if (isClockWrong(sent, now())) return { step: 'clock', why: 'the clocks disagree' };
  const challenge_id = sent.body.data?.challenge_id;
  if (sent.status !== 200 || challenge_id === undefined) return failed('send', sent);

  const verified = await asked(routes.verifyLoginCode, { email: address, code, challenge_id, nonce });
  const token = verified.body.data?.token;
  if (verified.status !== 200 || token === undefined) return failed('verify', verified);

  const served = await asked({ method: routes.wellKnown.method, path: wellKnownPath('jwks.json') });
  if (served.status !== 200) return failed('key-set', served);
  const expected = { issuer: policy.issuer, email: address, nonce, now: now() };
  const fault = await faultOfToken(token, served.body, expected);
  if (fault !== undefined) return { step: 'key-set', why: fault };

  if (!policy.sendsEmail) return undefined;
  const mailed = await asked(routes.sendLoginCode, { email: mailbox });
  return mailed.status === 200 ? undefined : failed('email', mailed);

  /** No answer is an answer too: which step failed is what we want to know. */
  async function asked({ method, path }: { method: string; path: string }, body?: object): Promise<Answer> {
    try {
      return await ask(method, path, body);
    } catch (error) {
      return { status: 0, body: { i18n_key: error instanceof Error ? error.name : 'Error' } };
    }
  }
}

/** Every answer of the service says what time it is there. */
function isClockWrong({ body: { timestamp } }: Answer, now: Millis): boolean {
  return timestamp !== undefined && Math.abs(Date.parse(timestamp) - now) > maxClockError;
}

const failed = (step: HeartbeatStep, { status, body }: Answer): Failure => ({
  step,
  why: [status === 0 ? 'no answer' : `status ${status}`, ...(body.i18n_key ? [body.i18n_key] : [])].join(', '),
});
