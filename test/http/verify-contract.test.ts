import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { someEmail } from '../support/people.ts';
import { type Answer, type Service, type Services, startService, startServices } from '../support/service.ts';

let services: Services;
let service: Service;
beforeAll(async () => {
  services = await startServices();
  service = await startService(services, { CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off' });
});
afterAll(() => services.close());

const violations = ({ body }: Answer): string[] =>
  (body.errors ?? []).map(({ field, code }: Record<string, string>) => `${field} ${code}`).sort();

const asked = { email: 'ada@mailbox.example', code: '0123456789', challenge_id: 'szUFwSPM-05PlXslJv5vcQ' };

describe('a body of verify-login-code', () => {
  test.each<[string, unknown, string[]]>([
    ['of nothing', {}, ['challenge_id required', 'code required', 'email required', 'phone required']],
    ['without a code', { ...asked, code: '' }, ['code required']],
    ['without a challenge_id', { ...asked, challenge_id: null }, ['challenge_id required']],
    ['with both addresses', { ...asked, phone: '+12025550123' }, ['email conflict', 'phone conflict']],
    ['with a number for a code', { ...asked, code: 123_456_789 }, ['code type']],
    ['with a number for a challenge_id', { ...asked, challenge_id: 7 }, ['challenge_id type']],
    ['with a code of 9 digits where 10 are sent', { ...asked, code: '012345678' }, ['code format']],
    ['with a code of 11', { ...asked, code: '01234567890' }, ['code format']],
    ['with a code of 5', { ...asked, code: '01234' }, ['code format']],
    ['with a letter in the code', { ...asked, code: '012345678O' }, ['code format']],
    ['with a line break after the code', { ...asked, code: '0123456789\n' }, ['code format']],
    ['with a space before the code', { ...asked, code: ' 0123456789' }, ['code format']],
    ['with digits that are not ASCII', { ...asked, code: '٠١٢٣٤٥٦٧٨٩' }, ['code format']],
    ['with full-width digits', { ...asked, code: '０１２３４５６７８９' }, ['code format']],
    ['with a sign in the code', { ...asked, code: '+123456789' }, ['code format']],
    ['with an array for a code', { ...asked, code: ['0123456789'] }, ['code type']],
    ['with a short challenge_id', { ...asked, challenge_id: 'szUFwSPM' }, ['challenge_id format']],
    [
      'with faults of all fields',
      { email: 7, code: 'x', challenge_id: 'x' },
      ['challenge_id format', 'code format', 'email type'],
    ],
    [
      'with a bad address and a short code',
      { ...asked, email: 'nobody', code: '012345' },
      ['code format', 'email format'],
    ],
    ['with words for a number', { code: asked.code, challenge_id: asked.challenge_id, phone: 'me' }, ['phone format']],
  ])('%s is invalid-request', async (_, body, expected) => {
    const answer = await service.verify(body);
    expect([answer.status, answer.body.i18n_key]).toEqual([400, 'error.invalid_request']);
    expect(violations(answer)).toEqual(expected);
  });

  test.each(['en', 'zh-CN'])('has each fault described in %s, and no value shown', async (locale) => {
    const { body } = await service.verify({ ...asked, code: 'x' }, { headers: { 'Accept-Language': locale } });
    const word = locale === 'en' ? 'Must be the complete code, digits only.' : '必须是完整的验证码，且只能包含数字。';
    expect(body.errors).toEqual([{ field: 'code', code: 'format', description: word }]);
  });

  test('may hold unknown fields', async () => {
    const answer = await service.verify({ ...asked, name: 'Ada', token: 1 });
    expect(answer.body.i18n_key).toBe('error.code_expired');
  });
});

test.each(['GET', 'PUT', 'DELETE', 'HEAD'])('%s is 405', async (method) => {
  const answer = await service.verify(undefined, { method });
  expect([answer.status, answer.headers.Allow]).toEqual([405, 'POST']);
});

test('a problem of it names the path that was called', async () => {
  expect((await service.verify(asked)).body.instance).toBe('/auth/verify-login-code');
});

describe('challenge_id of send-login-code', () => {
  test.each<[unknown, string]>([
    [7, 'challenge_id type'],
    ['x', 'challenge_id format'],
    [`${'x'.repeat(22)}\n`, 'challenge_id format'],
  ])('%j is invalid-request', async (challenge_id, expected) => {
    expect(violations(await service.send({ email: someEmail(), challenge_id }))).toEqual([expected]);
  });

  test.each([null, '', 'szUFwSPM-05PlXslJv5vcQ'])('%j makes a new challenge', async (challenge_id) => {
    const { status, body } = await service.send({ email: someEmail(), challenge_id });
    expect([status, body.data.challenge_id === challenge_id]).toEqual([200, false]);
  });
});

describe('Idempotency-Key', () => {
  const send = (key: string, email: unknown = someEmail()) =>
    service.send({ email }, { headers: { 'idempotency-key': key } });

  test.each([
    '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
    '"sixteen letters!"',
    '  "sixteen letters!"  ',
    '"sixteen letters!";v=1',
    `"${'\\"'.repeat(16)}"`,
    `"${'x'.repeat(255)}"`,
  ])('%s is taken', async (key) => expect((await send(key)).status).toBe(200));

  test.each([
    ['', 'format'],
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', 'format'],
    ['"fifteen letters"', 'format'],
    ['"sixteen letters!', 'format'],
    ['"sixteen letters!", "sixteen letters!"', 'format'],
    ['"sixteen letters\t"', 'format'],
    ['"sixteen lettérs!"', 'format'],
    [':c2l4dGVlbiBsZXR0ZXJz:', 'format'],
    ['1234567890123456', 'format'],
    ['?1', 'format'],
    [`"${'x'.repeat(256)}"`, 'range'],
  ])('%j is invalid-request naming the header', async (key, code) => {
    expect(violations(await send(key))).toEqual([`Idempotency-Key ${code}`]);
  });

  test('that is malformed is told of beside what else is wrong', async () => {
    expect(violations(await send('x', 'nobody'))).toEqual(['Idempotency-Key format', 'email format']);
  });
});
