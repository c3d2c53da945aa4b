import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { issueDeviceToken, newDevice, readDeviceToken } from '../../lib/core/device-token.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { Canonical } from '../../lib/core/target.ts';
import { day, hour } from '../../lib/core/time.ts';
import { secret } from '../support/recorded.ts';

const { index } = keysFromOneSecret(secret('the secret of the devices, 32 characters'));
const [ada, bob] = ['ada@mailbox.example', 'bob@mailbox.example'] as [Canonical, Canonical];
const policy = { ttl: 180 * day, since: 0 };
const now = Date.UTC(2026, 10, 24, 15);
const device = newDevice(randomBytes(12));
const token = issueDeviceToken(index, ada, device, now);
const read = (text: string, person = ada, at = now, more = {}) =>
  readDeviceToken(text, index, person, { ...policy, ...more }, at)?.device;

describe('a device token', () => {
  test('gives back its device, for the person it was made for and nobody else', () => {
    expect(read(token)).toBe(device);
    expect(read(token, bob)).toBeUndefined();
    const other = keysFromOneSecret(secret('another secret of at least 32 characters')).index;
    expect(readDeviceToken(token, other, ada, policy, now)).toBeUndefined();
  });

  test('names nobody: it holds a version, a day, random bytes and a MAC', () => {
    const bytes = Buffer.from(token, 'base64url');
    expect([bytes.length, bytes[0], bytes.readUInt16BE(1)]).toEqual([31, 1, now / day - 15 / 24]);
    expect(token).toMatch(/^[\w-]{42}$/);
  });

  test('works for its whole life, and then no more', () => {
    expect(read(token, ada, now + 180 * day)).toBe(device);
    expect(read(token, ada, now + 181 * day)).toBeUndefined();
  });

  test('is void when it was issued before the day that is set', () => {
    const today = now - 15 * hour;
    expect(read(token, ada, now, { since: today })).toBe(device);
    expect(read(token, ada, now, { since: today + day })).toBeUndefined();
  });

  test('is nothing with any bit of it changed', () => {
    const bytes = Buffer.from(token, 'base64url');
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(read(changed.toString('base64url'))).toBeUndefined();
    }
  });

  test('is not seen in anything else, and nothing else throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => expect(read(text)).toBeUndefined()));
  });
});
