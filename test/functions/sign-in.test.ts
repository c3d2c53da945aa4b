import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { gatewayEvent, lambdaContext } from '../support/event.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { baseSettings, type Services, startService, startServices } from '../support/service.ts';
import { startFunction } from '../support/start-function.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());

/** As any backend gets it. */
async function fetchKeySet() {
  const wellKnown = await startFunction('well-known', { ...baseSettings, ...services.env });
  const event = gatewayEvent({
    method: 'GET',
    path: '/.well-known/jwks.json',
    pathParameters: { document: 'jwks.json' },
  });
  return createLocalJWKSet(JSON.parse((await wellKnown(event, lambdaContext())).body));
}

test.each([
  ['email', someEmail, 'email', ['otp']],
  ['sms', somePhone, 'phone_number', ['otp', 'sms']],
])('from an address, by %s, to a token that the served key set bears out', async (channel, someone, claim, amr) => {
  const { send, verify } = await startService(services);
  const person = someone();
  const address = channel === 'email' ? { email: person } : { phone: person };
  const { challenge_id } = (await send(address)).body.data;
  const code = /\d{10}/.exec((await services.messages()).at(-1)?.text ?? '')?.[0];
  const { token } = (await verify({ ...address, code, challenge_id })).body.data;

  const { payload } = await jwtVerify(token, await fetchKeySet(), {
    issuer: baseSettings.PUBLIC_URL ?? '',
    audience: baseSettings.AUDIENCE ?? '',
    algorithms: ['RS256'],
  });
  expect(payload).toMatchObject({ [claim]: person, [`${claim}_verified`]: true, amr });
  await services.clear();
});
