import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseList } from 'structured-headers';
import { second } from '../../lib/core/time.ts';
import { someEmail } from '../support/people.ts';
import { type Services, startService, startServices } from '../support/service.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());

/** As a client's library for structured fields (RFC 9651) reads them. */
const read = (header = '') => parseList(header).map(([name, parameters]) => [name, Object.fromEntries(parameters)]);

describe('RateLimit and RateLimit-Policy', () => {
  test("of a 200 are those of the caller's limits, and none of the target's", async () => {
    const { send, clock } = await startService(services);
    await send({ email: someEmail() });
    clock.now += 10 * second;
    const { headers } = await send({ email: someEmail() });
    expect(read(headers['RateLimit-Policy'])).toEqual([
      ['caller-60s', { q: 20, w: 60 }],
      ['caller-3600s', { q: 100, w: 3_600 }],
    ]);
    expect(read(headers.RateLimit)).toEqual([
      ['caller-60s', { r: 18, t: 50 }],
      ['caller-3600s', { r: 98, t: 3_590 }],
    ]);
  });

  test('of a 429 are those of the limit that denied, waiting as long as Retry-After', async () => {
    const { send, clock } = await startService(services, { TARGET_LIMITS: '1/60s 2/1h' });
    const email = someEmail();
    await send({ email });
    clock.now += 70 * second;
    await send({ email });
    clock.now += 70.5 * second;
    const { status, headers } = await send({ email });
    expect([status, headers['Retry-After']]).toEqual([429, '3460']);
    expect(read(headers['RateLimit-Policy'])).toEqual([['target-3600s', { q: 2, w: 3_600 }]]);
    expect(read(headers.RateLimit)).toEqual([['target-3600s', { r: 0, t: 3_460 }]]);
  });

  test('are not there when the limiter is off, or nothing was counted', async () => {
    const { send } = await startService(services, { CALLER_LIMITS: 'off' });
    for (const body of [{ email: someEmail() }, {}]) {
      const { headers } = await send(body);
      expect([headers.RateLimit, headers['RateLimit-Policy']]).toEqual([undefined, undefined]);
    }
  });
});

test('who waits as long as told is served, and a second less is not enough', async () => {
  const { send, clock } = await startService(services, { TARGET_LIMITS: '1/61s' });
  const email = someEmail();
  await send({ email });
  clock.now += 700;
  const wait = (await send({ email })).body.retry_after * second;
  clock.now += wait - second;
  expect((await send({ email })).status).toBe(429);
  clock.now += second;
  expect((await send({ email })).status).toBe(200);
});
