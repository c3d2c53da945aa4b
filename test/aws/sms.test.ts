import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSms, type SmsSettings } from '../../lib/aws/sms.ts';
import type { Delivery } from '../../lib/core/message.ts';
import type { PhoneTarget } from '../../lib/core/target.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { secret } from '../support/recorded.ts';
import { type Behaviour, type Stub, startStub } from '../support/stub-server.ts';

const phone = secret('+12025550147');
const to = { channel: 'sms', canonical: phone } as PhoneTarget;
const message = { locale: 'en', text: 'hello\n\n@example.com #123456' };
const plain: SmsSettings = { maxPrice: undefined, senderId: undefined, originationNumber: undefined };

const xml =
  (status: number, body: string): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(body);
  };
const taken = xml(200, '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>');
const refused = (status: number, code: string) =>
  xml(
    status,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${phone}</Message></Error></ErrorResponse>`,
  );

let sns: Stub;
beforeAll(async () => {
  sns = await startStub(taken);
});
beforeEach(() => void sns.bodies.splice(0));
afterAll(() => sns.close());

const send = (settings: SmsSettings) => createSms(settings, sns.url, createRuntime('test'))(to, message);

/** The Query protocol's form, attributes by name. */
function lastForm() {
  const form = new URLSearchParams(sns.bodies.at(-1));
  const names = [...form].filter(([key]) => key.endsWith('.Name'));
  const attributes = names.map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value.StringValue'))]);
  return { to: form.get('PhoneNumber'), text: form.get('Message'), attributes: Object.fromEntries(attributes) };
}

test('SNS is asked for a transactional text, and nothing that is not set', async () => {
  sns.behaviour = taken;
  expect(await send(plain)).toBe('sent');
  expect(lastForm()).toEqual({
    to: phone,
    text: message.text,
    attributes: { 'AWS.SNS.SMS.SMSType': 'Transactional', locale: 'en' },
  });
});

test('sender id, origination number and the most a text may cost are passed on when set', async () => {
  sns.behaviour = taken;
  await send({ maxPrice: '0.05', senderId: 'ACME', originationNumber: '+12025550100' });
  expect(lastForm().attributes).toEqual({
    'AWS.SNS.SMS.SMSType': 'Transactional',
    'AWS.SNS.SMS.MaxPrice': '0.05',
    'AWS.SNS.SMS.SenderID': 'ACME',
    'AWS.MM.SMS.OriginationNumber': '+12025550100',
    locale: 'en',
  });
});

test.each<[string, Behaviour, Delivery, number]>([
  ['throttled', refused(429, 'Throttled'), 'not-sent', 3],
  ['given a number it does not take', refused(400, 'InvalidParameter'), 'not-sent', 1],
  ['not authorized', refused(403, 'AuthorizationError'), 'not-sent', 1],
  ['failing', refused(500, 'InternalError'), 'unknown', 1],
])('when SNS is %s, the text is sorted and tried as often as is safe', async (_, behaviour, outcome, attempts) => {
  sns.behaviour = behaviour;
  expect(await send(plain)).toBe(outcome);
  expect(sns.bodies).toHaveLength(attempts);
});
