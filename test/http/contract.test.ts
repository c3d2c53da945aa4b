import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { someEmail, someIp, somePhone } from '../support/people.ts';
import { type Answer, type Service, type Services, startService, startServices } from '../support/service.ts';

let services: Services;
let service: Service;
beforeAll(async () => {
  services = await startServices();
  service = await startService(services, { CALLER_LIMITS: 'off' });
});
afterAll(() => services.close());

describe('DataResponse and SendLoginCodeResponse', () => {
  let email: Answer;
  let sms: Answer;
  beforeAll(async () => {
    email = await service.send({ email: someEmail() });
    sms = await service.send({ phone: somePhone() });
  });

  test('code is 0', () => expect(email.body.code).toBe(0));
  test('message is success', () => expect(email.body.message).toBe('success'));
  test('timestamp is now in ISO 8601 UTC', () => {
    expect(email.body.timestamp).toBe(new Date(service.clock.now).toISOString());
  });
  test('data.channel is email or sms', () => {
    expect([email.body.data.channel, sms.body.data.channel]).toEqual(['email', 'sms']);
  });
  test('data.expires_in is the lifetime in seconds', () => expect(email.body.data.expires_in).toBe(600));
  test('data.target is masked', () => {
    expect(email.body.data.target).toMatch(/^p\*\*\*\w@mailbox\.example$/);
    expect(sms.body.data.target).toMatch(/^\+1\*\*\*\d\d$/);
  });
  test('data.challenge_id is 128 bits in base64url', () => expect(email.body.data.challenge_id).toMatch(/^[\w-]{22}$/));
});

describe('Problem', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  let problem: Answer;
  beforeAll(async () => {
    const email = someEmail();
    await service.send({ email });
    problem = await service.send({ email }, { headers: { traceparent } });
  });

  test('type is the address of a page about it', () => {
    expect(problem.body.type).toBe('https://login.example.com/v1/problems/target-throttled');
  });
  test('title is the same for every instance', () => {
    expect(problem.body.title).toBe('Too many codes for this address or number');
  });
  test('status is the HTTP status', () => expect([problem.status, problem.body.status]).toEqual([429, 429]));
  test('detail says what to do', () => expect(problem.body.detail).toContain('Try again in 1 minute.'));
  test('instance is the path called, without stage or query', () => {
    expect(problem.body.instance).toBe('/auth/send-login-code');
  });
  test('code is the business error code', () => expect(problem.body.code).toBe(30101101));
  test('i18n_key names it for localization', () => expect(problem.body.i18n_key).toBe('error.target_throttled'));
  test('i18n_args fill a template', () => expect(problem.body.i18n_args).toEqual({ retry_after: 60 }));
  test('retry_after is the wait in seconds, and Retry-After says the same', () => {
    expect([problem.body.retry_after, problem.headers['Retry-After']]).toEqual([60, '60']);
  });
  test('request_id is that of the gateway', () => expect(problem.body.request_id).toMatch(/^req_[\da-f-]{36}$/));
  test('service is this service', () => expect(problem.body.service).toBe('auth-service'));
  test("trace_id is a traceparent in the caller's trace", () => {
    expect(problem.body.trace_id).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[\da-f]{16}-01$/);
    expect(problem.body.trace_id).not.toBe(traceparent);
  });
  test('span_id is our span in it', () => expect(problem.body.trace_id.split('-')[2]).toBe(problem.body.span_id));
  test('timestamp is now in ISO 8601 UTC', () => {
    expect(problem.body.timestamp).toBe(new Date(service.clock.now).toISOString());
  });
  test('errors lists violations', async () => {
    expect((await service.send({})).body.errors).toHaveLength(2);
  });
});

