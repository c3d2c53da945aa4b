import { expect, test } from '@jest/globals';
import { newDevice } from '../../lib/core/device-token.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import { failuresKept } from '../../lib/core/lockout.ts';
import { callerTag } from '../../lib/core/tags.ts';
import { devicesWindow, strangersWindow, windowOfChallenge } from '../../lib/core/target-window.ts';
import { day } from '../../lib/core/time.ts';
import { someCaller, somePolicy, targetOf } from '../support/both-halves.ts';
import { secret } from '../support/recorded.ts';

const { index } = keysFromOneSecret(secret('the secret of the windows, 32 characters'));
const [bob, tagged] = ['bob@corp.example', 'bob+x@corp.example'].map((email) => targetOf({ email: secret(email) }));
if (!bob || !tagged) throw new Error('two people');
const policy = { ...somePolicy, targetCallerLimits: [{ max: 1, window: day }] };
const device = newDevice(Buffer.alloc(12, 7));

test('those who count as one target share its window, and each has a run of wrong codes there', () => {
  const [one, other] = [bob, tagged].map((target) => strangersWindow(index, target, undefined, policy));
  expect(one?.key).toBe(other?.key);
  expect(one?.lock.person).not.toBe(other?.lock.person);
});

test('known devices have a window for each person', () => {
  const [one, other] = [bob, tagged].map((target) => devicesWindow(index, target, { device }, policy));
  expect(one?.key).not.toBe(other?.key);
});

test('no tag shows that two items are about one caller or one person', () => {
  const tags = [bob, targetOf({ email: secret('eve@corp.example') })].map(({ countedAs }) =>
    callerTag(index, countedAs, someCaller),
  );
  expect(new Set(tags).size).toBe(2);
  const windows = [strangersWindow(index, bob, undefined, policy), devicesWindow(index, bob, { device }, policy)];
  expect(new Set(windows.map(({ lock }) => lock.person)).size).toBe(2);
});

test('an item is kept as long as wrong codes count, and that devices were revoked as long as a token lives', () => {
  expect(strangersWindow(index, bob, undefined, policy).keptFor).toBe(failuresKept);
  expect(devicesWindow(index, bob, { device }, policy).keptFor).toBe(180 * day);
  expect(devicesWindow(index, bob, { device }, { ...policy, devices: { ttl: day, since: 0 } }).keptFor).toBe(
    failuresKept,
  );
});

test('the wrong codes of a challenge count where the challenge was counted', () => {
  const sender = callerTag(index, bob.countedAs, someCaller);
  expect(windowOfChallenge(index, bob, { window: 'target', sender }, policy)).toEqual(
    strangersWindow(index, bob, sender, policy),
  );
  expect(windowOfChallenge(index, bob, { window: 'devices', sender: device }, policy)).toEqual(
    devicesWindow(index, bob, { device }, policy),
  );
});

test('no caller has a share where either limiter is off', () => {
  const tag = callerTag(index, bob.countedAs, someCaller);
  for (const off of [{ targetLimits: [] }, { targetCallerLimits: [] }]) {
    expect(strangersWindow(index, bob, tag, { ...policy, ...off }).share).toBeUndefined();
  }
});
