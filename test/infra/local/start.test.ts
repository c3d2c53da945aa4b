import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';
import { wordsFile } from '../../support/words-file.ts';

const url = `http://127.0.0.1:${port}`;

let started: ChildProcessWithoutNullStreams | undefined;
afterEach(() => kill(started));

function start(env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  started = startLaptop(port, env);
  return started;
}

/** Its exit status and its complaint. */
const failure = async (child: ChildProcessWithoutNullStreams) => {
  const [complaint, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { status, complaint };
};

const send = (body: object) =>
  fetch(`${url}/auth/send-login-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
/** Bytes as they are, and what comes back before the connection ends. */
function sendRaw(to: number, bytes: string): Promise<string> {
  const socket = connect(to, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

async function breakOffAfter(to: number, bytes: string): Promise<void> {
  const socket = connect(to, '127.0.0.1').on('error', () => {});
  socket.write(bytes);
  await pause(50);
  socket.destroy();
}

const messages = async () => (await fetch(`${url}/_local/messages`)).json() as Promise<Record<string, string>[]>;

test('it is ready when it says so, sends what is asked, shows it, and Ctrl-C stops everything', async () => {
  const child = start();
  expect(await ready(child)).toContain(`curl http://localhost:${port}/auth/send-login-code`);

  expect((await send({ email: 'sophie@example.com' })).status).toBe(200);
  expect((await send({ phone: '+12025550123' })).status).toBe(200);
  const [mail, sms] = await messages();
  expect(Object.keys(mail ?? {})).toEqual(['channel', 'to', 'from', 'subject', 'text', 'html', 'locale', 'at']);
  expect(mail).toMatchObject({ channel: 'email', to: 'sophie@example.com', from: 'login@example.com', locale: 'en' });
  expect(sms).toMatchObject({ channel: 'sms', to: '+12025550123', subject: null, html: null, locale: 'en' });
  expect(mail?.text).toMatch(/\b\d{6}\b/);
  expect(await (await fetch(`${url}/`)).text()).toContain('<title>Inbox');

  expect((await fetch(`${url}/_local/messages`, { method: 'DELETE' })).status).toBe(204);
  expect(await messages()).toEqual([]);

  const page = await fetch(`${url}/problems/target-throttled`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const { issuer, jwks_uri } = (await (await fetch(`${url}/.well-known/openid-configuration`)).json()) as Record<
    string,
    string
  >;
  const { keys } = (await (await fetch(jwks_uri ?? '')).json()) as { keys: object[] };
  expect([issuer, keys.length]).toEqual([`http://localhost:${port}`, 1]);
  const nowhere = await fetch(`${url}/nowhere`);
  expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'application/problem+json']);

  const exited = once(child, 'exit');
  child.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  await expect(fetch(url)).rejects.toMatchObject({ message: 'fetch failed' });
});

test('a request that breaks off, or is none, ends alone', async () => {
  await ready(start());
  const head = 'POST /auth/send-login-code HTTP/1.1\r\nHost: localhost\r\n';
  for (const service of [0, 1, 2, 3].map((offset) => port + offset)) {
    await breakOffAfter(service, `${head}Content-Length: 50\r\n\r\nabc`);
    await breakOffAfter(service, `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`);
    await breakOffAfter(service, '\0\0\0\r\n\r\n');
  }
  expect((await send({ email: 'sophie@example.com' })).status).toBe(200);
  expect((await send({ email: 'x'.repeat(11 * 1024 * 1024) })).status).toBe(413);
  expect(await messages()).toHaveLength(1);
});

test("the mail emulator's own pages, which show and empty it, are closed to everybody", async () => {
  await ready(start());
  expect((await send({ email: 'sophie@example.com' })).status).toBe(200);
  for (const request of ['GET /store', 'POST /clear-store', 'GET /', 'GET /store?since=0', 'GET //store']) {
    const head = `${request} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(port + 2, head)).toMatch(/^HTTP\/1.1 403/);
  }
  expect(await messages()).toHaveLength(1);
});

test('messages are shown to this machine under its own name alone', async () => {
  await ready(start());
  for (const path of ['/', '/_local/messages', '/_local/messages/0/html']) {
    expect(await sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 403/,
    );
  }
  expect(
    await sendRaw(port, 'GET /_local/messages HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n'),
  ).toMatch(/^HTTP\/1.1 200/);
});

test('paths are taken as they are sent, whole addresses too', async () => {
  await ready(start());
  const status = async (target: string) =>
    (await sendRaw(port, `PUT ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).slice(9, 12);
  expect(await status('/auth/send-login-code?a=b')).toBe('405');
  expect(await status('http://localhost/auth/send-login-code')).toBe('405');
  for (const other of [
    '/x/../auth/send-login-code',
    '//auth/send-login-code',
    '/auth/send-login-code/',
    '/%61uth/send-login-code',
  ]) {
    expect([other, await status(other)]).toEqual([other, '404']);
  }
});

