import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';
import { someEmail } from '../../support/people.ts';

const root = join(import.meta.dirname, '../../..');
const url = `http://localhost:${port}`;
let laptop: ChildProcessWithoutNullStreams;

beforeAll(async () => {
  laptop = startLaptop(port, { CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off', TARGET_LIMITS: '7/1h' });
  await ready(laptop);
});
afterAll(() => kill(laptop));

/** As an operator runs it. */
async function person(...args: string[]): Promise<{ status: number; said: string }> {
  const running = spawn(process.execPath, ['infra/tools/person/run.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port) },
  });
  const [said, complained, [status]] = await Promise.all([
    text(running.stdout),
    text(running.stderr),
    once(running, 'exit'),
  ]);
  return { status, said: said + complained };
}

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/auth/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON came back
  return { status: response.status, body: (await response.json()) as any };
}

async function ask(email: string, more: object = {}) {
  const { status, body } = await post('send-login-code', { email, ...more });
  return { status, problem: body.i18n_key, challenge_id: body.data?.challenge_id };
}

async function lock(email: string): Promise<void> {
  for (let i = 0; i < 5; i++) {
    const { challenge_id } = await ask(email);
    for (let j = 0; j < 5; j++) await post('verify-login-code', { email, challenge_id, code: '000000' });
  }
}

async function signIn(email: string): Promise<string> {
  const { challenge_id } = await ask(email);
  const messages = (await (await fetch(`${url}/_local/messages`)).json()) as { text: string }[];
  const code = /\d{6}/.exec(messages.at(-1)?.text ?? '')?.[0];
  return (await post('verify-login-code', { email, challenge_id, code })).body.data.device_token;
}

describe('npm run person', () => {
  test('shows a lock and lifts it, and the person signs in at once', async () => {
    const email = someEmail();
    await lock(email);
    expect((await ask(email)).problem).toBe('error.target_throttled');
    const shown = await person('--local', '--email', email, '--unlock');
    expect(shown.said).toContain('wrong codes in a row: 25');
    expect(shown.said).toMatch(/locked until 20\d\d-/);
    expect(shown.said).toContain('This would be done, with --yes:');
    expect((await ask(email)).status).toBe(429);

    const done = await person('--local', '--email', email, '--unlock', '--yes');
    expect([done.status, done.said]).toEqual([0, expect.stringContaining('Done:')]);
    expect(await signIn(email)).toMatch(/^[\w-]{42}$/);
  });

  test('makes every device of the person a stranger', async () => {
    const email = someEmail();
    const device_token = await signIn(email);
    await person('--local', '--email', email, '--revoke-devices', '--yes');
    expect((await ask(email, { device_token })).status).toBe(200);
    const { said } = await person('--local', '--email', email);
    expect(said).toMatch(/Asked for by strangers: item target#.+\n {2}codes: 2 in the last hour/);
    expect(said).toMatch(/devices from before .+ are revoked/);
  });

  test('forgets a person', async () => {
    const email = someEmail();
    await ask(email);
    expect((await person('--local', '--email', email, '--forget', '--yes')).status).toBe(0);
    const { said } = await person('--local', '--email', email);
    expect(said).toContain('Asked for by strangers: nothing is stored.');
    expect(said).toContain('Asked for by known devices: nothing is stored.');
  });

  test('never repeats the address, and says what is wrong with its options', async () => {
    const email = someEmail();
    expect((await person('--local', '--email', email)).said).not.toContain(email);
    for (const [args, complaint] of [
      [['--local'], 'Give either --email or --phone'],
      [['--local', '--phone', '12'], '--phone is not one'],
      [['--email', email], 'Give --table and --index-secret, or --local'],
      [['--local', '--email', email, '--unlok'], '--unlok'],
    ] as const) {
      const { status, said } = await person(...args);
      expect([status, said]).toEqual([1, expect.stringContaining(complaint)]);
    }
  });
});
