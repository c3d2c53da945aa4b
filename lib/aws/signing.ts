import type { PublicJwk } from '../core/jwk.ts';
import type { Signer } from '../flows/issue-token.ts';
import { once } from '../once.ts';
import { describeError, type Log } from '../runtime/log.ts';
import type { SigningKey } from './signing-key.ts';

/** Keys are named by ARN, never by alias: after an alias moves, tokens would be signed by one key and name another. */
export type SigningSettings =
  | { readonly arn: string; readonly previousArn: string | undefined }
  | { readonly inProcess: true };

/** Gives the key of an ARN, over a client that all keys share. Loaded on first use: most checks end without a signature. */
export type LoadKms = () => Promise<(arn: string) => SigningKey>;

export const kmsAt = (endpoint: string | undefined): LoadKms =>
  once(async () => {
    const { kmsClient, kmsKey } = await import('./kms.ts');
    const client = kmsClient(endpoint);
    return (arn) => kmsKey(client, arn);
  });

export function createSigner(settings: SigningSettings, kms: LoadKms): Signer {
  const keys = signingKeys(settings, kms);
  const current = async (): Promise<SigningKey> => (await keys())[0];
  return {
    kid: async () => (await (await current()).publicKey()).kid,
    sign: async (input) => (await current()).sign(input),
  };
}

/** Every key whose tokens are valid, first the one that signs. */
export function createKeySet(settings: SigningSettings, kms: LoadKms, log: Log): () => Promise<readonly PublicJwk[]> {
  const keys = signingKeys(settings, kms);
  return async () => {
    const known = await Promise.all((await keys()).map((key) => unlessGone(key, log)));
    return known.filter((key) => key !== undefined);
  };
}

const signingKeys = (settings: SigningSettings, kms: LoadKms) =>
  once(async (): Promise<readonly [SigningKey, ...SigningKey[]]> => {
    if ('inProcess' in settings) return [(await import('./in-process-key.ts')).inProcessKey];
    const keyOf = await kms();
    const { arn, previousArn } = settings;
    return [keyOf(arn), ...(previousArn === undefined ? [] : [keyOf(previousArn)])];
  });

/** The key is disabled or about to be deleted. Any other fault throws, so that no cache keeps half a key set. */
const gone = new Set(['DisabledException', 'KMSInvalidStateException', 'NotFoundException']);

/** Without a key that the operator disabled, its own tokens stop being valid, and no others. */
async function unlessGone(key: SigningKey, log: Log): Promise<PublicJwk | undefined> {
  try {
    return await key.publicKey();
  } catch (error) {
    if (!gone.has((error as Error).name)) throw error;
    log.error('a signing key is out of use: no token it signed passes any more', describeError(error));
    return undefined;
  }
}