describe('FieldViolation', () => {
  test('field, code and description name the fault, and value is kept from the answer', async () => {
    const { body } = await service.send({ email: 'nobody' });
    expect(body.errors).toEqual([
      {
        field: 'email',
        code: 'format',
        description: 'Must be one plain email address, such as name@example.com.',
      },
    ]);
  });

  test.each([['nobody'], [42], [['a', { b: null }]], [{ deep: true }], [false]])(
    'value shows %j in development',
    async (value) => {
      const development = await startService(services, { ENVIRONMENT: 'development' });
      expect((await development.send({ email: value })).body.errors[0].value).toEqual(value);
    },
  );
});

describe('a body', () => {
  const violations = ({ body }: Answer) =>
    (body.errors ?? []).map(({ field, code }: Record<string, string>) => `${field} ${code}`);
  const neither = ['email required', 'phone required'];
  const both = ['email conflict', 'phone conflict'];

  test.each<[string, unknown, string[]]>([
    ['of nothing', {}, neither],
    ['with null for both', { email: null, phone: null }, neither],
    ['with "" for both', { email: '', phone: '' }, neither],
    ['that is null', 'null', neither],
    ['that is an array', [], neither],
    ['that is a number', '7', neither],
    ['that is a string', '"ada@mailbox.example"', neither],
    ['with both', { email: 'a@mailbox.example', phone: '+12025550123' }, both],
    ['with a number for an address', { email: 7 }, ['email type']],
    ['with an array for a number', { phone: ['+12025550123'] }, ['phone type']],
    ['with faults of both kinds', { email: 7, phone: true }, ['email type', 'phone type', ...both]],
    ['with an address of 255 characters', { email: `${'a'.repeat(243)}@example.com` }, ['email range']],
    ['with a local part of 65', { email: `${'a'.repeat(65)}@example.com` }, ['email range']],
    ['with a number of 33 characters', { phone: `+${'1'.repeat(32)}` }, ['phone range']],
    ['with CRLF in an address', { email: 'a@mailbox.example\r\nBcc: b@mailbox.example' }, ['email format']],
    ['with a list of addresses', { email: 'a@mailbox.example,b@mailbox.example' }, ['email format']],
    ['with words for a number', { phone: 'call +12025550123 now' }, ['phone format']],
  ])('%s is invalid-request', async (_, body, expected) => {
    const answer = await service.send(body);
    expect([answer.status, answer.body.i18n_key]).toEqual([400, 'error.invalid_request']);
    expect(violations(answer).sort()).toEqual(expected.toSorted());
  });

  test.each<[string, object]>([
    ['null for the other', { phone: null }],
    ['"" for the other', { phone: '' }],
    ['unknown fields', { name: 'Ada', constructor: 1, toString: [], code: 'x'.repeat(4_000) }],
  ])('with an address and %s is served', async (_, more) => {
    expect((await service.send({ email: someEmail(), ...more })).status).toBe(200);
  });

  test.each<[string, unknown, string, number]>([
    ['of broken JSON', '{"email":', 'error.malformed_body', 400],
    ['of no characters', '', 'error.malformed_body', 400],
    ['with __proto__', '{"__proto__":{"email":"a@mailbox.example"}}', 'error.malformed_body', 400],
    ['of 300 KB', JSON.stringify({ email: 'x'.repeat(300_000) }), 'error.body_too_large', 413],
    ['of 8 KiB and a byte', ' '.repeat(8_193), 'error.body_too_large', 413],
    ['of 8 KiB of blanks', ' '.repeat(8_192), 'error.malformed_body', 400],
  ])('%s is a problem of its own', async (_, body, key, status) => {
    const answer = await service.send(body);
    expect([answer.body.i18n_key, answer.status]).toEqual([key, status]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'of type "%s" is unsupported-media',
    async (type) => {
      const answer = await service.send({ email: someEmail() }, { headers: { 'Content-Type': type } });
      expect([answer.status, answer.body.i18n_key]).toEqual([415, 'error.unsupported_media']);
    },
  );

  test('without any header is unsupported-media', async () => {
    expect((await service.send({}, { headers: null })).status).toBe(415);
  });

  test('in base64 is read, and its limit counts bytes', async () => {
    expect((await service.send({ email: someEmail() }, { base64: true })).status).toBe(200);
    expect((await service.send(' '.repeat(8_193), { base64: true })).status).toBe(413);
  });

  test('with a charset in its type is read', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect((await service.send({ email: someEmail() }, { headers })).status).toBe(200);
  });
});

describe('the edge', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])(
    '%s is 405 and names what is allowed',
    async (method) => {
      const answer = await service.send(undefined, { method });
      expect([answer.status, answer.headers.Allow]).toEqual([405, 'POST']);
    },
  );

  test('every answer carries the security headers', async () => {
    const answers = [await service.send({ email: someEmail() }), await service.send({})];
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Strict-Transport-Security': expect.stringContaining('max-age='),
        'Content-Security-Policy': expect.stringContaining("default-src 'none'"),
      });
    }
  });

  test.each([
    ['zh-CN', 'zh-CN', '请求无效'],
    ['zh', 'zh-CN', '请求无效'],
    ['zh-Hans-SG;q=0.9, en;q=0.1', 'zh-CN', '请求无效'],
    ['zh-HK, zh-CN;q=0.5', 'zh-TW', '請求無效'],
    ['fr-CA', 'fr', 'Requête non valide'],
    ['pt', 'pt-BR', 'Solicitação inválida'],
    ['tlh, zh-CN;q=0.5', 'zh-CN', '请求无效'],
    ['tlh', 'en', 'Invalid request'],
    ['en-GB', 'en', 'Invalid request'],
    ['*', 'en', 'Invalid request'],
    ['x_y;q=zz,,;;', 'en', 'Invalid request'],
  ])(
    'answers Accept-Language %s in %s, and only title, detail and descriptions change',
    async (accept, locale, title) => {
      const answer = await service.send({}, { headers: { 'Accept-Language': accept } });
      expect([answer.headers['Content-Language'], answer.body.title]).toEqual([locale, title]);
      expect(answer.body).toMatchObject({ code: 30101001, i18n_key: 'error.invalid_request', status: 400 });
      expect(answer.headers.Vary).toContain('Accept-Language');
    },
  );

  test('speaks the default language to those who ask for none', async () => {
    const chinese = await startService(services, { DEFAULT_LOCALE: 'zh-CN' });
    expect((await chinese.send({})).headers['Content-Language']).toBe('zh-CN');
  });
});

