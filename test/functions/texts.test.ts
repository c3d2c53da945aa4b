import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { minute } from '../../lib/core/time.ts';
import { somePhone } from '../support/people.ts';
import { type Services, startService, startServices } from '../support/service.ts';
import { conflict } from '../support/sms-stubs.ts';
import { dropsConnection, startStub } from '../support/stub-server.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
beforeEach(async () => {
  await services.clear();
  services.takeCalls();
});
afterAll(() => services.close());

const endUserMessaging = { SMS_SERVICE: 'end-user-messaging' };
const withFeedback = { ...endUserMessaging, SMS_FEEDBACK: 'on' };
const endpoint = 'AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2';

const newestCode = async (): Promise<string> =>
  /\d{10}/.exec((await services.messages()).at(-1)?.text ?? '')?.[0] ?? '';

describe.each([
  ['sns', {}, 'Publish'],
  ['end-user-messaging', endUserMessaging, 'SendTextMessage'],
])('texts by %s', (_, settings, operation) => {
  test('arrive from the sender of the country, with a code that signs in, in one call', async () => {
    const service = await startService(services, {
      ...settings,
      SMS_GUARD: 'block',
      SMS_SENDERS: 'US=+12025550100',
      SMS_SENDER_ID: 'ACME',
    });
    const phone = somePhone();
    const { data } = (await service.send({ phone })).body;
    expect(services.takeCalls()).toEqual({ UpdateItem: 4, PutItem: 1, [operation]: 1 });
    expect(await services.messages()).toMatchObject([
      { channel: 'sms', to: phone, from: '+12025550100', locale: 'en' },
    ]);
    const { status } = await service.verify({ phone, code: await newestCode(), challenge_id: data.challenge_id });
    expect(status).toBe(200);
    expect(services.takeCalls()).toEqual({ UpdateItem: 6, GetPublicKey: 1, Sign: 1 });
  });
});

describe('feedback', () => {
  test('costs a write when the text is sent, and a call when its code comes back', async () => {
    const { send, verify } = await startService(services, { ...withFeedback, SMS_GUARD: 'block' });
    const phone = somePhone();
    const { challenge_id } = (await send({ phone })).body.data;
    expect(services.takeCalls()).toEqual({ UpdateItem: 5, PutItem: 1, SendTextMessage: 1 });
    const code = await newestCode();
    const wrong = code.replace(/./, (digit) => String((+digit + 1) % 10));
    expect((await verify({ phone, code: wrong, challenge_id })).status).toBe(400);
    expect(services.takeCalls()).not.toHaveProperty('PutMessageFeedback');
    expect((await verify({ phone, code, challenge_id })).status).toBe(200);
    expect(services.takeCalls()).toMatchObject({ PutMessageFeedback: 1 });
    expect((await verify({ phone, code, challenge_id })).body.code).toBe(30101302);
    expect(services.takeCalls()).not.toHaveProperty('PutMessageFeedback');
  });

  test('is about the newest text, when the same code was sent again', async () => {
    const { send, verify, clock } = await startService(services, withFeedback);
    const phone = somePhone();
    const { challenge_id } = (await send({ phone })).body.data;
    clock.now += minute;
    expect((await send({ phone, challenge_id })).body.data.challenge_id).toBe(challenge_id);
    expect(services.takeCalls()).toMatchObject({ SendTextMessage: 2 });
    expect((await verify({ phone, code: await newestCode(), challenge_id })).status).toBe(200);
    expect(services.takeCalls()).toMatchObject({ PutMessageFeedback: 1 });
  });

  test('that cannot be given costs the person nothing', async () => {
    const sending = await startService(services, withFeedback);
    const deaf = await startStub(dropsConnection);
    const { verify } = await startService(services, {
      ...withFeedback,
      TABLE_NAME: sending.tableName,
      [endpoint]: deaf.url,
    });
    const phone = somePhone();
    const { challenge_id } = (await sending.send({ phone })).body.data;
    expect((await verify({ phone, code: await newestCode(), challenge_id })).status).toBe(200);
    expect(deaf.bodies).toHaveLength(1);
    await deaf.close();
  });
});

test('a number that has opted out is told so at once, may try again at once, and spends no budget', async () => {
  const stub = await startStub(conflict('DESTINATION_PHONE_NUMBER_OPTED_OUT'));
  const settings = { ...endUserMessaging, [endpoint]: stub.url, SMS_COUNTRIES: 'US=1' };
  const { send } = await startService(services, settings);
  const phone = somePhone();
  for (const _ of [1, 2]) {
    const { body } = await send({ phone });
    expect(body).toMatchObject({ status: 500, code: 30101203 });
    expect(body).not.toHaveProperty('challenge_id');
  }
  expect(stub.bodies).toHaveLength(2);
  await stub.close();
});
