import type { EmailSettings } from '../aws/email.ts';
import type { SigningSettings } from '../aws/signing.ts';
import type { CodePolicy } from '../core/challenge.ts';
import type { TokenPolicy } from '../core/claims.ts';
import { minSecretLength, type SecretSettings } from '../core/keys.ts';
import type { Limit } from '../core/limits.ts';
import type { TestTargets } from '../core/test-targets.ts';
import { sha256, type TrustedProxy } from '../http/caller.ts';
import type { Locale } from '../locales/locales.ts';
import type { SmsStyle } from '../messages/sms.ts';
import { checkSmsLength, readEmail, readSms, type Sms } from './channels.ts';
import { type Environment, type Reader, readVariables } from './reader.ts';
import { readTestTargets } from './test-targets.ts';
import { readTokens } from './tokens.ts';
import * as a from './values.ts';

/** What every function needs to answer at all. */
export interface ApiConfig {
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly defaultLocale: Locale;
  readonly serviceName: string;
  readonly development: boolean;
}

/** What it takes to sign proofs, and to serve the keys they are checked with. */
export interface TokenConfig extends ApiConfig {
  readonly signing: SigningSettings;
  readonly token: TokenPolicy;
  readonly endpoints: Endpoints;
}

export interface SendConfig extends ApiConfig {
  readonly tableName: string;
  readonly secrets: SecretSettings;
  readonly code: CodePolicy;
  readonly targetLimits: readonly Limit[];
  readonly callerLimits: readonly Limit[];
  readonly verifyCallerLimits: readonly Limit[];
  readonly proxy: TrustedProxy | undefined;
  readonly email: EmailSettings | undefined;
  readonly sms: Sms | undefined;
  readonly testTargets: TestTargets;
  readonly style: SmsStyle;
  readonly endpoints: Endpoints;
}

export type VerifyConfig = SendConfig & TokenConfig;

/** Each service's own address unless set. */
export type Endpoints = Readonly<Record<'dynamodb' | 'ses' | 'sns' | 'secretsManager' | 'kms', string | undefined>>;

/** Throws naming every bad setting at once. */
export const readApiConfig = (env: Environment): ApiConfig => readWhole(env, readEdge);

/** Throws naming every bad setting at once. */
export const readSendConfig = (env: Environment): SendConfig => readWhole(env, readAll);

/** Throws naming every bad setting at once. */
export const readTokenConfig = (env: Environment): TokenConfig =>
  readWhole(env, (reader) => {
    const edge = readEdge(reader);
    return { ...edge, ...readTokens(reader, edge), endpoints: readEndpoints(reader) };
  });

/** Throws naming every bad setting at once. */
export const readVerifyConfig = (env: Environment): VerifyConfig => readWhole(env, readWithTokens);

/** All that is wrong with the settings, each by its variable. */
export function complaintsOf(env: Environment): readonly string[] {
  const reader = readVariables(env);
  readWithTokens(reader);
  return reader.complaints;
}

function readWhole<T extends object>(env: Environment, read: (reader: Reader) => T): T {
  const reader = readVariables(env);
  const config = read(reader);
  if (reader.complaints.length > 0) throw new Error(`Settings to mend:\n  ${reader.complaints.join('\n  ')}`);
  return deepFreeze(config);
}

function readWithTokens(reader: Reader): VerifyConfig {
  const config = readAll(reader);
  return { ...config, ...readTokens(reader, config) };
}

const readEdge = ({ required, optional, withDefault }: Reader): ApiConfig => ({
  publicUrl: required('publicUrl', a.url),
  allowedOrigins: optional('allowedOrigins', a.origins) ?? [],
  defaultLocale: withDefault('defaultLocale', a.locale, 'en'),
  serviceName: withDefault(
    'serviceName',
    a.matching(/^[\w.-]{1,64}$/, 'letters, digits, ".", "_" or "-"'),
    'auth-service',
  ),
  development: withDefault('environment', a.oneOf('production', 'development'), 'production') === 'development',
});