test('a channel can be switched off by setting it to nothing', async () => {
  await ready(start({ SMS_COUNTRIES: '' }));
  expect(((await (await send({ phone: '+12025550123' })).json()) as { code: number }).code).toBe(30101201);
});

test('every port that is taken is named, and nothing starts', async () => {
  const [first, second] = [createServer().listen(port, '127.0.0.1'), createServer().listen(port + 2, '127.0.0.1')];
  await Promise.all([once(first, 'listening'), once(second, 'listening')]);
  const { status, complaint } = await failure(start());
  expect(status).toBe(1);
  expect(complaint).toContain(`Already in use: port ${port} (PORT), ${port + 2} (SES_PORT).`);
  await Promise.all([first, second].map((server) => once(server.close(), 'close')));
});

test('every bad setting is named, and nothing starts', async () => {
  const { status, complaint } = await failure(start({ CODE_LENGTH: '4', TARGET_LIMITS: 'many' }));
  expect(status).toBe(1);
  expect(complaint).toMatch(/CODE_LENGTH must be .*\n {2}TARGET_LIMITS must be /);
});

test('messages hold the words of the file that WORDS_FILE names', async () => {
  const words = { en: { email: { subject: 'Welcome back to {brand}' } } };
  await ready(start({ WORDS_FILE: wordsFile(words), BRAND_NAME: 'Acme' }));
  expect((await send({ email: 'sophie@example.com' })).status).toBe(200);
  expect((await messages()).map(({ subject }) => subject)).toEqual(['Welcome back to Acme']);
});

test('all that is wrong with the words is named beside bad settings, and nothing starts', async () => {
  const words = { en: { sms: { brief: 'Hello' } }, 'de-AT': {} };
  const { status, complaint } = await failure(start({ CODE_LENGTH: '4', WORDS_FILE: wordsFile(words) }));
  expect(status).toBe(1);
  expect(complaint).toMatch(
    /CODE_LENGTH must be .*\n {2}WORDS_FILE: en\.sms\.brief must have .*\n {2}WORDS_FILE: de-AT is no language of ours: is it de\?/,
  );
});

test.each([
  ['PORT', 'abc', 'PORT must be a port from 1 to 65535, and leave room for 5 more, for example: PORT=9080'],
  ['SES_PORT', '0', 'SES_PORT must be a port from 1 to 65535. Unless it is set, it follows PORT'],
  ['HOST', '192.0.2.1', 'HOST must be an address of this machine: 127.0.0.1, or 0.0.0.0'],
])('a bad %s is named, with what to do', async (name, value, said) => {
  const { status, complaint } = await failure(start({ [name]: value }));
  expect([status, complaint]).toEqual([1, expect.stringContaining(said)]);
});

test('a misspelt setting is named, and the setting that is meant', async () => {
  const child = start({ CODE_LENGHT: '8' });
  const complaint = text(child.stderr);
  await ready(child);
  await kill(child);
  expect(await complaint).toContain('If you mean CODE_LENGTH');
});

test('pages of this machine may call it, and read what an unknown path answers; other pages may not', async () => {
  await ready(start());
  const allowed = async (origin: string, path: string) =>
    (await fetch(url + path, { headers: { origin } })).headers.get('access-control-allow-origin');
  for (const origin of ['http://localhost:3000', 'http://127.0.0.1:5173', 'http://localhost']) {
    expect(await allowed(origin, '/auth/send-login-code')).toBe(origin);
  }
  expect(await allowed('http://localhost:3000', '/nowhere')).toBe('*');
  for (const origin of ['https://evil.example', 'http://localhost.evil.example:80', 'http://evil.localhost:1']) {
    expect([origin, await allowed(origin, '/auth/send-login-code')]).toEqual([origin, null]);
  }
});

test('ALLOWED_ORIGINS takes their place, also with nothing', async () => {
  await ready(start({ ALLOWED_ORIGINS: '' }));
  const answer = await fetch(`${url}/auth/send-login-code`, { headers: { origin: 'http://localhost:3000' } });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('a browser that asks for a page that is not there gets a page', async () => {
  await ready(start());
  const page = await fetch(`${url}/nowhere`, { headers: { accept: 'text/html,*/*;q=0.8' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  const links = [...(await page.text()).matchAll(/href="([^"]+)"/g)].map(([, to = '']) => to);
  expect(new Set(links)).toEqual(
    new Set(['/problems', '/docs', '/openapi.json'].map((path) => `http://localhost:${port}${path}`)),
  );
});
