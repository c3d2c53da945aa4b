import { type DeviceStorage, devicesIn } from './devices.ts';
import { type Connection, post } from './request.ts';
import type { Result, Sent, SignedIn, Target } from './types.ts';
import { createWaits } from './waits.ts';

export type { DeviceStorage } from './devices.ts';
export type { Problem, Result, Sent, SignedIn, Target } from './types.ts';

export interface LoginCodeOptions {
  /** Where the service is: the address before `/auth/…`. */
  readonly url: string;
  /**
   * Where the device's tokens are kept.
   * @default localStorage, where there is one
   */
  readonly storage?: DeviceStorage;
  /** @default the global one */
  readonly fetch?: typeof fetch;
  /**
   * The language of messages and of problems, as a BCP 47 tag.
   * @default the browser's
   */
  readonly language?: string;
}

export interface LoginCode {
  /** Sends a code. Asked again for the same target, it sends the same code again. */
  send(target: Target): Promise<Result<Sent>>;
  /** Sends the code again, to the same address or number. */
  resend(): Promise<Result<Sent>>;
  /** `nonce` comes back as a claim of the token. */
  verify(code: string, nonce?: string): Promise<Result<SignedIn>>;
}

/** In ms, before each repetition of a request whose answer did not come. */
const pauses = [500, 2_000];

const sending = '/auth/send-login-code';
const verifying = '/auth/verify-login-code';

/** One person's sign-in at a time. What goes wrong is a value: nothing here rejects, except by a fault of the caller. */
export function createLoginCode(options: LoginCodeOptions): LoginCode {
  const { url, language, storage, fetch: given = (...request) => fetch(...request) } = options;
  const connection: Connection = { url: url.replace(/\/+$/, ''), fetch: given, language };
  const devices = devicesIn(() => storage ?? (globalThis as { localStorage?: DeviceStorage }).localStorage);
  const waits = createWaits(Date.now);
  let asked: { readonly target: Target; readonly challengeId?: string | undefined } | undefined;
  /** Of the request whose answer was lost: the next one for the same target repeats it. */
  let lost: { readonly target: Target; readonly key: string } | undefined;

  async function send(target: Target): Promise<Result<Sent>> {
    const waiting = waits.over(sending, target);
    if (waiting) return { ok: false, problem: waiting };
    if (!isSame(asked?.target, target)) asked = { target };
    const challenge_id = asked?.challengeId;
    const key = lost && isSame(lost.target, target) ? lost.key : newKey();
    const device_token = await devices.tokenOf(target);
    const body = { ...target, challenge_id, device_token };
    const result = await post<Sent>(connection, sending, body, { 'Idempotency-Key': `"${key}"` }, pauses);
    lost = !result.ok && result.problem.slug === 'no-answer' ? { target, key } : undefined;
    waits.note(sending, target, result);
    const answer = result.ok ? result : result.problem;
    if ('challenge_id' in answer && answer.challenge_id) asked = { target, challengeId: answer.challenge_id };
    return result;
  }

  return {
    send,
    resend: async () => send(required(asked).target),
    /** Not repeated by itself: if it was the answer that was lost, the service has counted the attempt. */
    async verify(code, nonce) {
      const { target, challengeId: challenge_id } = required(asked);
      const waiting = waits.over(verifying, target);
      if (waiting) return { ok: false, problem: waiting };
      const body = { ...target, challenge_id, code: code.replace(/[\s-]/g, ''), nonce };
      const result = await post<SignedIn>(connection, verifying, body);
      waits.note(verifying, target, result);
      if (result.ok) {
        asked = undefined;
        if (result.device_token) await devices.keep(target, result.device_token);
      }
      return result;
    },
  };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('login-code: no code was asked for. Call send first.');
  return value;
}

const isSame = (one: Target | undefined, other: Target): boolean =>
  one !== undefined && one.email === other.email && one.phone === other.phone;

/** `crypto.randomUUID` is missing on pages that came over plain HTTP. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
