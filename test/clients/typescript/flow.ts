// The whole flow, with the types that openapi-typescript makes.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const [url = ''] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: url });

const email = 'typescript@example.com';
const sentCode = async (): Promise<string> => {
  const messages = (await (await fetch(`${url}/_local/messages`)).json()) as { to: string; text: string }[];
  return /\b\d{6}\b/.exec(messages.find(({ to }) => to === email)?.text ?? '')?.[0] ?? '';
};

const sent = await client.POST('/auth/send-login-code', { body: { email } });
assert(sent.data?.data.channel === 'email', 'the code was sent');
const { challenge_id } = sent.data.data;

const throttled = await client.POST('/auth/send-login-code', { body: { email, challenge_id } });
assert(throttled.error?.status === 429 && throttled.error.i18n_key === 'error.target_throttled');
assert(throttled.error.retry_after > 0 && throttled.error.i18n_args.retry_after === throttled.error.retry_after);

const check = (code: string) => client.POST('/auth/verify-login-code', { body: { email, code, challenge_id } });
const code = await sentCode();
const refused = await check(code === '000000' ? '111111' : '000000');
assert(refused.error?.i18n_key === 'error.code_invalid' && refused.error.i18n_args.attempts_left === 4);

const right = await check(code);
assert.equal(right.data?.data.token.split('.').length, 3);
const keys = await client.GET('/.well-known/jwks.json');
assert.equal(keys.data?.keys.length, 1);
