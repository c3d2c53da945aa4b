import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';
import { someEmail, somePhone } from '../../support/people.ts';
import { invoke, makeSamTemplate, type SamTemplate } from '../../support/sam.ts';

const root = join(import.meta.dirname, '../../..');

let laptop: ChildProcessWithoutNullStreams;
let template: SamTemplate;

beforeAll(async () => {
  laptop = startLaptop(port);
  const folder = await mkdtemp(join(tmpdir(), 'login-code-sam-'));
  [template] = await Promise.all([makeSamTemplate(folder, port), ready(laptop)]);
});
afterAll(async () => {
  await kill(laptop);
  await rm(template.folder, { recursive: true });
});

/** `name`: of the function, by which SAM invokes it. */
async function invoked(name: string, event: APIGatewayProxyEvent) {
  const samFunction = template.functions.find((each) => each.name === name);
  if (!samFunction) throw new Error(`${name} is no function`);
  return await invoke(samFunction, template, event);
}

const sendEventTo = (target: object): APIGatewayProxyEvent => {
  const event = JSON.parse(readFileSync(join(root, 'test/events/send-email.json'), 'utf8'));
  return { ...event, body: JSON.stringify(target) };
};

/** As `npm run sam:verify` does, with this piped into it. */
function runTool(piped: string, sendEvent: APIGatewayProxyEvent) {
  const [sent, made] = ['sent.json', 'made.json'].map((name) => join(template.folder, name)) as [string, string];
  writeFileSync(sent, JSON.stringify(sendEvent));
  const { status, stderr } = spawnSync(process.execPath, ['infra/tools/sam-verify.ts', sent, made], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port) },
    input: piped,
    encoding: 'utf8',
  });
  return { status, stderr, read: () => JSON.parse(readFileSync(made, 'utf8')) as APIGatewayProxyEvent };
}

test.each([{ email: someEmail() }, { phone: somePhone() }])('the event it writes signs in: %#', async (target) => {
  const event = sendEventTo(target);
  const answer = JSON.stringify(await invoked('Send', event));
  const { status, stderr, read } = runTool(`Invoking index.handler\n\n${answer}\n`, event);
  expect([status, stderr]).toEqual([0, '']);
  const { statusCode, body } = await invoked('Verify', read());
  expect([statusCode, JSON.parse(body).data]).toEqual([200, expect.objectContaining({ token: expect.any(String) })]);
});

test('it says why no code was sent', async () => {
  const event = sendEventTo({ email: someEmail() });
  await invoked('Send', event);
  const answer = await invoked('Send', event);
  const { status, stderr } = runTool(JSON.stringify(answer), event);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^Send answered 429: .+\n$/)]);
});

test('it says what it needs where nothing is piped into it', () => {
  expect(runTool('', sendEventTo({}))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('sam local invoke'),
  });
});
