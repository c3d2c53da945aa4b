import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import type { Target } from '../../lib/core/target.ts';
import { minute } from '../../lib/core/time.ts';
import { readTarget } from '../../lib/http/read-target.ts';
import { closeIssuers, type Issuer, inProcess, startIssuer } from '../support/issuer.ts';
import { type Kms, keyArn, someRsaKey, startKms } from '../support/kms.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { baseSettings } from '../support/service.ts';

const audience = baseSettings.AUDIENCE ?? '';
const current = keyArn('current');
const previous = keyArn('previous');
const email = someEmail();
const phone = somePhone();
const byEmail = (await readTarget({ email }, new Map(), 0)) as Target;
const byPhone = (await readTarget({ phone }, new Map(), 0)) as Target;

let kms: Kms;
let signedByKms: Issuer;
let signedHere: Issuer;
beforeAll(async () => {
  kms = await startKms({ [current]: someRsaKey(), [previous]: someRsaKey() });
  [signedByKms, signedHere] = await Promise.all([startIssuer(withKms()), startIssuer(inProcess)]);
});
afterAll(async () => {
  await Promise.all([kms.close(), closeIssuers()]);
});

const withKms = () => ({ AWS_ENDPOINT_URL_KMS: kms.url });

/** As a backend would, knowing the issuer's address alone; a signature, `iss`, `aud` and `exp` are checked. */
const check = (token: string, { url }: Issuer) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`)), { issuer: url, audience });

describe.each([
  ['KMS', () => signedByKms],
  ['a key made in the process', () => signedHere],
])('a token signed by %s', (_, issuerOf) => {
  test('passes a stock library against the key set that is served, by email and by SMS', async () => {
    const issuer = issuerOf();
    const mail = await check((await issuer.issue(byEmail)).jwt, issuer);
    expect(mail.payload).toMatchObject({ email, email_verified: true, amr: ['otp'] });
    const text = await check((await issuer.issue(byPhone)).jwt, issuer);
    expect(text.payload).toMatchObject({ phone_number: phone, phone_number_verified: true, amr: ['otp', 'sms'] });
  });

  test('is RS256, and names its key', async () => {
    const issuer = issuerOf();
    const header = decodeProtectedHeader((await issuer.issue(byEmail)).jwt);
    const { keys } = (await (await fetch(`${issuer.url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] };
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: keys[0]?.kid });
  });

  test('fails with a claim changed, and after its time', async () => {
    const issuer = issuerOf();
    const { jwt: token } = await issuer.issue(byEmail);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const changed = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), email: someEmail() };
    const forged = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    await expect(check(forged, issuer)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
    const old = await issuer.issue(byEmail, Date.now() - 5 * minute - 1_000);
    await expect(check(old.jwt, issuer)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  test('is never the same twice: each has an id of its own', async () => {
    const issuer = issuerOf();
    const at = Date.now();
    const tokens = await Promise.all([issuer.issue(byEmail, at), issuer.issue(byEmail, at)]);
    const [one, other] = await Promise.all(tokens.map(({ jwt }) => check(jwt, issuer)));
    expect(one?.payload.jti).toMatch(/^[\w-]{22}$/);
    expect(one?.payload.jti).not.toBe(other?.payload.jti);
    expect(one?.payload.sub).toBe(other?.payload.sub);
  });
});

test('signing costs one call to KMS, once the key is known', async () => {
  await signedByKms.issue(byEmail);
  kms.operations.splice(0);
  await signedByKms.issue(byPhone);
  expect(kms.operations).toEqual(['Sign']);
});

test('a token says how long it lives, and lives so long', async () => {
  const issuer = await startIssuer({ ...inProcess, TOKEN_TTL: '90s' });
  const { jwt: token, lifetime } = await issuer.issue(byEmail);
  const { payload } = await check(token, issuer);
  expect([lifetime, (payload.exp ?? 0) - (payload.iat ?? 0)]).toEqual([90_000, 90]);
});

test('after a rotation, tokens of both keys pass', async () => {
  const { jwt: token } = await signedByKms.issue(byEmail);
  const rotated = await startIssuer({
    ...withKms(),
    ISSUER: signedByKms.url,
    SIGNING_KEY_ARN: previous,
    PREVIOUS_SIGNING_KEY_ARN: current,
  });
  const keys = createRemoteJWKSet(new URL(`${rotated.url}/.well-known/jwks.json`));
  const fresh = await rotated.issue(byEmail);
  const [before, after] = await Promise.all(
    [token, fresh.jwt].map((each) => jwtVerify(each, keys, { issuer: signedByKms.url, audience })),
  );
  expect(before?.protectedHeader.kid).not.toBe(after?.protectedHeader.kid);
  expect(before?.payload.sub).toBe(after?.payload.sub);
});

test('nothing is proved when KMS cannot be asked', async () => {
  const nowhere = await startIssuer({ AWS_ENDPOINT_URL_KMS: 'http://127.0.0.1:9' });
  await expect(nowhere.issue(byEmail)).rejects.toThrow();
});
