import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createEmail, type SendEmail } from '../../lib/aws/email.ts';
import type { Delivery } from '../../lib/core/message.ts';
import type { EmailTarget } from '../../lib/core/target.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { secret } from '../support/recorded.ts';
import {
  type Behaviour,
  dropsConnection,
  jsonError,
  neverAnswers,
  type Stub,
  sesTakesIt,
  startStub,
} from '../support/stub-server.ts';

secret('ada@mailbox.example');
const to = { channel: 'email', canonical: 'ada@mailbox.example' } as EmailTarget;
const message = { locale: 'zh-CN', subject: '主题', text: 'text', html: '<p>html</p>' };

let ses: Stub;
let send: SendEmail;
beforeAll(async () => {
  ses = await startStub(sesTakesIt);
  send = createEmail({ from: 'Acme <login@example.com>', configurationSet: 'codes' }, ses.url, createRuntime('test'));
});
beforeEach(() => void ses.bodies.splice(0));
afterAll(() => ses.close());

test('SES is asked for a simple message, tagged, and not to be answered by machines', async () => {
  ses.behaviour = sesTakesIt;
  expect(await send(to, message)).toBe('sent');
  expect(ses.bodies.map((body) => JSON.parse(body))).toEqual([
    {
      FromEmailAddress: 'Acme <login@example.com>',
      Destination: { ToAddresses: ['ada@mailbox.example'] },
      ConfigurationSetName: 'codes',
      EmailTags: [{ Name: 'locale', Value: 'zh-CN' }],
      Content: {
        Simple: {
          Subject: { Data: '主题', Charset: 'UTF-8' },
          Body: { Text: { Data: 'text', Charset: 'UTF-8' }, Html: { Data: '<p>html</p>', Charset: 'UTF-8' } },
          Headers: [
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
            { Name: 'Content-Language', Value: 'zh-CN' },
          ],
        },
      },
    },
  ]);
});

test.each<[string, Behaviour, Delivery, number]>([
  ['throttled is tried three times in all, then not sent', jsonError(429, 'TooManyRequestsException'), 'not-sent', 3],
  ['refused for good is not tried again', jsonError(400, 'BadRequestException'), 'not-sent', 1],
  ['misconfigured is not tried again', jsonError(400, 'MessageRejected'), 'not-sent', 1],
  ['failed on their side is unknown, and never tried again', jsonError(500, 'InternalFailure'), 'unknown', 1],
  ['cut off is unknown, and never tried again', dropsConnection, 'unknown', 1],
  ['never answered is unknown after 4 s, and never tried again', neverAnswers, 'unknown', 1],
])('a send that is %s', async (_, behaviour, outcome, attempts) => {
  ses.behaviour = behaviour;
  const began = Date.now();
  expect(await send(to, message)).toBe(outcome);
  expect(ses.bodies).toHaveLength(attempts);
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('a send that is throttled once goes out at the second try', async () => {
  ses.behaviour = (response, request) => {
    ses.behaviour = sesTakesIt;
    jsonError(429, 'TooManyRequestsException')(response, request);
  };
  expect(await send(to, message)).toBe('sent');
  expect(ses.bodies).toHaveLength(2);
});

/** In a process of its own: across jest's realms the SDK does not know Node's errors for errors, and loses their code. */
test('a send that finds nobody listening was not sent', async () => {
  const nobody = await startStub(sesTakesIt);
  await nobody.close();
  const program = `
    import { createEmail } from './lib/aws/email.ts';
    const send = createEmail({ from: 'login@example.com' }, '${nobody.url}', { now: Date.now, log: { warn() {} } });
    process.stdout.write(await send(${JSON.stringify(to)}, ${JSON.stringify(message)}));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', program], {
    env: process.env,
  });
  expect(stdout).toBe('not-sent');
});
