import { randomBytes } from 'node:crypto';
import { startEndUserMessaging } from '../../infra/local/end-user-messaging.ts';
import { startSecretsManager } from '../../infra/local/secrets-manager.ts';
import { loopback, type Running } from '../../infra/local/server.ts';
import { startSes } from '../../infra/local/ses.ts';
import { startSns } from '../../infra/local/sns.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { startTestDynamoDb } from '../support/dynamodb.ts';
import { keyArn, someRsaKey, startKms } from '../support/kms.ts';
import { secret } from '../support/recorded.ts';
import type { ServiceName } from './call.ts';

/** The services that the laptop stack emulates, and KMS. Reached directly: nothing fails here. */
export interface Emulated {
  readonly urls: Readonly<Record<ServiceName, string>>;
  close(): Promise<void>;
}

const arn = (name: string): string => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`;
const secrets = { [arn('index')]: newSecret(), [arn('code')]: newSecret() };
const signingKey = keyArn('current');

/** Of every function. Its table and the endpoints of the services come besides. */
export const settings: Environment = {
  INDEX_SECRET_ARN: arn('index'),
  CODE_SECRET_ARN: arn('code'),
  PUBLIC_URL: 'https://login.example.com/v1',
  EMAIL_FROM: 'login@example.com',
  SMS_COUNTRIES: '*=1000',
  AUDIENCE: 'https://api.example.com',
  SIGNING_KEY_ARN: signingKey,
  CODE_LENGTH: '10', // shorter ones turn up in any log by chance
};

export async function startEmulated(): Promise<Emulated> {
  const [dynamodb, ses, sns, endUserMessaging, secretsManager, kms] = await Promise.all([
    startTestDynamoDb(),
    startSes(0, loopback),
    startSns(0, loopback),
    startEndUserMessaging(0, loopback),
    startSecretsManager(secrets, 0, loopback),
    startKms({ [signingKey]: someRsaKey() }),
  ]);
  const all: Readonly<Record<ServiceName, Running>> = { dynamodb, ses, sns, endUserMessaging, secretsManager, kms };
  const urls = Object.fromEntries(Object.entries(all).map(([name, { url }]) => [name, url])) as Emulated['urls'];
  return {
    urls,
    async close() {
      await Promise.all(Object.values(all).map((service) => service.close()));
    },
  };
}

/** Every service at one address: the relay tells them apart by what they are asked. */
export const endpointsAt = (url: string): Environment => ({
  AWS_ENDPOINT_URL_DYNAMODB: url,
  AWS_ENDPOINT_URL_SESV2: url,
  AWS_ENDPOINT_URL_SNS: url,
  AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: url,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
  AWS_ENDPOINT_URL_KMS: url,
});

function newSecret(): string {
  return secret(randomBytes(32).toString('base64'));
}
