import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Keys, keysFromOneSecret, keysFromSecrets, type SecretSettings, shortestSecret } from '../core/keys.ts';
import { second } from '../core/time.ts';
import { clientSettings } from './client.ts';

/** Fetched once per container; a failed fetch is forgotten, so that the next request tries again. */
export function createKeys(settings: SecretSettings, endpoint: string | undefined): () => Promise<Keys> {
  if ('inline' in settings) {
    const keys = Promise.resolve(keysFromOneSecret(settings.inline));
    return () => keys;
  }
  const client = new SecretsManagerClient(clientSettings(endpoint, second, 2));
  return once(async () => {
    const [index, code] = await Promise.all([
      fetchSecret(client, settings.indexArn),
      fetchSecret(client, settings.codeArn),
    ]);
    if (Math.min(index.length, code.length) < shortestSecret) throw new Error('A secret is empty or too short');
    return keysFromSecrets(index, code);
  });
}

async function fetchSecret(client: SecretsManagerClient, arn: string): Promise<string> {
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  return SecretString;
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