describe('CORS', () => {
  const origin = 'https://app.example.com';
  let cors: Service;
  beforeAll(async () => {
    cors = await startService(services, { ALLOWED_ORIGINS: `${origin} https://example.org`, CALLER_LIMITS: 'off' });
  });

  test('lets an allowed origin read every answer and the headers about waiting', async () => {
    for (const body of [{ email: someEmail() }, {}]) {
      const { headers } = await cors.send(body, { headers: { Origin: origin } });
      expect(headers['Access-Control-Allow-Origin']).toBe(origin);
      expect(headers['Access-Control-Expose-Headers']).toBe(
        'Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed',
      );
      expect(headers.Vary).toContain('Origin');
    }
  });

  test('gives no other origin anything', async () => {
    const { headers } = await cors.send({}, { headers: { Origin: 'https://evil.example' } });
    expect(headers['Access-Control-Allow-Origin']).toBeUndefined();
  });

  test('is not there unless asked for', async () => {
    const { headers } = await service.send({}, { headers: { Origin: origin } });
    expect(Object.keys(headers).filter((name) => name.startsWith('Access-Control'))).toEqual([]);
  });
});

describe('the caller', () => {
  const proxied = { CALLER_LIMITS: '1/1m', CALLER_IP_HEADER: 'CF-Connecting-IP', ORIGIN_SECRET: 'o'.repeat(32) };
  const sendFrom = (service: Service, ip: string, headers: Record<string, string> = {}) =>
    service.send({ email: someEmail() }, { ip, headers });

  test('is the address the gateway saw, whatever headers claim', async () => {
    const strict = await startService(services, { CALLER_LIMITS: '1/1m' });
    const ip = someIp();
    expect((await sendFrom(strict, ip)).status).toBe(200);
    const headers = { 'X-Forwarded-For': someIp(), 'CF-Connecting-IP': someIp() };
    expect((await sendFrom(strict, ip, headers)).body.code).toBe(30101102);
    expect((await sendFrom(strict, someIp())).status).toBe(200);
  });

  test('is the one a CDN names, when it proves itself', async () => {
    const behind = await startService(services, proxied);
    const [cdn, person] = [someIp(), someIp()];
    const headers = (ip: string) => ({ 'CF-Connecting-IP': ip, 'X-Origin-Secret': proxied.ORIGIN_SECRET });
    expect((await sendFrom(behind, cdn, headers(person))).status).toBe(200);
    expect((await sendFrom(behind, cdn, headers(person))).status).toBe(429);
    expect((await sendFrom(behind, cdn, headers(someIp()))).status).toBe(200);
  });

  test.each([
    ['without the secret', {}],
    ['with another secret', { 'X-Origin-Secret': 'p'.repeat(32) }],
  ])('is not the one a header names %s', async (_, more) => {
    const behind = await startService(services, proxied);
    const ip = someIp();
    expect((await sendFrom(behind, ip, { 'CF-Connecting-IP': someIp(), ...more })).status).toBe(200);
    expect((await sendFrom(behind, ip, { 'CF-Connecting-IP': someIp(), ...more })).status).toBe(429);
  });

  test('is the CDN itself when what it names is no address', async () => {
    const behind = await startService(services, proxied);
    const ip = someIp();
    const headers = { 'CF-Connecting-IP': 'unknown', 'X-Origin-Secret': proxied.ORIGIN_SECRET };
    expect((await sendFrom(behind, ip, headers)).status).toBe(200);
    expect((await sendFrom(behind, ip, headers)).status).toBe(429);
  });

  test("may be named as CloudFront names it, with the viewer's port", async () => {
    const header = 'CloudFront-Viewer-Address';
    const behind = await startService(services, { ...proxied, CALLER_IP_HEADER: header });
    const headers = (ip: string) => ({ [header]: ip, 'X-Origin-Secret': proxied.ORIGIN_SECRET });
    expect((await sendFrom(behind, someIp(), headers('2001:db8:7:100::1:50000'))).status).toBe(200);
    expect((await sendFrom(behind, someIp(), headers('2001:db8:7:1ff::9:50001'))).status).toBe(429);
    expect((await sendFrom(behind, someIp(), headers('2001:db8:7:200::1:50000'))).status).toBe(200);
  });
});

