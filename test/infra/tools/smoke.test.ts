import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Ask, asking, type Seen } from '../../../infra/tools/smoke/ask.ts';
import { checksOf } from '../../../infra/tools/smoke/checks.ts';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';
import { someEmail } from '../../support/people.ts';

const url = `http://localhost:${port}`;

let laptop: ChildProcessWithoutNullStreams;
beforeAll(async () => {
  laptop = startLaptop(port, { CALLER_LIMITS: 'off' });
  await ready(laptop);
});
afterAll(() => kill(laptop));

/** What `npm run smoke -- …` says, and its exit status. */
async function smoke(...args: readonly string[]) {
  const running = spawn(process.execPath, ['infra/tools/smoke/run.ts', ...args], {
    cwd: join(import.meta.dirname, '../../..'),
  });
  const [said, complaint, [status]] = await Promise.all([
    text(running.stdout),
    text(running.stderr),
    once(running, 'exit'),
  ]);
  return { said, complaint, status };
}

test('a service that keeps its promises passes, and each thing seen is said', async () => {
  const { said, status } = await smoke('--url', `${url}/`);
  expect(said.split('\n').map((line) => line.slice(0, 38).trim())).toEqual([
    'ok   a code is sent',
    'ok   another at once is denied',
    'ok   a code nobody was sent is refused',
    'ok   the keys of tokens are served',
    'ok   what is no address is refused',
    'ok   what is no JSON is refused',
    'ok   a method it has not is refused',
    'ok   a path it has not is not found',
    'ok   every problem has its page',
    'ok   the API describes itself',
    'ok   the element is there for any page',
    'ok   the reference is whole, or off',
    'All 12 are as they should be.',
    '',
  ]);
  expect(said).toContain('by email to s***s@simulator.amazonses.com');
  expect(said).toMatch(/the element is there for any page +\d+ characters, 24 languages\n/);
  expect(said).toMatch(/the reference is whole, or off +3 files\n/);
  expect(said).toMatch(/429 target-throttled, Retry-After: (59|60)\n/);
  expect(status).toBe(0);

  const again = await smoke('--url', url);
  expect(again.said).toMatch(/^OFF {2}a code is sent .*Run this again in \d+ s, or with another --to\n/);
  expect(again.status).toBe(1);
});

test('nobody there, and nothing to look at, are failures', async () => {
  const nobody = await smoke('--url', 'http://localhost:2'); // a port nothing of ours is given
  expect([nobody.said.match(/^OFF /gm)?.length, nobody.status]).toEqual([12, 1]);
  expect(nobody.said).toContain('fetch failed: ');
  const nothing = await smoke('--to', 'sophie@example.com');
  expect([nothing.said, nothing.status]).toEqual(['', 1]);
  expect(nothing.complaint).toContain('--url is required');
});

type Tamper = (seen: Seen) => Partial<Seen>;

const inBody =
  (pattern: RegExp, replacement: string): Tamper =>
  ({ text }) => ({ text: text.replace(pattern, replacement) });
const inHeader =
  (name: string, value: string): Tamper =>
  ({ headers }) => {
    const changed = new Headers(headers);
    changed.set(name, value);
    return { headers: changed };
  };
/** Of what nobody may keep. */
const keptThough: Tamper = (seen) =>
  seen.headers.get('cache-control') === 'no-store' ? inHeader('cache-control', 'public')(seen) : {};
const shorterWait: Tamper = (seen) => ({
  ...inHeader('retry-after', '50')(seen),
  ...inBody(/"retry_after":\d+/g, '"retry_after":50')(seen),
});

const named = (pattern: RegExp): Tamper => inBody(pattern, '"$1-000000000000.$2"');

test("a deployment without the API's reference passes, if it says so by the contract", async () => {
  const honest = asking(url);
  const ask: Ask = (method, path, sent) => honest(method, path === '/docs' ? '/nowhere' : path, sent);
  const off = checksOf(url, someEmail(), ask).find(({ name }) => name.startsWith('the reference'));
  expect(await off?.look()).toBe('off: 404 not-found');
});

test.each<[string, string, number, Tamper]>([
  [
    'an element for own pages only',
    'the element is there for any page',
    200,
    inHeader('access-control-allow-origin', 'x'),
  ],
  [
    'a language that is not there',
    'the element is there for any page',
    200,
    inBody(/login-code\/\w\w-/g, 'login-code/xx-'),
  ],
  ['a file that is not there', 'the reference is whole, or off', 200, named(/"(docs\/start)-\w+\.(js)"/g)],

  ['a challenge id left out', 'a code is sent', 200, inBody(/,"challenge_id":"[^"]+"/, '')],
  ['no target in the answer', 'a code is sent', 200, inBody(/"target":"[^"]+"/, '"target":""')],
  ['a code that may be cached', 'a code is sent', 200, keptThough],
  ['a wait that is too short', 'another at once is denied', 429, shorterWait],
  ['a header that says another wait', 'another at once is denied', 429, inHeader('retry-after', '1')],
  ['one more code at once', 'another at once is denied', 429, () => ({ status: 200 })],
  ['a method allowed that is not', 'a method it has not is refused', 405, inHeader('allow', 'GET')],
  ['another address than clients use', 'a path it has not is not found', 404, inBody(/"http:\/\/[^/]+/, '"http://a')],
  ["an error of the gateway's own", 'a path it has not is not found', 404, () => ({ text: '{"message":"Forbidden"}' })],
  ['a made-up code that passes', 'a code nobody was sent is refused', 400, inBody(/code-expired/g, 'code-invalid')],
  ['a key set that is empty', 'the keys of tokens are served', 200, inBody(/"keys":\[.*\]/, '"keys":[]')],
  ['another business code', 'what is no JSON is refused', 400, inBody(/"code":30101002/, '"code":30101001')],
])('%s is found', async (_, off, status, tamper) => {
  const honest = asking(url);
  const ask: Ask = async (...request) => {
    const seen = await honest(...request);
    return seen.status === status ? { ...seen, ...tamper(seen) } : seen;
  };
  const found: string[] = [];
  for (const { name, look } of checksOf(url, someEmail(), ask)) await look().catch(() => found.push(name));
  expect(found).toContain(off);
  const perhaps = [off, ...(off === 'a code is sent' ? ['another at once is denied'] : [])];
  expect(found.filter((name) => !perhaps.includes(name))).toEqual([]);
});
