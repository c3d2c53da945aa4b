import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { loopback } from '../../../infra/local/server.ts';
import { type Stack, startStack } from '../../../infra/local/stack.ts';
import { validateVerifyResponse } from '../../../lib/generated/validators.js';
import { someEmail, somePhone } from '../../support/people.ts';
import { secret } from '../../support/recorded.ts';

const gateway = 30_000 + (process.pid % 2_000); // below the ports that connections are given
const url = `http://127.0.0.1:${gateway}`;

let stack: Stack;
beforeAll(async () => {
  const ports = { gateway, dynamodb: 0, ses: 0, sns: 0, secretsManager: 0, endUserMessaging: 0 };
  stack = await startStack({ CODE_LENGTH: '10', PUBLIC_URL: url }, ports, loopback);
});
afterAll(() => stack.close());

// biome-ignore lint/suspicious/noExplicitAny: whatever JSON came back
const fetchJson = async (path: string, init: RequestInit = {}): Promise<any> =>
  (await fetch(new URL(path, url), init)).json();

const post = (path: string, body: object) =>
  fetchJson(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

test.each([
  ['email', 'email', someEmail],
  ['sms', 'phone_number', somePhone],
])(
  'on the laptop stack, a code sent by %s gives a token that the key set served there bears out',
  async (channel, claim, someone) => {
    const person = someone();
    const address = channel === 'email' ? { email: person } : { phone: person };
    const { data } = await post('/auth/send-login-code', address);
    const messages: { text: string }[] = await fetchJson('/_local/messages');
    const code = secret(/\d{10}/.exec(messages.at(-1)?.text ?? '')?.[0] ?? 'no code');
    const answer = await post('/auth/verify-login-code', { ...address, code, challenge_id: secret(data.challenge_id) });
    expect([validateVerifyResponse(answer), answer.data.channel]).toEqual([true, channel]);

    const { issuer, jwks_uri } = await fetchJson('/.well-known/openid-configuration');
    const keys = createRemoteJWKSet(new URL(jwks_uri));
    const { payload } = await jwtVerify(secret(answer.data.token), keys, {
      issuer,
      audience: 'development',
      algorithms: ['RS256'],
    });
    expect(payload).toMatchObject({ iss: url, [claim]: person, [`${claim}_verified`]: true });
  },
);
