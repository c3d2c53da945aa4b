import { describe, expect, test } from '@jest/globals';
import { day, hour, minute } from '../../lib/core/time.ts';
import { sha256 } from '../../lib/http/caller.ts';
import {
  readHeartbeatConfig,
  readPagesConfig,
  readSendConfig,
  readTokenConfig,
  readVerifyConfig,
} from '../../lib/settings/config.ts';
import { variable } from '../../lib/settings/variables.ts';
import { secret } from '../support/recorded.ts';
import { wordsFile } from '../support/words-file.ts';

const needed = {
  TABLE_NAME: 'codes',
  LOGIN_CODE_SECRET: secret('never shown, of 32 characters ..'),
  PUBLIC_URL: 'https://login.example.com/v1/',
  EMAIL_FROM: 'login@example.com',
};
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const neededForTokens = { ...needed, AUDIENCE: 'https://api.example.com', SIGNING_KEY_ARN: keyArn };
const phoneOfNobody = {
  channel: 'sms',
  canonical: '+15005550006',
  countedAs: '+15005550006',
  masked: '+1***06',
  country: undefined,
};
const full = {
  ...needed,
  LOGIN_CODE_SECRET: '',
  HEARTBEAT_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:heartbeat',
  SEND_VERSION_ARN: 'arn:aws:lambda:eu-west-1:123456789012:function:Send:8',
  VERIFY_VERSION_ARN: 'arn:aws:lambda:eu-west-1:123456789012:function:Verify:5',
  API_REFERENCE: 'true',
  INDEX_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:1:secret:index',
  CODE_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:1:secret:code',
  SIGNING_KEY_ARN: keyArn,
  PREVIOUS_SIGNING_KEY_ARN: 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1',
  ISSUER: 'https://id.example.com/',
  AUDIENCE: 'acme',
  TOKEN_TTL: '90s',
  CODE_LENGTH: '8',
  CODE_TTL: '90s',
  CODE_ATTEMPTS: '3',
  TARGET_LIMITS: '2/5m, 200/30d',
  TARGET_CALLER_LIMITS: '1/5m',
  DEVICE_LIMITS: '3/5m',
  DEVICE_TTL: '30d',
  DEVICE_TOKENS_SINCE: '2026-11-01',
  CALLER_LIMITS: 'off',
  VERIFY_CALLER_LIMITS: '9/1h',
  CALLER_IP_HEADER: 'CloudFront-Viewer-Address',
  ORIGIN_SECRET: secret('sixteen or more characters'),
  ORIGIN_SECRET_SHA256: '',
  EMAIL_FROM: 'Acme Login <login@example.com>',
  EMAIL_BUDGET: 'off',
  SES_CONFIGURATION_SET: 'codes',
  SMS_COUNTRIES: 'US=5000 CN=20000 *=10',
  SMS_GUARD: 'watch',
  SMS_MAX_PRICE: '0.05',
  SMS_SENDER_ID: '',
  SMS_ORIGINATION_NUMBER: 'pool-0123456789abcdef',
  SMS_SERVICE: 'end-user-messaging',
  SMS_SENDERS: 'US=+12025550100 IN=ACMEIN',
  SMS_DLT_ENTITY_ID: '1101',
  SMS_DLT_TEMPLATES: 'en=1107 zh-CN=1108',
  SMS_PROTECT_CONFIGURATION: 'protect-0123',
  SMS_FEEDBACK: 'on',
  BOUNCE_MARK: 'on',
  TEST_TARGETS:
    '{"+1 (500) 555-0006":{"code":"42424242","until":"2027-01-31"},"Ada@Mailbox.example":{"code":"12345678"}}',
  ALLOW_TEST_TARGETS: 'true',
  BRAND_NAME: 'Acme',
  BRAND_COLOR: '#0B57D0',
  BRAND_LOGO_URL: 'https://example.com/logo.png?height=64',
  SUPPORT_URL: 'https://help.example.com/',
  CODE_ORIGIN: 'example.com',
  ANDROID_APP_HASH: 'FA+9qCX9VSu',
  WORDS_FILE: wordsFile({ en: { email: { subject: 'For {brand}' } } }),
  ALLOWED_ORIGINS: 'https://app.example.com,http://localhost:3000',
  DEFAULT_LOCALE: 'zh-CN',
  SERVICE_NAME: 'login',
  ENVIRONMENT: 'development',
  AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8081',
  AWS_ENDPOINT_URL_SESV2: 'http://127.0.0.1:8082',
  AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:8083',
  AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: 'http://127.0.0.1:8086',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://127.0.0.1:8084',
  AWS_ENDPOINT_URL_KMS: 'http://127.0.0.1:8085',
  AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:7',
  AWS_ENDPOINT_URL_CODEDEPLOY: 'http://127.0.0.1:8',
};

