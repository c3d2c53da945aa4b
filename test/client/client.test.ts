import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { build } from 'esbuild';
import { createLoginCode, type LoginCodeOptions } from '../../lib/client/client.ts';
import { someEmail, somePhone } from '../support/people.ts';

const url = 'https://login.example.com/v1';

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}

const sent = (id = 'first') => ({
  data: { channel: 'email', target: 's***e@example.com', expires_in: 600, challenge_id: id },
});
const signedIn = {
  data: {
    token: 'a.b.c',
    token_type: 'Bearer',
    expires_in: 300,
    channel: 'email',
    target: 's***e',
    device_token: 'device',
  },
};
const refused = (slug: string, more: object = {}) => ({ type: `${url}/problems/${slug}`, title: slug, ...more });
const throttled = (slug: string) => refused(slug, { status: 429, retry_after: 60, i18n_args: { retry_after: 60 } });

/** A service that gives these answers, one after the other. An error is a network that fails. */
function playing(answers: readonly unknown[], options: Partial<LoginCodeOptions> = {}) {
  const asked: Asked[] = [];
  const left = [...answers];
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  const login = createLoginCode({
    url,
    storage,
    fetch: async (to, request) => {
      const headers = request?.headers as Asked['headers'];
      asked.push({ path: String(to).slice(url.length), headers, body: JSON.parse(String(request?.body)) });
      const answer = left.shift();
      if (answer instanceof Error) throw answer;
      return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
    },
    ...options,
  });
  return { login, asked, kept };
}

const lost = new TypeError('Failed to fetch');
const keysOf = (asked: readonly Asked[]) => asked.map(({ headers }) => headers['Idempotency-Key']);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Lets the pauses between repetitions pass. */
async function soon<Value>(value: Promise<Value>): Promise<Value> {
  await jest.advanceTimersByTimeAsync(10_000);
  return value;
}

describe('sending', () => {
  test('gives the answer as a value, and asks in the language that was given', async () => {
    const { login, asked } = playing([sent()], { url: `${url}/`, language: 'zh-CN' });
    const email = someEmail();
    expect(await login.send({ email })).toEqual({ ok: true, ...sent().data });
    expect(asked[0]).toMatchObject({
      path: '/auth/send-login-code',
      body: { email },
      headers: { 'Accept-Language': 'zh-CN' },
    });
    expect(asked[0]?.headers['Idempotency-Key']).toMatch(/^"[0-9a-f]{32}"$/);
  });

  test('again sends the newest challenge id, with a new key; another target begins anew', async () => {
    const { login, asked } = playing([sent(), sent('second'), sent(), sent()]);
    await login.send({ email: someEmail() });
    await login.resend();
    await login.resend();
    await login.send({ phone: somePhone() });
    expect(asked.map(({ body }) => body.challenge_id)).toEqual([undefined, 'first', 'second', undefined]);
    expect(new Set(keysOf(asked)).size).toBe(4);
  });

  test('repeats a request whose answer was lost, or was not ours, with the same key', async () => {
    const { login, asked } = playing([lost, '<html>', sent()]);
    expect(await soon(login.send({ email: someEmail() }))).toMatchObject({ ok: true });
    expect(new Set(keysOf(asked)).size).toBe(1);
    expect(asked).toHaveLength(3);
  });

  test('gives up in the end, and keeps the key for the next try for the same target only', async () => {
    const { login, asked } = playing([lost, lost, {}, sent(), sent()]);
    const email = someEmail();
    expect(await soon(login.send({ email }))).toEqual({ ok: false, problem: { slug: 'no-answer' } });
    await login.send({ email });
    await login.send({ email });
    const keys = keysOf(asked);
    expect([new Set(keys.slice(0, 4)).size, new Set(keys).size]).toEqual([1, 2]);
  });

  test('asks nothing before retry_after is over, and says how long is left', async () => {
    const { login, asked } = playing([throttled('target-throttled'), sent(), sent()]);
    const email = someEmail();
    await login.send({ email });
    jest.setSystemTime(Date.now() + 15_500);
    const left = { retry_after: 45, i18n_args: { retry_after: 45 } };
    expect(await login.send({ email })).toMatchObject({ ok: false, problem: { slug: 'target-throttled', ...left } });
    expect(await login.send({ email: someEmail() })).toMatchObject({ ok: true });
    jest.setSystemTime(Date.now() + 44_500);
    expect(await login.send({ email })).toMatchObject({ ok: true });
    expect(asked).toHaveLength(3);
  });

  test.each(['caller-throttled', 'service-throttled'])('waits after %s whoever it is for', async (slug) => {
    const { login, asked } = playing([throttled(slug)]);
    await login.send({ email: someEmail() });
    expect(await login.send({ phone: somePhone() })).toMatchObject({ ok: false, problem: { slug } });
    expect(asked).toHaveLength(1);
  });
});