function readAll(reader: Reader): SendConfig {
  const { required, withDefault, optional } = reader;
  const edge = readEdge(reader);
  const code: CodePolicy = {
    length: withDefault('codeLength', a.integer(6, 10), '6'),
    ttl: withDefault('codeTtl', a.duration('1m', '10m'), '10m'), // NIST SP 800-63B-4 3.1.3.2, OWASP ASVS 5.0 6.5.5
    attempts: withDefault('codeAttempts', a.integer(1, 10), '5'),
  };
  const config: SendConfig = {
    ...edge,
    tableName: required('tableName', a.matching(/^[\w.-]{3,255}$/, 'a table name')),
    secrets: readSecrets(reader),
    code,
    targetLimits: withDefault('targetLimits', a.limits, '1/60s 5/1h 10/1d'),
    callerLimits: withDefault('callerLimits', a.limits, '20/1m 100/1h'),
    verifyCallerLimits: withDefault('verifyCallerLimits', a.limits, '20/1m 100/1h'),
    proxy: readProxy(reader),
    email: readEmail(reader),
    sms: readSms(reader),
    testTargets: readTestTargets(reader, edge, code),
    style: {
      brand: withDefault('brandName', a.textOf(1, 40), 'Login'),
      codeOrigin: optional('codeOrigin', a.domain),
    },
    endpoints: readEndpoints(reader),
  };
  if (!reader.isSet('emailFrom') && !reader.isSet('smsCountries')) {
    reader.complain('emailFrom', 'or SMS_COUNTRIES is required: without either, nothing can be sent');
  }
  checkSmsLength(config, reader);
  return config;
}

const readEndpoints = ({ optional }: Reader): Endpoints => ({
  dynamodb: optional('dynamodbEndpoint', a.url),
  ses: optional('sesEndpoint', a.url),
  sns: optional('snsEndpoint', a.url),
  secretsManager: optional('secretsManagerEndpoint', a.url),
  kms: optional('kmsEndpoint', a.url),
});

function readSecrets({ required, isSet, complain }: Reader): SecretSettings {
  if (!isSet('indexSecretArn') && !isSet('codeSecretArn')) {
    return { inline: required('loginCodeSecret', a.textOf(minSecretLength, 4_096)) };
  }
  if (isSet('loginCodeSecret')) complain('loginCodeSecret', 'must be empty beside the ARNs of two secrets');
  const arn = a.matching(/^arn:[\w-]+:secretsmanager:/, 'the ARN of a secret in Secrets Manager');
  return {
    indexArn: required('indexSecretArn', arn, ' beside CODE_SECRET_ARN'),
    codeArn: required('codeSecretArn', arn, ' beside INDEX_SECRET_ARN'),
  };
}

function readProxy({ required, isSet, complain }: Reader): TrustedProxy | undefined {
  if (!isSet('callerIpHeader') && !isSet('originSecret') && !isSet('originSecretSha256')) return undefined;
  const header = a.matching(
    /^(?!x-forwarded-for$|forwarded$)[\w-]+$/i,
    'the name of a header that holds one address, which X-Forwarded-For does not',
  );
  const ipHeader = required('callerIpHeader', header, ' beside ORIGIN_SECRET')?.toLowerCase();
  if (!isSet('originSecretSha256')) {
    const secret = required('originSecret', a.textOf(16, 4_096), ' beside CALLER_IP_HEADER, or ORIGIN_SECRET_SHA256');
    return { ipHeader, secretSha256: secret && sha256(secret) };
  }
  if (isSet('originSecret')) complain('originSecret', 'must be empty beside ORIGIN_SECRET_SHA256');
  const hash = a.matching(/^[\da-f]{64}$/, 'a SHA-256 in 64 hexadecimal digits, lower case');
  return { ipHeader, secretSha256: required('originSecretSha256', hash) };
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
