import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readApiConfig, readSendConfig, readTokenConfig, readVerifyConfig } from '../../../lib/settings/config.ts';
import { readEmailEventsConfig } from '../../../lib/settings/email-events.ts';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';
import { environmentOf, invoke, makeSamTemplate, type SamTemplate } from '../../support/sam.ts';

const root = join(import.meta.dirname, '../../..');

let laptop: ChildProcessWithoutNullStreams;
let template: SamTemplate;

beforeAll(async () => {
  laptop = startLaptop(port);
  const folder = await mkdtemp(join(tmpdir(), 'login-code-sam-'));
  await mkdir(join(folder, 'asset.0123456789abcdef'));
  [template] = await Promise.all([makeSamTemplate(folder, port), ready(laptop)]);
});
afterAll(async () => {
  await kill(laptop);
  await rm(template.folder, { recursive: true });
});

test('it has the functions under short names, runs them on this processor, and finds the code of each', async () => {
  const names = ['Send', 'Verify', 'WellKnown', 'Problems', 'OpenApi', 'Element', 'EmailEvents', 'Beat'];
  expect(template.functions.map(({ name }) => name)).toEqual(names);
  for (const { assetPath, ...samFunction } of template.functions) {
    expect(samFunction).toMatchObject({
      assetProperty: 'Code',
      handler: 'index.handler',
      runtime: `nodejs${process.versions.node.split('.')[0]}.x`,
      architectures: [process.arch === 'arm64' ? 'arm64' : 'x86_64'],
      layers: [], // they would have to be downloaded
    });
    expect((await stat(join(template.folder, assetPath, 'index.mjs'))).isFile()).toBe(true);
  }
});

test('its folder has the code of these functions alone, also after the code has changed', async () => {
  const assets = (await readdir(template.folder)).filter((name) => name.startsWith('asset.'));
  expect(assets.toSorted()).toEqual([...new Set(template.functions.map(({ assetPath }) => assetPath))].toSorted());
});

test('it leads each path to its function', () => {
  const led = Object.entries(template.routes).map(([route, { name }]) => `${route} → ${name}`);
  expect(led.toSorted()).toEqual([
    'ANY /.well-known/{document} → WellKnown',
    'ANY /auth/send-login-code → Send',
    'ANY /auth/verify-login-code → Verify',
    'ANY /login-code.js → Element',
    'ANY /login-code/{file} → Element',
    'ANY /openapi.json → OpenApi',
    'ANY /problems → Problems',
    'ANY /problems/{slug} → Problems',
  ]);
});

test('every variable of env.json is declared, since SAM sets no other', () => {
  const declared = template.functions.flatMap(({ variables }) => Object.keys(variables));
  expect(declared).toEqual(expect.arrayContaining(Object.keys(template.overrides)));
  for (const { variables } of Object.values(template.routes)) expect(variables).toHaveProperty('PUBLIC_URL');
});

test('the functions start from what SAM would tell them, and call the laptop stack for everything', () => {
  const [send = {}, verify = {}, wellKnown = {}, problems = {}, openApi = {}, element = {}, emailEvents = {}] =
    template.functions.map((samFunction) => environmentOf(samFunction, template));
  const service = (offset: number) => `http://host.docker.internal:${port + offset}`;
  const called = {
    publicUrl: 'http://127.0.0.1:3000',
    development: true,
    endpoints: { dynamodb: service(1), ses: service(2), sns: service(3), secretsManager: service(4) },
  };
  expect(readSendConfig(send)).toMatchObject(called);
  const token = { signing: { inProcess: true }, token: { audience: 'development' } };
  expect(readVerifyConfig(verify)).toMatchObject({ ...called, ...token });
  expect(readTokenConfig(wellKnown)).toMatchObject(token);
  expect(readEmailEventsConfig(emailEvents).serviceName).toBe('login-code');
  for (const env of [problems, openApi, element]) expect(readApiConfig(env).publicUrl).toBe('http://127.0.0.1:3000');
});

describe('an event', () => {
  const statuses: Readonly<Record<string, number>> = {
    'send-email': 200,
    'send-sms': 200,
    verify: 400, // nobody knows the challenge beforehand
    'key-set': 200,
    preflight: 204,
    'wrong-method': 405,
    problems: 200,
    problem: 200,
    openapi: 200,
    element: 200,
    'element-file': 200,
  };
  const read = (name: string) => JSON.parse(readFileSync(join(root, `test/events/${name}.json`), 'utf8'));

  test.each(Object.entries(statuses))('%s is answered with %i by the function of its route', async (name, status) => {
    const event = read(name);
    const samFunction = template.routes[`ANY ${event.resource}`];
    if (!samFunction) throw new Error(`${event.resource} is no route`);
    const { statusCode, body } = await invoke(samFunction, template, event);
    expect([statusCode, body]).toEqual([status, expect.anything()]);
  });

  test('is there for every route, and none without being tried', () => {
    const names = globSync('test/events/*.json', { cwd: root }).map((file) => basename(file, '.json'));
    expect(names.toSorted()).toEqual(Object.keys(statuses).toSorted());
    const resources = new Set(names.map((name) => `ANY ${read(name).resource}`));
    expect([...resources].toSorted()).toEqual(Object.keys(template.routes).toSorted());
  });

  test('that sends leaves its message in the inbox', async () => {
    const messages = (await (await fetch(`http://127.0.0.1:${port}/_local/messages`)).json()) as { to: string }[];
    expect(messages.map(({ to }) => to).toSorted()).toEqual(['+12025550123', 'sam@example.com']);
  });
});
