import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { someEmail } from '../support/people.ts';
import { type Services, startService, startServices } from '../support/service.ts';
import { dropsConnection, jsonError, neverAnswers, type Stub, sesTakesIt, startStub } from '../support/stub-server.ts';

let services: Services;
let ses: Stub;
let secrets: Stub;
beforeAll(async () => {
  services = await startServices();
  ses = await startStub(sesTakesIt);
  secrets = await startStub(jsonError(400, 'AccessDeniedException'));
});
beforeEach(() => {
  ses.behaviour = sesTakesIt;
  ses.bodies.splice(0);
});
afterAll(async () => {
  await Promise.all([services, ses, secrets].map((running) => running.close()));
});

const behindStub = () => startService(services, { AWS_ENDPOINT_URL_SESV2: ses.url });

describe('when SES', () => {
  test('definitely did not take the mail, it is delivery-failed, and the person may try again now', async () => {
    const { send } = await behindStub();
    const email = someEmail();
    ses.behaviour = jsonError(400, 'MessageRejected');
    const { body } = await send({ email });
    expect(body).toMatchObject({ status: 500, code: 30101203, detail: expect.stringContaining('try again now') });
    expect(body).not.toHaveProperty('challenge_id');
    ses.behaviour = sesTakesIt;
    expect((await send({ email })).status).toBe(200);
  });

  test('may have taken the mail, it is delivery-failed with the challenge_id, and it counts', async () => {
    const { send } = await behindStub();
    const email = someEmail();
    ses.behaviour = dropsConnection;
    const { body } = await send({ email });
    expect(body).toMatchObject({ status: 500, code: 30101203, challenge_id: expect.stringMatching(/^[\w-]{22}$/) });
    expect(body.detail).toContain('challenge_id');
    expect((await send({ email })).body.code).toBe(30101101);
    expect(ses.bodies).toHaveLength(1);
  });
});

describe('nothing is sent, and it is internal-error, when', () => {
  const refused = { status: 500, code: 30101901, i18n_key: 'error.internal' };

  test.each([
    ['refuses', jsonError(400, 'AccessDeniedException')],
    ['is not there', jsonError(400, 'ResourceNotFoundException')],
    ['fails', jsonError(500, 'InternalServerError')],
    ['never answers', neverAnswers],
  ])('the table %s', async (_, behaviour) => {
    const { send } = await behindStub();
    const table = await startStub(behaviour);
    const cut = await startService(
      { env: { AWS_ENDPOINT_URL_SESV2: ses.url } },
      { AWS_ENDPOINT_URL_DYNAMODB: table.url, TABLE_NAME: 'x-y' },
    );
    expect((await cut.send({ email: someEmail() })).body).toMatchObject(refused);
    expect(ses.bodies).toHaveLength(0);
    await table.close();
    expect((await send({ email: someEmail() })).status).toBe(200);
  });

  test('the keys cannot be fetched', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:1:secret:x';
    const { send } = await startService(services, {
      AWS_ENDPOINT_URL_SESV2: ses.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
      LOGIN_CODE_SECRET: '',
      INDEX_SECRET_ARN: arn,
      CODE_SECRET_ARN: arn,
    });
    services.takeCalls();
    expect((await send({ email: someEmail() })).body).toMatchObject(refused);
    expect([ses.bodies.length, services.takeCalls()]).toEqual([0, {}]);
  });
});
