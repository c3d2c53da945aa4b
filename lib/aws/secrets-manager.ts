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

/** In a file of its own, so that the client is loaded on first use, and only the part used here. */
export async function fetchKeys(
  { indexArn, codeArn }: SecretArns,
  endpoint: string | undefined,
  patience: number,
): Promise<Keys> {
  const client = clientFor(endpoint, patience);
  const fetchSecret = secretsBy(client);
  try {
    const [index, code, previous] = await Promise.all([
      fetchSecret(indexArn, 'AWSCURRENT'),
      fetchSecret(codeArn, 'AWSCURRENT'),
      fetchSecret(codeArn, 'AWSPREVIOUS').catch((error: unknown) => {
        if (error instanceof ResourceNotFoundException) return undefined; // never rotated yet
        throw error;
      }),
    ]);
    return keysFromSecrets(index, code, previous);
  } finally {
    client.destroy();
  }
}

export async function fetchIndexKey(
  { indexArn }: Pick<SecretArns, 'indexArn'>,
  endpoint: string | undefined,
  patience: number,
): Promise<IndexKey> {
  const client = clientFor(endpoint, patience);
  try {
    return indexKeyFrom(await secretsBy(client)(indexArn, 'AWSCURRENT'));
  } finally {
    client.destroy();
  }
}

const clientFor = (endpoint: string | undefined, patience: number): SecretsManagerClient =>
  lean(new SecretsManagerClient(clientSettings(endpoint, second, 2, patience)));

const secretsBy =
  (client: SecretsManagerClient) =>
  async (SecretId: string, VersionStage: string): Promise<string> => {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId, VersionStage }));
    if (SecretString.length < minSecretLength) throw new Error('A secret is empty or too short');
    return SecretString;
  };
