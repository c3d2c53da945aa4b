// Compiled only: each line that is marked must not compile, and the compiler says so if one does.
import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const client = createClient<paths>({ baseUrl: 'http://localhost:8080' });
const email = 'sophie@example.com';
const phone = '+12025550123';
const rest = { code: '042137', challenge_id: 'szUFwSPM-05PlXslJv5vcQ' };

export async function rightUse(): Promise<void> {
  await client.POST('/auth/send-login-code', { body: { email, phone: null, challenge_id: '' } });
  await client.POST('/auth/send-login-code', { body: { phone, email: '', device_token: null } });
  await client.POST('/auth/verify-login-code', { body: { phone, ...rest, nonce: null } });
}

export async function wrongUse(): Promise<void> {
  // @ts-expect-error: neither email nor phone
  await client.POST('/auth/send-login-code', { body: {} });
  // @ts-expect-error: both
  await client.POST('/auth/send-login-code', { body: { email, phone } });
  // @ts-expect-error: both
  await client.POST('/auth/verify-login-code', { body: { email, phone, ...rest } });
  // @ts-expect-error: no challenge_id
  await client.POST('/auth/verify-login-code', { body: { email, code: rest.code } });
  // @ts-expect-error: a number is no code, since a code may begin with 0
  await client.POST('/auth/verify-login-code', { body: { email, ...rest, code: 42137 } });

  const { error } = await client.POST('/auth/verify-login-code', { body: { email, ...rest } });
  // @ts-expect-error: not every problem has attempts_left
  error?.i18n_args?.attempts_left;
  if (error?.i18n_key === 'error.code_expired') {
    // @ts-expect-error: not this one
    error.i18n_args?.attempts_left.toFixed();
  }
  if (error?.i18n_key === 'error.code_invalid') {
    error.i18n_args.attempts_left.toFixed();
    // @ts-expect-error: nothing to wait for
    error.retry_after;
  }
  if (error?.status === 429) error.retry_after.toFixed();
}