function complaint(env: Record<string, string>): string {
  try {
    readVerifyConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

test('what is not set has the default that is documented', () => {
  expect(readSendConfig(needed)).toEqual({
    tableName: 'codes',
    secrets: { inline: needed.LOGIN_CODE_SECRET },
    heartbeatSecretArn: undefined,
    publicUrl: 'https://login.example.com/v1',
    code: { length: 6, ttl: 10 * minute, attempts: 5 },
    targetLimits: [
      { max: 5, window: hour },
      { max: 10, window: day },
    ],
    targetCallerLimits: [
      { max: 1, window: minute },
      { max: 3, window: hour },
      { max: 4, window: day },
    ],
    deviceLimits: [
      { max: 1, window: 30_000 },
      { max: 5, window: 10 * minute },
      { max: 10, window: hour },
      { max: 20, window: day },
    ],
    devices: { ttl: 180 * day, since: 0 },
    verifyCallerLimits: [
      { max: 20, window: minute },
      { max: 100, window: hour },
    ],
    callerLimits: [
      { max: 20, window: minute },
      { max: 100, window: hour },
    ],
    proxy: undefined,
    email: { from: 'login@example.com', configurationSet: undefined, budget: 50_000 },
    bounceMark: false,
    sms: undefined,
    testTargets: new Map(),
    style: { brand: 'Login', codeOrigin: undefined, androidAppHash: undefined },
    look: { brand: 'Login', color: undefined, logoUrl: undefined, supportUrl: undefined },
    allowedOrigins: [],
    defaultLocale: 'en',
    serviceName: 'auth-service',
    development: false,
    endpoints: {
      dynamodb: undefined,
      ses: undefined,
      sns: undefined,
      endUserMessaging: undefined,
      secretsManager: undefined,
      kms: undefined,
      lambda: undefined,
      codeDeploy: undefined,
    },
  });
});

test('every setting is read', () => {
  expect(Object.keys(full).sort()).toEqual(Object.values(variable).toSorted());
  expect(readVerifyConfig(full)).toEqual({
    tableName: 'codes',
    secrets: { indexArn: full.INDEX_SECRET_ARN, codeArn: full.CODE_SECRET_ARN },
    heartbeatSecretArn: full.HEARTBEAT_SECRET_ARN,
    publicUrl: 'https://login.example.com/v1',
    signing: { arn: keyArn, previousArn: full.PREVIOUS_SIGNING_KEY_ARN },
    token: { issuer: 'https://id.example.com', audience: 'acme', lifetime: 90_000 },
    code: { length: 8, ttl: 90_000, attempts: 3 },
    targetLimits: [
      { max: 2, window: 5 * minute },
      { max: 200, window: 30 * day },
    ],
    targetCallerLimits: [{ max: 1, window: 5 * minute }],
    deviceLimits: [{ max: 3, window: 5 * minute }],
    devices: { ttl: 30 * day, since: Date.UTC(2026, 10, 1) },
    callerLimits: [],
    proxy: { ipHeader: 'cloudfront-viewer-address', secretSha256: sha256(full.ORIGIN_SECRET) },
    verifyCallerLimits: [{ max: 9, window: hour }],
    email: { from: 'Acme Login <login@example.com>', configurationSet: 'codes', budget: undefined },
    bounceMark: true,
    sms: {
      budgets: new Map([
        ['US', 5_000],
        ['CN', 20_000],
        ['*', 10],
      ]),
      guard: 'watch',
      maxPrice: '0.05',
      service: 'end-user-messaging',
      senderId: undefined,
      originationNumber: 'pool-0123456789abcdef',
      senders: new Map([
        ['US', '+12025550100'],
        ['IN', 'ACMEIN'],
      ]),
      dlt: {
        entityId: '1101',
        templates: new Map([
          ['en', '1107'],
          ['zh-CN', '1108'],
        ]),
      },
      protectConfiguration: 'protect-0123',
      feedback: true,
    },
    testTargets: new Map([
      ['+15005550006', { endsAt: Date.UTC(2027, 1, 1), target: { ...phoneOfNobody, knownCode: '42424242' } }],
      ['ada@mailbox.example', { endsAt: Infinity, target: expect.objectContaining({ knownCode: '12345678' }) }],
    ]),
    style: { brand: 'Acme', codeOrigin: 'example.com', androidAppHash: 'FA+9qCX9VSu' },
    look: {
      brand: 'Acme',
      color: '#0b57d0',
      logoUrl: 'https://example.com/logo.png?height=64',
      supportUrl: 'https://help.example.com/',
    },
    words: { en: { email: { subject: 'For {brand}' } } },
    allowedOrigins: ['https://app.example.com', 'http://localhost:3000'],
    defaultLocale: 'zh-CN',
    serviceName: 'login',
    development: true,
    endpoints: {
      dynamodb: 'http://127.0.0.1:8081',
      ses: 'http://127.0.0.1:8082',
      sns: 'http://127.0.0.1:8083',
      endUserMessaging: 'http://127.0.0.1:8086',
      secretsManager: 'http://127.0.0.1:8084',
      kms: 'http://127.0.0.1:8085',
      lambda: 'http://127.0.0.1:7',
      codeDeploy: 'http://127.0.0.1:8',
    },
  });
});

test('where callers are not counted, none has a share of a target, and all together wait a minute', () => {
  const { targetLimits, targetCallerLimits } = readSendConfig({ ...needed, CALLER_LIMITS: 'off' });
  expect(targetCallerLimits).toEqual([]);
  expect(targetLimits[0]).toEqual({ max: 1, window: minute });
  const set = { CALLER_LIMITS: 'off', TARGET_LIMITS: '9/1h', TARGET_CALLER_LIMITS: '3/1h' };
  expect(readSendConfig({ ...needed, ...set })).toMatchObject({
    targetLimits: [{ max: 9, window: hour }],
    targetCallerLimits: [{ max: 3, window: hour }],
  });
});

test('devices can be forgotten altogether', () => {
  expect(readSendConfig({ ...needed, DEVICE_TTL: 'off' }).devices).toBeUndefined();
});

test('a token is from PUBLIC_URL and lives five minutes unless set', () => {
  expect(readTokenConfig(neededForTokens)).toMatchObject({
    signing: { arn: keyArn, previousArn: undefined },
    token: { issuer: 'https://login.example.com/v1', audience: 'https://api.example.com', lifetime: 5 * minute },
  });
});

test('in development a key is made in the process, and tokens are for development', () => {
  expect(readTokenConfig({ ...needed, ENVIRONMENT: 'development' })).toMatchObject({
    signing: { inProcess: true },
    token: { audience: 'development' },
  });
});

test('test identities need no leave and no end in development, and an end that has passed stops no function', () => {
  const forEver = { TEST_TARGETS: '{"+15005550006":{"code":"424242"}}', ENVIRONMENT: 'development' };
  expect(readSendConfig({ ...needed, ...forEver }).testTargets.size).toBe(1);
  const over = { TEST_TARGETS: '{"+15005550006":{"code":"424242","until":"2020-01-31"}}', ALLOW_TEST_TARGETS: 'true' };
  expect(readSendConfig({ ...needed, ...over }).testTargets.size).toBe(1);
});

test('it cannot be changed', () => {
  const config = readSendConfig(needed);
  expect(Object.isFrozen(config) && Object.isFrozen(config.code) && Object.isFrozen(config.targetLimits[0])).toBe(true);
});

test('a quoted name may hold what an unquoted one may not, and a domain is written in ASCII', () => {
  const { email, style } = readSendConfig({
    ...needed,
    EMAIL_FROM: '"Acme, Inc." <login@example.com>',
    CODE_ORIGIN: 'bücher.example',
  });
  expect(email?.from).toBe('"Acme, Inc." <login@example.com>');
  expect(style.codeOrigin).toBe('xn--bcher-kva.example');
});

test('empty means unset', () => {
  const empty = Object.fromEntries(Object.values(variable).map((name) => [name, '']));
  expect(readVerifyConfig({ ...empty, ...neededForTokens })).toEqual(readVerifyConfig(neededForTokens));
});

describe('a bad setting', () => {
  test.each<[string, string]>([
    ['TABLE_NAME', 'x'],
    ['LOGIN_CODE_SECRET', 'too short'],
    ['PUBLIC_URL', 'login.example.com'],
    ['PUBLIC_URL', 'https://login.example.com/?a=b'],
    ['PUBLIC_URL', 'https://login.example.com?'],
    ['PUBLIC_URL', 'https:login.example.com'],
    ['PUBLIC_URL', 'https://:pw@login.example.com'],
    ['PUBLIC_URL', 'https://login.example.com/a b'],
    ['SIGNING_KEY_ARN', 'alias/login'],
    ['SIGNING_KEY_ARN', 'arn:aws:kms:eu-west-1:111122223333:alias/login'],
    ['PREVIOUS_SIGNING_KEY_ARN', 'none'],
    ['PREVIOUS_SIGNING_KEY_ARN', keyArn],
    ['ISSUER', 'login.example.com'],
    ['AUDIENCE', 'two names'],
    ['AUDIENCE', ':8080'],
    ['TOKEN_TTL', '59s'],
    ['TOKEN_TTL', '61m'],
    ['CODE_LENGTH', '5'],
    ['CODE_LENGTH', '11'],
    ['CODE_LENGTH', '6.5'],
    ['CODE_TTL', '11m'],
    ['CODE_TTL', '10'],
    ['CODE_ATTEMPTS', '0'],
    ['TARGET_LIMITS', '1/60'],
    ['TARGET_LIMITS', '0/60s'],
    ['TARGET_LIMITS', '5/1h/1d'],
    ['TARGET_LIMITS', '1/60s 2/1m'],
    ['TARGET_LIMITS', '1/1s 1/2s 1/3s 1/4s 1/5s 1/6s 1/7s 1/8s 1/9s 1/10s 1/11s'],
    ['TARGET_LIMITS', '201/60s'],
    ['TARGET_LIMITS', '1/31d'],
    ['TARGET_CALLER_LIMITS', '1/60'],
    ['DEVICE_LIMITS', 'none'],
    ['DEVICE_TTL', '1h'],
    ['DEVICE_TTL', '731d'],
    ['DEVICE_TTL', 'never'],
    ['DEVICE_TOKENS_SINCE', '2026-02-30'],
    ['DEVICE_TOKENS_SINCE', 'today'],
    ['CALLER_LIMITS', 'none'],
    ['EMAIL_FROM', 'nobody'],
    ['EMAIL_FROM', 'Acme, Inc <login@example.com>'],
    ['EMAIL_FROM', 'Acme @ Home <login@example.com>'],
    ['EMAIL_FROM', 'Ünal <login@example.com>'],
    ['EMAIL_BUDGET', '0'],
    ['EMAIL_BUDGET', 'none'],
    ['SES_CONFIGURATION_SET', 'a b'],
    ['SMS_COUNTRIES', 'US'],
    ['SMS_COUNTRIES', 'XX=5'],
    ['SMS_COUNTRIES', 'US=0'],
    ['SMS_COUNTRIES', 'US=5=6'],
    ['SMS_COUNTRIES', 'US=5 US=6'],
    ['SMS_GUARD', 'on'],
    ['SMS_MAX_PRICE', '5 cents'],
    ['SMS_MAX_PRICE', '0.00'],
    ['SMS_SENDER_ID', '123'],
    ['SMS_SENDER_ID', '-a'],
    ['SMS_SENDER_ID', 'more than eleven'],
    ['SMS_ORIGINATION_NUMBER', 'ACME'],
    ['SMS_ORIGINATION_NUMBER', 'pool-0123456789abcdef'],
    ['SMS_SERVICE', 'pinpoint'],
    ['SMS_SENDERS', 'ACME'],
    ['SMS_SENDERS', 'XX=ACME'],
    ['SMS_SENDERS', 'US=ACME US=OTHER'],
    ['SMS_SENDERS', 'US=pool-0123456789abcdef'],
    ['BOUNCE_MARK', 'yes'],
    ['TEST_TARGETS', 'x'],
    ['TEST_TARGETS', 'null'],
    ['TEST_TARGETS', '{}'],
    ['TEST_TARGETS', '[]'],
    ['TEST_TARGETS', '["+15005550006"]'],
    ['TEST_TARGETS', '{"+15005550006":"424242"}'],
    ['TEST_TARGETS', '{"+15005550006":{"code":424242}}'],
    ['TEST_TARGETS', '{"+15005550006":{"code":"4242424"}}'],
    ['TEST_TARGETS', '{"+15005550006":{"code":"42424٢"}}'],
    ['TEST_TARGETS', '{"15005550006":{"code":"424242"}}'],
    ['TEST_TARGETS', '{"__proto__":{"code":"424242"}}'],
    ['TEST_TARGETS', '{"+15005550006":{"code":"424242","until":"2027-02-30"}}'],
    ['TEST_TARGETS', '{"+15005550006":{"code":"424242","until":"2027"}}'],
    ['TEST_TARGETS', '{"+15005550006":{"code":"424242","till":"2027-01-31"}}'],
    ['TEST_TARGETS', '{"+15005550006":{"code":"424242"},"+1 500 555 0006":{"code":"424242"}}'],
    ['ALLOW_TEST_TARGETS', 'yes'],
    ['BRAND_NAME', 'x'.repeat(41)],
    ['BRAND_NAME', 'Ac\u202Eme'],
    ['BRAND_COLOR', 'blue'],
    ['BRAND_COLOR', '#00f'],
    ['BRAND_COLOR', '#ff9900'],
    ['BRAND_LOGO_URL', 'http://example.com/logo.png'],
    ['BRAND_LOGO_URL', 'https://name:word@example.com/logo.png'],
    ['BRAND_LOGO_URL', 'https://example.com:port/logo.png'],
    ['BRAND_LOGO_URL', `https://example.com/${'x'.repeat(500)}`],
    ['SUPPORT_URL', 'mailto:help@example.com'],
    ['SUPPORT_URL', 'https://example.com/two words'],
    ['CODE_ORIGIN', 'https://example.com'],
    ['ANDROID_APP_HASH', 'FA+9qCX9VS'],
    ['ANDROID_APP_HASH', 'FA+9qCX9VS_'],
    ['ALLOWED_ORIGINS', 'https://example.com/path'],
    ['ALLOWED_ORIGINS', ','],
    ['DEFAULT_LOCALE', 'tlh'],
    ['SERVICE_NAME', 'a b'],
    ['ENVIRONMENT', 'staging'],
    ['AWS_ENDPOINT_URL_SNS', 'localhost:8083'],
  ])('%s=%s is refused by name, without quoting it', (name, value) => {
    const message = complaint({ ...neededForTokens, [name]: value });
    expect(message).toMatch(new RegExp(`^Settings to mend:\n  ${name} must be .+$`));
    expect(message).not.toContain(`"${value}"`);
  });

  test.each<[string, Record<string, string>, string]>([
    ['no secret', { LOGIN_CODE_SECRET: '' }, 'LOGIN_CODE_SECRET is required'],
    [
      'both ways to a secret',
      { INDEX_SECRET_ARN: full.INDEX_SECRET_ARN, CODE_SECRET_ARN: full.CODE_SECRET_ARN },
      'LOGIN_CODE_SECRET must be empty',
    ],
    [
      'half of the secrets',
      { LOGIN_CODE_SECRET: '', CODE_SECRET_ARN: full.CODE_SECRET_ARN },
      'INDEX_SECRET_ARN is required beside CODE_SECRET_ARN',
    ],
    ['feedback by SNS', { SMS_FEEDBACK: 'on' }, 'SMS_FEEDBACK needs SMS_SERVICE to be end-user-messaging'],
    [
      'two senders for End User Messaging',
      { SMS_SERVICE: 'end-user-messaging', SMS_SENDER_ID: 'ACME', SMS_ORIGINATION_NUMBER: '12345' },
      'SMS_SENDER_ID must be empty beside SMS_ORIGINATION_NUMBER',
    ],
    [
      "half of India's registration",
      { SMS_DLT_ENTITY_ID: '1101' },
      'SMS_DLT_TEMPLATES is required beside SMS_DLT_ENTITY_ID',
    ],
    [
      "a language we have no words for in India's registration",
      { SMS_DLT_ENTITY_ID: '1101', SMS_DLT_TEMPLATES: 'tlh=1107' },
      'SMS_DLT_TEMPLATES must be ids by language',
    ],
    ['a proxy without its secret', { CALLER_IP_HEADER: 'x' }, 'ORIGIN_SECRET is required beside CALLER_IP_HEADER'],
    [
      'a header that may hold many addresses',
      { CALLER_IP_HEADER: 'X-Forwarded-For', ORIGIN_SECRET: full.ORIGIN_SECRET },
      'CALLER_IP_HEADER must be the name of a header that holds one address',
    ],
    ['no signing key in production', { SIGNING_KEY_ARN: '' }, 'SIGNING_KEY_ARN is required unless ENVIRONMENT is'],
    [
      'a previous key without a current one',
      { SIGNING_KEY_ARN: '', PREVIOUS_SIGNING_KEY_ARN: keyArn, ENVIRONMENT: 'development' },
      'SIGNING_KEY_ARN is required beside PREVIOUS_SIGNING_KEY_ARN',
    ],
    ['no audience in production', { AUDIENCE: '' }, 'AUDIENCE is required unless ENVIRONMENT is development'],
    [
      'a test identity in production',
      { TEST_TARGETS: '{"+15005550006":{"code":"424242","until":"2027-01-31"}}' },
      'TEST_TARGETS must be empty in production unless ALLOW_TEST_TARGETS is true',
    ],
    [
      'a test identity for ever in production',
      { TEST_TARGETS: '{"+15005550006":{"code":"424242"}}', ALLOW_TEST_TARGETS: 'true' },
      'TEST_TARGETS must say in production until when each works',
    ],
    ['nothing to send with', { EMAIL_FROM: '' }, 'EMAIL_FROM or SMS_COUNTRIES is required'],
    [
      'a brand that makes a text too long',
      { SMS_COUNTRIES: '*=1', BRAND_NAME: 'x'.repeat(40), CODE_ORIGIN: 'login.example.com' },
      'BRAND_NAME with CODE_ORIGIN and ANDROID_APP_HASH makes texts longer than one segment: shorten one of them. zh-CN (80 characters, of which 70 fit because of “【”)',
    ],
  ])('%s is refused', (_, env, expected) => {
    expect(complaint({ ...neededForTokens, ...env })).toContain(expected);
  });

  test('is told together with all the others', () => {
    const message = complaint({ CODE_LENGTH: '1', ENVIRONMENT: 'x', ORIGIN_SECRET: 'y' });
    const names = [...message.matchAll(/^ {2}([A-Z_]+)/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([
      'AUDIENCE',
      'CALLER_IP_HEADER',
      'CODE_LENGTH',
      'EMAIL_FROM',
      'ENVIRONMENT',
      'LOGIN_CODE_SECRET',
      'ORIGIN_SECRET',
      'PUBLIC_URL',
      'SIGNING_KEY_ARN',
      'TABLE_NAME',
    ]);
  });
});

test('sending codes needs no signing key, and the key set no table and no secret', () => {
  expect(readSendConfig(needed).tableName).toBe('codes');
  const { AUDIENCE, SIGNING_KEY_ARN, PUBLIC_URL } = neededForTokens;
  expect(readTokenConfig({ AUDIENCE, SIGNING_KEY_ARN, PUBLIC_URL }).signing).toMatchObject({ arn: keyArn });
});

test("pages about problems need neither table nor secret, and know of no API's reference unless told", () => {
  const alone = { PUBLIC_URL: 'https://login.example.com' };
  expect(readPagesConfig(alone)).toMatchObject({ publicUrl: 'https://login.example.com', apiReference: false });
  expect(readPagesConfig({ ...alone, API_REFERENCE: 'true' }).apiReference).toBe(true);
  expect(() => readPagesConfig({ ...alone, API_REFERENCE: 'yes' })).toThrow('API_REFERENCE');
});

test('no backend can be called as the heartbeat is, whose tokens are for nobody', () => {
  for (const AUDIENCE of ['heartbeat', 'Heartbeat'])
    expect(complaint({ ...full, AUDIENCE })).toContain('AUDIENCE must be');
  expect(complaint({ ...full, AUDIENCE: 'heartbeats' })).toBe('none');
});

describe('the heartbeat', () => {
  const heartbeat = {
    PUBLIC_URL: 'https://login.example.com',
    HEARTBEAT_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:heartbeat',
  };

  test('needs its secret and the address of the service', () => {
    expect(readHeartbeatConfig({ ...heartbeat, EMAIL_FROM: 'login@example.com' })).toMatchObject({
      heartbeatSecretArn: heartbeat.HEARTBEAT_SECRET_ARN,
      issuer: 'https://login.example.com',
      codeLength: 6,
      sendsEmail: true,
    });
    expect(readHeartbeatConfig({ ...heartbeat, ISSUER: 'https://id.example.com', CODE_LENGTH: '8' })).toMatchObject({
      issuer: 'https://id.example.com',
      codeLength: 8,
      sendsEmail: false,
    });
  });

  test('complains of what is wrong, all at once', () => {
    expect(() =>
      readHeartbeatConfig({ EMAIL_FROM: 'nobody', HEARTBEAT_SECRET_ARN: 'secret', CODE_LENGTH: '5' }),
    ).toThrow(/PUBLIC_URL(.|\n)*EMAIL_FROM(.|\n)*HEARTBEAT_SECRET_ARN(.|\n)*CODE_LENGTH/);
  });
});
