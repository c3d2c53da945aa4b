import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sendLoginCode } from '../../../functions/send-login-code/compose.ts';
import { secretArns, tableName } from '../../../infra/local/settings.ts';
import { createKeys } from '../../../lib/aws/secret.ts';
import { attribute } from '../../../lib/core/attributes.ts';
import type { ChallengeId } from '../../../lib/core/challenge-id.ts';
import { challengeKey } from '../../../lib/core/item-keys.ts';
import { codeKeyNamed } from '../../../lib/core/keys.ts';
import { type CodeKey, mac } from '../../../lib/core/mac.ts';
import { createRuntime } from '../../../lib/runtime/runtime.ts';
import { readSendConfig } from '../../../lib/settings/config.ts';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';
import { someEmail } from '../../support/people.ts';
import { secret } from '../../support/recorded.ts';
import { callHandler } from '../../support/service.ts';

const at = (offset: number): string => `http://127.0.0.1:${port + offset}`;
const env = {
  ...secretArns,
  TABLE_NAME: tableName,
  PUBLIC_URL: at(0),
  EMAIL_FROM: 'login@example.com',
  CODE_LENGTH: '10', // shorter ones turn up in any log by chance
  AWS_ENDPOINT_URL_DYNAMODB: at(1),
  AWS_ENDPOINT_URL_SESV2: at(2),
  AWS_ENDPOINT_URL_SECRETS_MANAGER: at(4),
};
const config = readSendConfig(env);
const runtime = createRuntime('test');

/** As a container that starts now gets them. */
const fetchKeys = () => createKeys(config.secrets, config.endpoints.secretsManager, runtime)();

let laptop: ChildProcessWithoutNullStreams;
beforeAll(async () => {
  laptop = startLaptop(port, { CODE_LENGTH: env.CODE_LENGTH });
  await ready(laptop);
});
afterAll(() => kill(laptop));

/** The command of docs/runbooks/rotation.md, to this laptop stack, with a secret of its own. */
async function rotate(): Promise<void> {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/runbooks/rotation.md'), 'utf8');
  const [, target = '', data = '{}'] =
    /curl http:\/\/localhost:8084 -H 'x-amz-target: ([^']+)' -d '([^']+)'/.exec(page) ?? [];
  const body = JSON.stringify({ ...JSON.parse(data), SecretString: secret(randomBytes(24).toString('hex')) });
  expect((await fetch(at(4), { method: 'POST', headers: { 'x-amz-target': target }, body })).status).toBe(200);
}

interface Sent {
  readonly challengeId: ChallengeId;
  readonly code: string;
}

/** By the laptop's own function, which has been running since before. */
async function askForCode(email: string): Promise<Sent> {
  const body = JSON.stringify({ email });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${at(0)}/auth/send-login-code`, { method: 'POST', headers, body });
  const { data } = (await answer.json()) as { data: { challenge_id: ChallengeId } };
  return { challengeId: secret(data.challenge_id), code: await codeOf(email) };
}

async function codeOf(email: string): Promise<string> {
  const messages = (await (await fetch(`${at(0)}/_local/messages`)).json()) as { to: string; text: string }[];
  const { text = '' } = messages.find(({ to }) => to === email) ?? {};
  return secret(/\d{10}/.exec(text)?.[0] ?? '');
}

/** What the table holds of the challenge. */
async function challengeItem(id: ChallengeId) {
  const { index } = await fetchKeys();
  const client = new DynamoDBClient({ endpoint: at(1) });
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  client.destroy();
  const item = Items.find((each) => each[attribute.key]?.S === challengeKey(index, id));
  return { keyId: item?.[attribute.keyId]?.S ?? '', codeMac: Buffer.from(item?.[attribute.codeMac]?.B ?? []) };
}

/** Whether this key, and so whoever holds it, takes the code for right. */
async function proves(key: CodeKey | undefined, { challengeId, code }: Sent, email: string): Promise<boolean> {
  const { codeMac } = await challengeItem(challengeId);
  return key !== undefined && mac(key, 'code', challengeId, email, code).equals(codeMac);
}

test('a code from before a rotation is still proved by its key, and codes go on being sent', async () => {
  const [early, meanwhile, late] = [someEmail(), someEmail(), someEmail()];
  const before = await askForCode(early);
  const { keyId } = await challengeItem(before.challengeId);
  const { code: first } = await fetchKeys();
  expect(keyId).toBe(first.id);

  await rotate();
  const keys = await fetchKeys();
  expect(keys.code.id).not.toBe(first.id);
  expect(await proves(codeKeyNamed(keys, keyId), before, early)).toBe(true);

  // A container that runs already makes codes by the key before, for an hour: those are proved too.
  const during = await askForCode(meanwhile);
  const { keyId: heldKeyId } = await challengeItem(during.challengeId);
  expect(await proves(codeKeyNamed(keys, heldKeyId), during, meanwhile)).toBe(true);

  // One that starts now makes them by the new one.
  const { body } = await callHandler(sendLoginCode(config, runtime).handler, { body: { email: late } });
  const after = { challengeId: body.data.challenge_id, code: await codeOf(late) };
  expect((await challengeItem(after.challengeId)).keyId).toBe(keys.code.id);
  expect(await proves(keys.code.key, after, late)).toBe(true);
});

test('a leaked secret is accepted after one rotation, and no more after two', async () => {
  const { code: leaked } = await fetchKeys();
  await rotate();
  expect(codeKeyNamed(await fetchKeys(), leaked.id)).toBeDefined();
  await rotate();
  expect(codeKeyNamed(await fetchKeys(), leaked.id)).toBeUndefined();
});
