import * as texts from '@aws-sdk/client-pinpoint-sms-voice-v2';
import * as ses from '@aws-sdk/client-sesv2';
import * as sns from '@aws-sdk/client-sns';
import { describe, expect, test } from '@jest/globals';
import { type Fault, faultOf } from '../../lib/aws/faults.ts';

/** Everything the SDK says SendEmail, Publish and SendTextMessage may throw. */
const declared: Readonly<Record<string, Fault>> = {
  AccountSuspendedException: 'misconfigured',
  BadRequestException: 'not-sent',
  LimitExceededException: 'retryable',
  MailFromDomainNotVerifiedException: 'misconfigured',
  MessageRejected: 'misconfigured',
  NotFoundException: 'misconfigured',
  SendingPausedException: 'misconfigured',
  TooManyRequestsException: 'retryable',

  AuthorizationErrorException: 'misconfigured',
  EndpointDisabledException: 'not-sent',
  InternalErrorException: 'unknown',
  InvalidParameterException: 'not-sent',
  InvalidParameterValueException: 'not-sent',
  InvalidSecurityException: 'misconfigured',
  KMSAccessDeniedException: 'misconfigured',
  KMSDisabledException: 'misconfigured',
  KMSInvalidStateException: 'misconfigured',
  KMSNotFoundException: 'misconfigured',
  KMSOptInRequired: 'misconfigured',
  KMSThrottlingException: 'retryable',
  PlatformApplicationDisabledException: 'not-sent',
  ThrottledException: 'retryable',
  ValidationException: 'not-sent',

  AccessDeniedException: 'misconfigured',
  ConflictException: 'misconfigured',
  InternalServerException: 'unknown',
  ResourceNotFoundException: 'misconfigured',
  ServiceQuotaExceededException: 'misconfigured',
  ThrottlingException: 'retryable',
};

/** The reasons that decide, where the name alone does not. */
const reasons = { ...texts.ConflictExceptionReason, ...texts.ValidationExceptionReason };
const byReason: Readonly<Partial<Record<keyof typeof reasons, Fault>>> = {
  DESTINATION_PHONE_NUMBER_OPTED_OUT: 'not-sent',
  DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: 'not-sent',
  DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE: 'not-sent',
  NO_ORIGINATION_IDENTITIES_FOUND: 'misconfigured',
  DESTINATION_PHONE_NUMBER_NOT_VERIFIED: 'misconfigured',
};

const named = (name: string, status = 400) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status } });
const coded = (code: string, name = 'Error') => Object.assign(new Error(code), { name, code });

describe('a fault the SDK declares', () => {
  test.each(Object.entries(declared))('%s is %s', (name, fault) => {
    expect(faultOf(named(name, fault === 'unknown' ? 500 : 400))).toBe(fault);
  });

  test.each(Object.entries(byReason))('ConflictException for the reason %s is %s', (reason, fault) => {
    expect(faultOf(Object.assign(named('ConflictException'), { Reason: reason }))).toBe(fault);
  });

  test.each([
    ['SENDER_ID_NOT_REGISTERED', 'misconfigured'],
    ['DESTINATION_COUNTRY_BLOCKED', 'not-sent'],
    ['PRICE_OVER_THRESHOLD', 'not-sent'],
  ] as const)('ValidationException for the reason %s is %s', (reason, fault) => {
    expect(Object.keys(texts.ValidationExceptionReason)).toContain(reason);
    expect(faultOf(Object.assign(named('ValidationException'), { Reason: reason }))).toBe(fault);
  });

  test('is a class the SDK still has', () => {
    const classes = new Set([...Object.keys(ses), ...Object.keys(sns), ...Object.keys(texts)]);
    expect(Object.keys(declared).filter((name) => !classes.has(name))).toEqual([]);
  });
});

describe('any other fault', () => {
  test.each<[string, unknown, Fault]>([
    ['throttling by its older name', named('Throttling'), 'retryable'],
    ['throttling as SES and SNS word it', named('ThrottlingException'), 'retryable'],
    ['any 429', named('SomethingNew', 429), 'retryable'],
    ['a refused connection', coded('ECONNREFUSED'), 'retryable'],
    ['a name that cannot be looked up', coded('ENOTFOUND'), 'retryable'],
    ['a resolver that does not answer', coded('EAI_AGAIN'), 'retryable'],
    ['no route', coded('EHOSTUNREACH'), 'retryable'],
    ['a dropped connection', coded('ECONNRESET'), 'unknown'],
    ['a broken pipe', coded('EPIPE'), 'unknown'],
    ['a timeout', coded('ETIMEDOUT', 'TimeoutError'), 'unknown'],
    ['our own deadline', coded('ABORT_ERR', 'AbortError'), 'unknown'],
    ['a 500', named('InternalServerError', 500), 'unknown'],
    ['a 503', named('ServiceUnavailable', 503), 'unknown'],
    ['a timeout they call a 400', named('RequestTimeoutException'), 'unknown'],
    ['throttling they call a 400', named('RequestThrottledException'), 'retryable'],
    [
      'a connection that took too long to make',
      Object.assign(new Error('the request socket did not establish a connection'), { name: 'TimeoutError' }),
      'retryable',
    ],
    ['any 401', named('SomethingNew', 401), 'misconfigured'],
    ['any 403', named('MissingAuthenticationToken', 403), 'misconfigured'],
    ['a request signed too long ago', named('RequestExpired'), 'misconfigured'],
    ['a 408', named('RequestTimeout', 408), 'unknown'],
    ['an unheard-of 400', named('SomethingNew', 400), 'not-sent'],
    ['expired credentials', named('ExpiredTokenException', 403), 'misconfigured'],
    ['missing permission', named('AccessDeniedException', 403), 'misconfigured'],
    ['no credentials at all', coded('', 'CredentialsProviderError'), 'misconfigured'],
    ['a bad signature', named('SignatureDoesNotMatch', 403), 'misconfigured'],
    ['a fault of no kind', new Error('?'), 'unknown'],
    ['something that is no error', 'thrown', 'unknown'],
  ])('%s is sorted', (_, error, fault) => {
    expect(faultOf(error)).toBe(fault);
  });
});
