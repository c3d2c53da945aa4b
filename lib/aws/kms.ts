import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { publicJwk } from '../core/jwk.ts';
import { second } from '../core/time.ts';
import { once } from '../once.ts';
import { clientSettings } from './client.ts';
import { lean } from './lean/lean.ts';
import type { SigningKey } from './signing-key.ts';

/** Two attempts: an RS256 signature is the same every time, so signing twice does no harm. */
export const kmsClient = (endpoint: string | undefined): KMSClient =>
  lean(new KMSClient(clientSettings(endpoint, second, 2)));

/** A key pair whose private half never leaves KMS. */
export const kmsKey = (client: KMSClient, arn: string): SigningKey => ({
  publicKey: once(async () => {
    const { PublicKey = new Uint8Array() } = await client.send(new GetPublicKeyCommand({ KeyId: arn }));
    return publicJwk(createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }));
  }),
  async sign(input) {
    const { Signature } = await client.send(
      new SignCommand({
        KeyId: arn,
        SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
        // Only the digest: KMS learns nothing about the person, and its limit of 4096 bytes is never reached.
        MessageType: 'DIGEST',
        Message: createHash('sha256').update(input).digest(),
      }),
    );
    if (!Signature) throw new Error('KMS answered without a signature');
    return Signature;
  },
});
