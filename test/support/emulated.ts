import { randomBytes } from 'node:crypto';
import { startEndUserMessaging } from '../../infra/local/end-user-messaging.ts';
import { startSecretsManager } from '../../infra/local/secrets-manager.ts';
import { loopback } from '../../infra/local/server.ts';
import { startSes } from '../../infra/local/ses.ts';
import { startSns } from '../../infra/local/sns.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { startTestDynamoDb } from './dynamodb.ts';
import { keyArn, someRsaKey, startKms } from './kms.ts';
import { secret } from './recorded.ts';

const arn = (name: string): string => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`;
export const newSecret = (): string => secret(randomBytes(32).toString('base64'));
const secrets = { [arn('index')]: newSecret(), [arn('code')]: newSecret() };

export const signingKey = keyArn('current');

/** Where the secrets of `startEmulated` are. */
export const secretArns: Environment = { INDEX_SECRET_ARN: arn('index'), CODE_SECRET_ARN: arn('code') };

/** The services that the laptop stack emulates, and KMS. */
export async function startEmulated() {
  const [dynamodb, ses, sns, endUserMessaging, secretsManager, kms] = await Promise.all([
    startTestDynamoDb(),
    startSes(0, loopback),
    startSns(0, loopback),
    startEndUserMessaging(0, loopback),
    startSecretsManager(secrets, 0, loopback),
    startKms({ [signingKey]: someRsaKey() }),
  ]);
  return { dynamodb, ses, sns, endUserMessaging, secretsManager, kms };
}
