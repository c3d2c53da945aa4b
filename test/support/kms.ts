import { generateKeyPairSync, type KeyPairKeyObjectResult, privateEncrypt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { secret } from './recorded.ts';
import { type Behaviour, jsonError, type Stub, startStub } from './stub-server.ts';

export interface Kms extends Stub {
  /** Operations asked for, in order. */
  readonly operations: string[];
  /** As KMS answers when nothing is wrong. */
  readonly works: Behaviour;
}

/** What may be asked of it. */
interface Asked {
  readonly KeyId: string;
  readonly Message: string;
  readonly MessageType: string;
  readonly SigningAlgorithm: string;
}

/** The DER of a SHA-256 DigestInfo, up to the digest (RFC 8017, 9.2). */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** KMS with these keys, in its protocol: JSON 1.1, the operation in a header, bytes in base64. */
export async function startKms(keys: Readonly<Record<string, KeyPairKeyObjectResult>>): Promise<Kms> {
  const operations: string[] = [];
  const works: Behaviour = (response, request) => {
    const operation = String(request.headers['x-amz-target']).replace('TrentService.', '');
    operations.push(operation);
    const asked = JSON.parse(stub.bodies.at(-1) ?? '{}') as Asked;
    const pair = keys[asked.KeyId];
    if (!pair) return jsonError(400, 'NotFoundException')(response, request);
    if (operation === 'GetPublicKey') {
      const der = pair.publicKey.export({ format: 'der', type: 'spki' });
      return answer(response, { KeyId: asked.KeyId, PublicKey: der.toString('base64') });
    }
    const digest = Buffer.from(asked.Message, 'base64');
    if (asked.MessageType !== 'DIGEST' || digest.length !== 32 || asked.SigningAlgorithm !== rs256) {
      return jsonError(400, 'ValidationException')(response, request);
    }
    const signature = privateEncrypt(pair.privateKey, Buffer.concat([digestInfo, digest]));
    answer(response, { KeyId: asked.KeyId, Signature: signature.toString('base64'), SigningAlgorithm: rs256 });
  };
  const stub = await startStub(works);
  return Object.assign(stub, { operations, works });
}

const rs256 = 'RSASSA_PKCS1_V1_5_SHA_256';

function answer(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}

export function someRsaKey(): KeyPairKeyObjectResult {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  secret(pair.privateKey.export({ format: 'jwk' }).d ?? '');
  return pair;
}

export const keyArn = (name: string): string => `arn:aws:kms:eu-west-1:111122223333:key/${name}`;
