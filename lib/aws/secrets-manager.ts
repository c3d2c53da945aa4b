import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { indexKeyFrom, type Keys, keysFromSecrets, minSecretLength, type SecretArns } from '../core/keys.ts';
import type { IndexKey } from '../core/mac.ts';
import { second } from '../core/time.ts';
import { clientSettings } from './client.ts';
import { lean } from './lean/lean.ts';

type ReadSecret = (id: string, stage: 'AWSCURRENT' | 'AWSPREVIOUS') => Promise<string>;

export const fetchKeys = (
  { indexArn, codeArn }: SecretArns,
  endpoint: string | undefined,
  patience: number,
): Promise<Keys> =>
  withSecrets(endpoint, patience, async (read) => {
    const [index, code, previous] = await Promise.all([
      read(indexArn, 'AWSCURRENT'),
      read(codeArn, 'AWSCURRENT'),
      read(codeArn, 'AWSPREVIOUS').catch((error: unknown) => {
        if (error instanceof ResourceNotFoundException) return undefined; // never rotated yet
        throw error;
      }),
    ]);
    return keysFromSecrets(index, code, previous);
  });

export const fetchSecret = (arn: string, endpoint: string | undefined, patience: number): Promise<string> =>
  withSecrets(endpoint, patience, (read) => read(arn, 'AWSCURRENT'));

export const fetchIndexKey = async (
  { indexArn }: Pick<SecretArns, 'indexArn'>,
  endpoint: string | undefined,
  patience: number,
): Promise<IndexKey> => indexKeyFrom(await fetchSecret(indexArn, endpoint, patience));

/** In a file of its own, so that the client is loaded on first use, and only the part used here. */
async function withSecrets<T>(
  endpoint: string | undefined,
  patience: number,
  use: (read: ReadSecret) => Promise<T>,
): Promise<T> {
  const client = lean(new SecretsManagerClient(clientSettings(endpoint, second, 2, patience)));
  try {
    return await use(async (SecretId, VersionStage) => {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId, VersionStage }));
      if (SecretString.length < minSecretLength) throw new Error('A secret is empty or too short');
      return SecretString;
    });
  } finally {
    client.destroy();
  }
}