describe('verifying', () => {
  test('sends the digits with the challenge and the nonce, and keeps the device token for the next time', async () => {
    const { login, asked, kept } = playing([sent(), signedIn, sent()]);
    const email = someEmail();
    await login.send({ email });
    expect(await login.verify(' 123 4-56', 'n-1')).toEqual({ ok: true, ...signedIn.data });
    expect(asked[1]?.body).toEqual({ email, challenge_id: 'first', code: '123456', nonce: 'n-1' });
    await login.send({ email: ` ${email.toUpperCase()}` });
    expect(asked[2]?.body.device_token).toBe('device');
    expect(asked[2]?.body.challenge_id).toBeUndefined();
    for (const name of kept.keys()) expect(name).toMatch(/^[\w.-]+$/);
  });

  test('asks once only: a lost answer may have cost an attempt', async () => {
    const { login, asked } = playing([sent(), lost]);
    await login.send({ email: someEmail() });
    expect(await login.verify('123456')).toEqual({ ok: false, problem: { slug: 'no-answer' } });
    expect(asked).toHaveLength(2);
  });

  test('says how many attempts are left, and waits when told to', async () => {
    const wrong = refused('code-invalid', { status: 400, i18n_args: { attempts_left: 4 } });
    const { login, asked } = playing([sent(), wrong, throttled('caller-throttled')]);
    await login.send({ phone: somePhone() });
    const result = await login.verify('123456');
    expect(!result.ok && result.problem.slug === 'code-invalid' && result.problem.i18n_args.attempts_left).toBe(4);
    await login.verify('123456');
    expect(await login.verify('123456')).toMatchObject({ ok: false, problem: { retry_after: 60 } });
    expect(asked).toHaveLength(3);
  });

  test('takes a code that arrives although its delivery was unknown', async () => {
    const { login, asked } = playing([refused('delivery-failed', { status: 500, challenge_id: 'perhaps' }), signedIn]);
    await login.send({ email: someEmail() });
    expect(await login.verify('123456')).toMatchObject({ ok: true });
    expect(asked[1]?.body.challenge_id).toBe('perhaps');
  });

  test('without a code that was asked for is a fault of the caller', async () => {
    const { login } = playing([]);
    await expect(login.verify('123456')).rejects.toThrow('Call send first');
    await expect(login.resend()).rejects.toThrow('Call send first');
  });
});

test('a device that lets nothing be stored signs in as a stranger', async () => {
  const closed = () => {
    throw new Error('The operation is insecure.');
  };
  const { login, asked } = playing([sent(), signedIn], { storage: { getItem: closed, setItem: closed } });
  await login.send({ email: someEmail() });
  expect(await login.verify('123456')).toMatchObject({ ok: true });
  expect(asked[0]?.body.device_token).toBeUndefined();
});

test('the client takes at most 3 kB, compressed, and needs nothing else', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [new URL('../../lib/client/client.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: '/',
  });
  expect(Object.keys(metafile.inputs).filter((file) => !file.startsWith('lib/client/'))).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThan(3_000);
});
