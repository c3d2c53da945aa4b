import { createHmac } from 'node:crypto';
import { type CodeKey, type IndexKey, mac } from './mac.ts';

export interface Keys {
  readonly index: IndexKey;
  readonly code: { readonly id: string; readonly key: CodeKey };
}

/** Where the secrets come from: one in the environment, or two in Secrets Manager. */
export type SecretSettings = { readonly inline: string } | { readonly indexArn: string; readonly codeArn: string };

/** Characters: 32 random ones of base64 hold 192 bits. */
export const shortestSecret = 32;

/** Two secrets with two lives: the index secret stays for good, the code secret rotates. */
export function keysFromSecrets(indexSecret: string, codeSecret: string): Keys {
  const index = derive(indexSecret, 'index') as IndexKey;
  const code = derive(codeSecret, 'code') as CodeKey;
  return { index, code: { id: mac(code, 'key-id').toString('base64url').slice(0, 8), key: code } };
}

/** Laptop and `sam local`: one secret stands for both. */
export const keysFromOneSecret = (secret: string): Keys => keysFromSecrets(secret, secret);

const derive = (secret: string, life: 'index' | 'code'): Uint8Array =>
  createHmac('sha256', secret).update(`login-code ${life}`).digest();
