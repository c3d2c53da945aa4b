/** Runs the code that docs/checking-a-token.md shows, each block as a program of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants, createHmac, createPublicKey, type JsonWebKey, sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Target } from '../../lib/core/target.ts';
import { minute } from '../../lib/core/time.ts';
import { readTarget } from '../../lib/http/read-target.ts';
import { closeIssuers, type Issuer, inProcess, startIssuer } from '../support/issuer.ts';
import { type Kms, keyArn, someRsaKey, startKms } from '../support/kms.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { baseSettings } from '../support/service.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/checking-a-token.md'), 'utf8');
const programOf = (title: string): string =>
  /```js\n(.+?)```/s.exec(page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '')?.[1] ?? '';

const byEmail = (await readTarget({ email: someEmail() }, new Map(), 0)) as Target;
const byPhone = (await readTarget({ phone: somePhone() }, new Map(), 0)) as Target;

const pair = someRsaKey();
let kms: Kms;
let issuer: Issuer;
let before: Issuer;
let stranger: Issuer;
const programs: ChildProcess[] = [];
beforeAll(async () => {
  kms = await startKms({ [keyArn('current')]: pair, [keyArn('previous')]: someRsaKey() });
  const AWS_ENDPOINT_URL_KMS = kms.url;
  issuer = await startIssuer({ AWS_ENDPOINT_URL_KMS, PREVIOUS_SIGNING_KEY_ARN: keyArn('previous') });
  before = await startIssuer({ AWS_ENDPOINT_URL_KMS, ISSUER: issuer.url, SIGNING_KEY_ARN: keyArn('previous') });
  stranger = await startIssuer(inProcess);
});
afterAll(async () => {
  for (const program of programs) program.kill('SIGKILL');
  await Promise.all([kms.close(), closeIssuers()]);
});

const port = 31_000 + (process.pid % 800) * 2; // below the ports that connections are given

describe.each([
  ['Express', port],
  ['Fastify', port + 1],
])('the code for %s', (title, port) => {
  const url = `http://localhost:${port}/session`;
  const present = async (token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(url, { method: 'POST', headers });
    return { status: response.status, body: await response.text() };
  };
  const refused = async (token: string) => expect((await present(token)).status).toBe(401);

  beforeAll(async () => {
    const folder = join(root, '.cache/checking-a-token');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${title}.js`);
    writeFileSync(file, programOf(title));
    const env = { PATH: process.env.PATH, ISSUER: issuer.url, AUDIENCE: baseSettings.AUDIENCE, PORT: String(port) };
    const program = spawn(process.execPath, [file], { env, stdio: 'ignore' });
    programs.push(program);
    const ended = once(program, 'exit').then(() => Promise.reject(new Error(`${title} ended`)));
    await Promise.race([ended, answers(url)]);
  });

  test('takes a token by email and by SMS, and knows the person by sub', async () => {
    const first = await present((await issuer.issue(byEmail)).jwt);
    const again = await present((await issuer.issue(byEmail)).jwt);
    const other = await present((await issuer.issue(byPhone)).jwt);
    expect([first.status, again, other.status]).toEqual([200, first, 200]);
    expect(first.body).toMatch(/^\{"user":"[\w-]{43}"\}$/);
    expect(other.body).not.toBe(first.body);
  });

  test('takes a token of the key that signed before', async () => {
    const { jwt: token } = await before.issue(byEmail);
    expect((await present(token)).status).toBe(200);
  });

  test('refuses a request without a token', async () => {
    expect((await present()).status).toBe(401);
  });

  test('refuses a token past its time', async () => {
    await refused((await issuer.issue(byEmail, Date.now() - 6 * minute)).jwt);
  });

  test('refuses the token of another issuer, also one that calls itself ours', async () => {
    await refused((await stranger.issue(byEmail)).jwt);
    const impostor = await startIssuer({ ...inProcess, ISSUER: issuer.url });
    await refused((await impostor.issue(byEmail)).jwt);
  });

  test('refuses the token for another audience', async () => {
    const elsewhere = await startIssuer({
      AWS_ENDPOINT_URL_KMS: kms.url,
      ISSUER: issuer.url,
      AUDIENCE: 'https://other.example.com',
    });
    await refused((await elsewhere.issue(byEmail)).jwt);
  });

  test('refuses every algorithm but ours, the public key as a secret among them', async () => {
    const [head = '', claims = ''] = (await issuer.issue(byEmail)).jwt.split('.');
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
    const headed = (alg: string) =>
      `${Buffer.from(JSON.stringify({ alg, typ: 'JWT', kid })).toString('base64url')}.${claims}`;
    const { keys } = (await (await fetch(`${issuer.url}/.well-known/jwks.json`)).json()) as { keys: JsonWebKey[] };
    const pem = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
    const hmac = createHmac('sha256', pem).update(headed('HS256')).digest('base64url');
    await refused(secret(`${headed('HS256')}.${hmac}`));
    await refused(secret(`${headed('none')}.`));
    const pss = { key: pair.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    const signature = sign('sha256', Buffer.from(headed('PS256')), pss).toString('base64url');
    await refused(secret(`${headed('PS256')}.${signature}`));
  });
});

/** Until it does, nobody listens. */
async function answers(url: string): Promise<void> {
  for (const last = Date.now() + 20_000; ; await pause(50)) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > last) throw error;
    }
  }
}
