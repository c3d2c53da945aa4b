import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const port = 20_000 + (process.pid % 10_000) * 4;
const url = `http://127.0.0.1:${port}`;

let started: ChildProcessWithoutNullStreams | undefined;
afterEach(() => void started?.kill('SIGKILL'));

/** What `npm start` runs, on ports of its own. */
function start(env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  started = spawn(process.execPath, ['infra/local/start.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
  });
  return started;
}

/** All it has said once it says that it is ready. */
function ready({ stdout }: ChildProcessWithoutNullStreams): Promise<string> {
  let said = '';
  const { promise, resolve } = Promise.withResolvers<string>();
  stdout.on('data', (chunk) => {
    said += chunk;
    if (said.includes('Ctrl-C')) resolve(said);
  });
  return promise;
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
const messages = async () => (await fetch(`${url}/_local/messages`)).json() as Promise<Record<string, string>[]>;

test('it is ready when it says so, sends what is asked, shows it, and Ctrl-C stops everything', async () => {
  const child = start();
  expect(await ready(child)).toContain(`curl -i http://localhost:${port}/auth/send-login-code`);

  expect((await send({ email: 'sophie@example.com' })).status).toBe(200);
  expect((await send({ phone: '+12025550123' })).status).toBe(200);
  const [mail, sms] = await messages();
  expect(Object.keys(mail ?? {})).toEqual(['channel', 'to', 'from', 'subject', 'text', 'html', 'locale', 'at']);
  expect(mail).toMatchObject({ channel: 'email', to: 'sophie@example.com', from: 'login@example.com', locale: 'en' });
  expect(sms).toMatchObject({ channel: 'sms', to: '+12025550123', subject: null, html: null, locale: 'en' });
  expect(mail?.text).toMatch(/\b\d{6}\b/);
  expect(await (await fetch(`${url}/`)).text()).toContain('sophie@example.com');

  expect((await fetch(`${url}/_local/messages`, { method: 'DELETE' })).status).toBe(204);
  expect(await messages()).toEqual([]);

  const page = await fetch(`${url}/problems/target-throttled`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const nowhere = await fetch(`${url}/nowhere`);
  expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'application/problem+json']);

  const exited = once(child, 'exit');
  child.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  await expect(fetch(url)).rejects.toMatchObject({ message: 'fetch failed' });
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
