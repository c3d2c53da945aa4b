import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { type CodeKey, type HeartbeatKey, type IndexKey, mac } from './mac.ts';

/** A challenge's item stores the id. */
export interface NamedCodeKey {
  readonly id: string;
  readonly key: CodeKey;
}

export interface Keys {
  readonly index: IndexKey;
  /** Makes all new codes. */
  readonly code: NamedCodeKey;
  /** In use before the last rotation: codes made with it still work. */
  readonly previous: NamedCodeKey | undefined;
}

/** Two secrets in Secrets Manager. */
export interface SecretArns {
  readonly indexArn: string;
  readonly codeArn: string;
}

/** Where the secrets come from: one in the environment, or two in Secrets Manager. */
export type SecretSettings = { readonly inline: string } | SecretArns;

/** As `SecretSettings`, of the index secret alone. */
export type IndexSecretSettings = { readonly inline: string } | Pick<SecretArns, 'indexArn'>;

/** Characters: 32 random ones of base64 hold 192 bits. */
export const minSecretLength = 32;

/** The index secret never changes; the code secret rotates. */
export const keysFromSecrets = (indexSecret: string, codeSecret: string, previousCodeSecret?: string): Keys => ({
  index: indexKeyFrom(indexSecret),
  code: codeKey(codeSecret),
  previous: previousCodeSecret === undefined ? undefined : codeKey(previousCodeSecret),
});

export const indexKeyFrom = (secret: string): IndexKey => derive(secret, 'index') as IndexKey;

export const heartbeatKeyFrom = (secret: string): HeartbeatKey => derive(secret, 'heartbeat') as HeartbeatKey;

/** For laptops and `sam local`: one secret takes the place of both. */
export const keysFromOneSecret = (secret: string): Keys => keysFromSecrets(secret, secret);

/** Undefined: the key was rotated out, or rotated in and not fetched yet. */
export const codeKeyNamed = ({ code, previous }: Keys, id: string): CodeKey | undefined =>
  [code, previous].find((named) => named?.id === id)?.key;

function codeKey(secret: string): NamedCodeKey {
  const key = derive(secret, 'code') as CodeKey;
  return { id: mac(key, 'key-id').toString('base64url').slice(0, 8), key };
}

/** A key object: given bytes instead, each MAC would first make a key object. */
const derive = (secret: string, life: 'index' | 'code' | 'heartbeat'): KeyObject =>
  createSecretKey(createHmac('sha256', secret).update(`login-code ${life}`).digest());
