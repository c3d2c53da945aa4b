import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createEndUserMessaging } from '../../lib/aws/end-user-messaging.ts';
import type { SmsService, SmsSettings } from '../../lib/aws/sms.ts';
import { createSns } from '../../lib/aws/sns.ts';
import type { Delivery } from '../../lib/core/message.ts';
import type { PhoneTarget } from '../../lib/core/target.ts';
import { minute } from '../../lib/core/time.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { secret } from '../support/recorded.ts';
import { type Asked, conflict, endUserMessaging, type SmsStub, sns } from '../support/sms-stubs.ts';
import { dropsConnection, neverAnswers, type Stub, startStub } from '../support/stub-server.ts';

const phone = secret('+12025550147');
const to = { channel: 'sms', canonical: phone, country: 'US' } as PhoneTarget;
const toIndia = { channel: 'sms', canonical: secret('+919876543210'), country: 'IN' } as PhoneTarget;
const message = { locale: 'en', text: 'hello\n\n@example.com #123456', lifetime: 10 * minute };
const plain: SmsSettings = {
  service: 'sns',
  maxPrice: undefined,
  senderId: undefined,
  originationNumber: undefined,
  senders: new Map(),
  dlt: undefined,
  protectConfiguration: undefined,
  feedback: false,
};

let stub: Stub;
beforeAll(async () => {
  stub = await startStub(neverAnswers);
});
beforeEach(() => void stub.bodies.splice(0));
afterAll(() => stub.close());

const services: Readonly<Record<SmsService, SmsStub>> = { sns, 'end-user-messaging': endUserMessaging };
const create = { sns: createSns, 'end-user-messaging': createEndUserMessaging };

const sendBy = (service: SmsService, settings: Partial<SmsSettings> = {}, target = to, said = message) =>
  create[service]({ ...plain, ...settings, service }, stub.url, createRuntime('test'))(target, said);

describe.each(Object.keys(services) as SmsService[])('%s', (service) => {
  const { taken, refused, asked } = services[service];
  const sent = async (settings: Partial<SmsSettings>, target = to, said = message): Promise<Asked> => {
    stub.behaviour = taken;
    expect(await sendBy(service, settings, target, said)).toBe('sent');
    return asked(stub.bodies.at(-1) ?? '');
  };

  test('is asked for a transactional text in its language, and for nothing that is not set', async () => {
    const { to, text, locale, kind, ...others } = await sent({});
    expect([to, text, locale, kind]).toEqual([phone, message.text, 'en', 'transactional']);
    expect(Object.values(others).filter((value) => value !== undefined)).toEqual([]);
  });

  test.each([
    [{ originationNumber: '+12025550100' }, '+12025550100'],
    [{ senderId: 'ACME' }, 'ACME'],
    [{ senderId: 'ACME', senders: new Map([['US', '+12025550111']]) }, '+12025550111'],
    [{ originationNumber: '+12025550100', senders: new Map([['US', 'ACMEUS']]) }, 'ACMEUS'],
    [{ senderId: 'ACME', senders: new Map([['IN', 'ACMEIN']]) }, 'ACME'],
  ])("sends from the country's own sender, else from the one for all: %#", async (settings, from) => {
    expect((await sent(settings)).from).toBe(from);
  });

  test('is told the most a text may cost', async () => {
    expect((await sent({ maxPrice: '0.05' })).maxPrice).toBe('0.05');
  });

  test('names the registration of a text to India in its language, and of no other text', async () => {
    const dlt = { entityId: '1101', templates: new Map([['en', '1107']]) };
    expect(await sent({ dlt }, toIndia)).toMatchObject({ entityId: '1101', templateId: '1107' });
    const chinese = await sent({ dlt }, toIndia, { ...message, locale: 'zh-CN' });
    expect([chinese.entityId, chinese.templateId]).toEqual(['1101', undefined]);
    const american = await sent({ dlt });
    expect([american.entityId, american.templateId]).toEqual([undefined, undefined]);
  });

  test.each<[string, Stub['behaviour'], Delivery, number]>([
    ['throttled', refused.throttled, 'not-sent', 3],
    ['given a number it does not take', refused.number, 'not-sent', 1],
    ['not authorized', refused.unauthorized, 'not-sent', 1],
    ['failing', refused.failing, 'unknown', 1],
    ['cut off', dropsConnection, 'unknown', 1],
  ])('when it is %s, the text is sorted and tried as often as is safe', async (_, behaviour, outcome, attempts) => {
    stub.behaviour = behaviour;
    expect(await sendBy(service)).toBe(outcome);
    expect(stub.bodies).toHaveLength(attempts);
  });
});

describe('end-user-messaging alone', () => {
  const by = (settings: Partial<SmsSettings>, said = message) => sendBy('end-user-messaging', settings, to, said);
  const input = () => JSON.parse(stub.bodies.at(-1) ?? '');

  test('gives up when the code has expired', async () => {
    stub.behaviour = endUserMessaging.taken;
    await by({}, { ...message, lifetime: 4 * minute + 1_999 });
    expect(input().TimeToLive).toBe(241);
  });

  test('is told whose rules to keep', async () => {
    stub.behaviour = endUserMessaging.taken;
    await by({ protectConfiguration: 'protect-0123456789' });
    expect(input()).toMatchObject({ ProtectConfigurationId: 'protect-0123456789' });
  });

  test('gets a whole price with a fraction, without which it would take none', async () => {
    stub.behaviour = endUserMessaging.taken;
    await by({ maxPrice: '1' });
    expect(input().MaxPrice).toBe('1.0');
  });

  test('names the message where it wants to hear of it again', async () => {
    stub.behaviour = endUserMessaging.taken;
    expect(await by({ feedback: true })).toEqual({ messageId: 'taken' });
    expect(input().MessageFeedbackEnabled).toBe(true);
    stub.behaviour = endUserMessaging.refused.number;
    expect(await by({ feedback: true })).toBe('not-sent');
  });

  test.each([
    'DESTINATION_PHONE_NUMBER_OPTED_OUT',
    'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
    'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE',
  ])('says which numbers it does not serve: %s was certainly not sent', async (reason) => {
    stub.behaviour = conflict(reason);
    expect(await by({})).toBe('not-sent');
    expect(stub.bodies).toHaveLength(1);
  });
});
