import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { ChallengeId } from '../../lib/core/challenge-id.ts';
import { endpoint } from '../../lib/http/chain/endpoint.ts';
import { sendEndpoint } from '../../lib/http/send-login-code.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readSendConfig } from '../../lib/settings/config.ts';
import { someEmail } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { baseSettings, callHandler } from '../support/service.ts';

test('the repeat of a send whose outcome is unknown says that it is one', async () => {
  const config = readSendConfig({ ...baseSettings, TABLE_NAME: 'none' });
  const runtime = createRuntime('test');
  const challengeId = secret(randomBytes(16).toString('base64url')) as ChallengeId;
  const repeated = async () => ({ outcome: 'repeated', first: { outcome: 'unknown', challengeId } }) as const;
  const handler = endpoint(sendEndpoint(repeated, config, runtime), { ...config, ...runtime });
  const answer = await callHandler(handler, { body: { email: someEmail() } });
  expect(answer).toMatchObject({
    status: 500,
    headers: { 'Idempotent-Replayed': 'true' },
    body: { i18n_key: 'error.delivery_failed', challenge_id: challengeId },
  });
});
