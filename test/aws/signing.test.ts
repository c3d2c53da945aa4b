import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createKeySet, createSigner, kmsAt } from '../../lib/aws/signing.ts';
import { createLog } from '../../lib/runtime/log.ts';
import { type Kms, keyArn, someRsaKey, startKms } from '../support/kms.ts';
import { type Behaviour, dropsConnection, jsonError, neverAnswers, stalls } from '../support/stub-server.ts';

const arn = keyArn('current');
const previousArn = keyArn('previous');
const ecArn = keyArn('elliptic');

let kms: Kms;
beforeAll(async () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  kms = await startKms({ [arn]: someRsaKey(), [previousArn]: someRsaKey(), [ecArn]: ec });
});
beforeEach(() => {
  kms.behaviour = kms.works;
  kms.operations.splice(0);
  kms.bodies.splice(0);
});
afterEach(() => void kms.server.closeAllConnections()); // those it never answered
afterAll(() => kms.close());

const signerOf = (arn: string) => createSigner({ arn, previousArn: undefined }, kmsAt(kms.url));
const keySetOf = (...[arn, previousArn]: [string, string?]) =>
  createKeySet({ arn: arn, previousArn }, kmsAt(kms.url), createLog('test'));

describe('signing with KMS', () => {
  test('asks for RS256 over the digest, and tells it nothing of what is signed', async () => {
    await signerOf(arn).sign('who it is about');
    expect(kms.bodies.map((body) => JSON.parse(body))).toEqual([
      {
        KeyId: arn,
        SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
        MessageType: 'DIGEST',
        Message: expect.stringMatching(/^[\w+/]{43}=$/),
      },
    ]);
  });

  test('fetches the public key once, however many ask for its name', async () => {
    const signer = signerOf(arn);
    const kids = await Promise.all([signer.kid(), signer.kid(), signer.kid()]);
    expect(new Set([...kids, await signer.kid()]).size).toBe(1);
    expect(kms.operations).toEqual(['GetPublicKey']);
  });

  test('names the key as the key set does', async () => {
    const [jwk] = await keySetOf(arn)();
    expect(await signerOf(arn).kid()).toBe(jwk?.kid);
  });

  test('forgets a failed fetch of the public key, so that the next request tries again', async () => {
    const signer = signerOf(arn);
    kms.behaviour = jsonError(400, 'AccessDeniedException');
    await expect(signer.kid()).rejects.toThrow();
    kms.behaviour = kms.works;
    expect(await signer.kid()).toMatch(/^[\w-]{43}$/);
  });

  test('never takes a key that cannot sign RS256', async () => {
    await expect(signerOf(ecArn).kid()).rejects.toThrow('must be an RSA key');
  });

  test('never takes an answer without a signature for one', async () => {
    kms.behaviour = (response) => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{}');
    await expect(signerOf(arn).sign('input')).rejects.toThrow('without a signature');
  });

  test.each<[string, Behaviour, number]>([
    ['throttles', jsonError(400, 'ThrottlingException'), 2],
    ['fails', jsonError(500, 'KMSInternalException'), 2],
    ['refuses', jsonError(400, 'AccessDeniedException'), 1],
    ['has the key disabled', jsonError(400, 'DisabledException'), 1],
    ['drops the connection', dropsConnection, 2],
    ['never answers', neverAnswers, 2],
    ['stalls within its answer', stalls, 2],
  ])('throws within 4 s when KMS %s', async (_, behaviour, attempts) => {
    kms.behaviour = behaviour;
    const began = performance.now();
    await expect(signerOf(arn).sign('input')).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(kms.bodies).toHaveLength(attempts);
  });

  test('signs at the second try when it was throttled once', async () => {
    kms.behaviour = (response, request) => {
      kms.behaviour = kms.works;
      jsonError(400, 'ThrottlingException')(response, request);
    };
    expect(await signerOf(arn).sign('input')).toHaveLength(256);
  });
});

describe('the key set', () => {
  test('has the key that signs first, then the previous one, each fetched once', async () => {
    const keySet = keySetOf(arn, previousArn);
    const kids = (await keySet()).map(({ kid }) => kid);
    expect(kids).toEqual([await signerOf(arn).kid(), await signerOf(previousArn).kid()]);
    kms.operations.splice(0);
    expect(await keySet()).toHaveLength(2);
    expect(kms.operations).toEqual([]);
  });

  test.each(['DisabledException', 'KMSInvalidStateException', 'NotFoundException'])(
    'goes on without a key that is out of use (%s)',
    async (name) => {
      kms.behaviour = (response, request) =>
        (kms.bodies.at(-1)?.includes(previousArn) ? jsonError(400, name) : kms.works)(response, request);
      expect(await keySetOf(arn, previousArn)()).toHaveLength(1);
    },
  );

  test.each(['ThrottlingException', 'AccessDeniedException', 'DependencyTimeoutException'])(
    'is all or nothing when a key cannot be fetched (%s)',
    async (name) => {
      kms.behaviour = (response, request) =>
        (kms.bodies.at(-1)?.includes(previousArn) ? jsonError(400, name) : kms.works)(response, request);
      await expect(keySetOf(arn, previousArn)()).rejects.toThrow();
    },
  );
});

test('a key made in the process is one for all who use it there', async () => {
  const settings = { inProcess: true } as const;
  const [jwk, ...others] = await createKeySet(settings, kmsAt(undefined), createLog('test'))();
  expect([await createSigner(settings, kmsAt(undefined)).kid(), others]).toEqual([jwk?.kid, []]);
});
