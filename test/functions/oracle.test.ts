import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { minute } from '../../lib/core/time.ts';
import { someEmail, someIp, somePhone } from '../support/people.ts';
import { type Answer, type Service, type Services, startService, startServices } from '../support/service.ts';

let services: Services;
let service: Service;
beforeAll(async () => {
  services = await startServices();
  // The guard looks back at days when many texts of a country stay unanswered, as here: not at whose they were.
  service = await startService(services, { SMS_GUARD: 'off' });
});
afterAll(() => services.close());

type Address = { readonly email: string } | { readonly phone: string };

const askFor = async (address: Address, more: object = {}): Promise<string> =>
  (await service.send({ ...address, ...more }, { ip: someIp() })).body.data.challenge_id;

async function signIn(address: Address): Promise<string> {
  const challenge_id = await askFor(address);
  const code = /\d{10}/.exec((await services.messages()).at(-1)?.text ?? '')?.[0];
  return (await service.verify({ ...address, code, challenge_id }, { ip: someIp() })).body.data.device_token;
}

/** What may have happened to an address or a number before a stranger asks, short of its limits. */
const histories: Readonly<Record<string, (address: Address) => Promise<unknown>>> = {
  'was never seen': async () => {},
  'was sent a code': askFor,
  'was sent three codes': async (address) => {
    for (let nth = 0; nth < 3; nth++) await askFor(address);
  },
  'has signed in': signIn,
  'has a device that asked for a code': async (address) => askFor(address, { device_token: await signIn(address) }),
  'was answered with wrong codes': async (address) => {
    const challenge_id = await askFor(address);
    for (const code of ['1'.repeat(10), '2'.repeat(10)])
      await service.verify({ ...address, code, challenge_id }, { ip: someIp() });
  },
};

/** An answer with all that each request has of its own replaced by its length, and the calls to AWS: what takes the time. */
function seenFrom({ status, headers, body }: Answer) {
  const own = /^(challenge_id|target|timestamp|request_id|trace_id|span_id)$/;
  const shape = JSON.stringify(body, (name, value) => (own.test(name) ? String(value).length : value));
  return { status, headers, shape, bytes: JSON.stringify(body).length, calls: services.takeCalls() };
}

const kinds: Readonly<Record<string, () => Address>> = {
  'an address': () => ({ email: someEmail() }),
  'a number': () => ({ phone: somePhone() }),
};

describe.each(Object.entries(kinds))('whether %s is known', (_, address) => {
  const stranger: Address = address();
  let anothersDevice: string;
  beforeAll(async () => {
    anothersDevice = await signIn(stranger);
  });

  async function seenAfter(
    history: (address: Address) => Promise<unknown>,
    ask: (address: Address) => Promise<Answer>,
  ) {
    const asked = address();
    await history(asked);
    service.clock.now += 2 * minute; // past the minute that everybody is told to wait
    services.takeCalls();
    return seenFrom(await ask(asked));
  }

  const asks: Readonly<Record<string, (asked: Address) => Promise<Answer>>> = {
    'who asks for a code': (asked) => service.send(asked, { ip: someIp() }),
    "who asks with another person's device token": (asked) =>
      service.send({ ...asked, device_token: anothersDevice }, { ip: someIp() }),
    'who asks with a challenge that never was': (asked) =>
      service.send({ ...asked, challenge_id: 'szUFwSPM-05PlXslJv5vcQ' }, { ip: someIp() }),
    'who answers a challenge that never was': (asked) =>
      service.verify({ ...asked, code: '0'.repeat(10), challenge_id: 'szUFwSPM-05PlXslJv5vcQ' }, { ip: someIp() }),
  };

  test.each(Object.entries(asks))(
    'is not told by status, headers, body, size or calls to a stranger %s',
    async (_, ask) => {
      const unknown = await seenAfter(async () => {}, ask);
      expect(unknown.status).toBe(Object.values(asks).at(-1) === ask ? 400 : 200);
      for (const [name, history] of Object.entries(histories)) {
        expect([name, await seenAfter(history, ask)]).toEqual([name, unknown]);
      }
    },
  );
});