describe('a channel that is off', () => {
  test('answers email-not-supported', async () => {
    const { send } = await startService(services, { EMAIL_FROM: '' });
    expect((await send({ email: someEmail() })).body).toMatchObject({ status: 400, code: 30101202 });
  });

  test('answers sms-not-supported', async () => {
    const { send } = await startService(services, { SMS_COUNTRIES: '' });
    expect((await send({ phone: somePhone() })).body).toMatchObject({ status: 400, code: 30101201 });
  });

  test.each(['+442079460000', '+18005551234', '+80012345678'])(
    'sends no text to %s, which takes none',
    async (phone) => {
      expect((await service.send({ phone })).body).toMatchObject({ status: 400, code: 30101201 });
    },
  );
});

test('a budget that is spent answers sms-budget-spent until the next UTC day', async () => {
  const { send, clock } = await startService(services, { SMS_COUNTRIES: 'US=1' });
  clock.now = Date.UTC(2030, 0, 1, 23, 59, 0);
  await send({ phone: somePhone() });
  const answer = await send({ phone: somePhone() });
  expect(answer.body).toMatchObject({ status: 429, code: 30101103, retry_after: 60 });
  expect(answer.headers).toMatchObject({
    'RateLimit-Policy': '"sms-budget-86400s";q=1;w=86400',
    RateLimit: '"sms-budget-86400s";r=0;t=60',
  });
});
