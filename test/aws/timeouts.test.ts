import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createEmail } from '../../lib/aws/email.ts';
import { createKeys } from '../../lib/aws/secret.ts';
import { createTable } from '../../lib/aws/table.ts';
import type { EmailTarget } from '../../lib/core/target.ts';
import { minute, second } from '../../lib/core/time.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { jsonError, neverAnswers, type Stub, sesTakesIt, stalls, startStub } from '../support/stub-server.ts';
import { someWindow } from '../support/windows.ts';

let stub: Stub;
beforeAll(async () => {
  stub = await startStub(neverAnswers);
});
beforeEach(() => void stub.bodies.splice(0));
afterAll(() => stub.close());

const silences = [
  ['never answers', neverAnswers],
  ['stalls within its answer', stalls],
] as const;

async function timed(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await expect(call()).rejects.toMatchObject({ name: 'TimeoutError' });
  return performance.now() - began;
}

describe.each(silences)('a service that %s', (_, behaviour) => {
  test('has two attempts of a second each when it is the table', async () => {
    stub.behaviour = behaviour;
    const table = createTable(stub.url, 'codes', { measure() {}, patience: 1 });
    const window = someWindow([{ max: 1, window: minute }]);
    const took = await timed(() => table.hit(window, 0, 'id'));
    expect(took).toBeGreaterThan(1_900);
    expect(took).toBeLessThan(3_000);
    expect(stub.bodies.filter((body) => body.includes(window.key))).toHaveLength(2);
  });

  test('has two attempts of a second each when it keeps the secrets, and is asked again later', async () => {
    stub.behaviour = behaviour;
    const keys = createKeys({ indexArn: 'index', codeArn: 'code' }, stub.url, createRuntime('test'));
    expect(await timed(keys)).toBeLessThan(3_000);
    const before = stub.bodies.length;
    stub.behaviour = jsonError(400, 'ResourceNotFoundException');
    await expect(keys()).rejects.toThrow();
    expect(stub.bodies.length).toBeGreaterThan(before);
  });
});

describe('a delivery', () => {
  const to = { channel: 'email', canonical: 'ada@mailbox.example' } as EmailTarget;
  const message = { locale: 'en', subject: 's', text: 't', html: 'h' };
  const send = () =>
    createEmail(
      { from: 'login@example.com', configurationSet: undefined },
      stub.url,
      createRuntime('test'),
    )(to, message);

  test('has 4 s across all its attempts, and one that is cut short by that may have been taken', async () => {
    stub.behaviour = (response, request) =>
      void setTimeout(() => jsonError(429, 'Throttling')(response, request), 1_500);
    // The third is cut short. Had it been answered, after 4.5 s, it would be certain that nothing was sent.
    expect(await send()).toBe('unknown');
    const tries = stub.bodies.filter((body) => body.includes('FromEmailAddress')).length;
    expect([2, 3]).toContain(tries); // a busy machine has no time for the third
  });

  test('keeps a socket for what follows at once, and takes no socket that idled longer', async () => {
    const ports: (number | undefined)[] = [];
    stub.behaviour = (response, request) => {
      ports.push(request.socket.remotePort);
      sesTakesIt(response, request);
    };
    const clock = { now: Date.now() };
    const runtime = { ...createRuntime('test'), now: () => clock.now };
    const deliver = createEmail({ from: 'login@example.com', configurationSet: undefined }, stub.url, runtime);
    for (const idle of [0, 3 * second, 3 * second + 1, 0]) {
      clock.now += idle;
      expect(await deliver(to, message)).toBe('sent');
    }
    const [first, , third] = ports;
    expect(ports).toEqual([first, first, third, third]);
    expect(third).not.toBe(first);
  });
});
