import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { claimsFor } from '../../lib/core/claims.ts';
import { parseEmailAddress } from '../../lib/core/email-address.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import { parsePhoneNumber } from '../../lib/core/phone-number.ts';
import type { Target } from '../../lib/core/target.ts';
import { minute } from '../../lib/core/time.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';

const { index } = keysFromOneSecret(secret('the secret of the claims, 32 characters'));
const policy = { issuer: 'https://login.example.com', audience: 'https://api.example.com', lifetime: 5 * minute };
const now = Date.UTC(2026, 10, 22, 12, 0, 0, 999);
const at = Date.UTC(2026, 10, 22, 12) / 1_000;

const byEmail = (email: string) => parseEmailAddress(email) as Target;
const byPhone = (phone: string) => parsePhoneNumber(phone) as Target;
const subOf = (target: Target, key = index) => claimsFor(target, key, policy, { at: now, jti: 'id' }).sub;

test('a mail address that was proved is an email claim, in canonical form', () => {
  const email = someEmail();
  expect(claimsFor(byEmail(email.toUpperCase()), index, policy, { at: now, jti: 'id' })).toEqual({
    iss: policy.issuer,
    aud: policy.audience,
    sub: expect.stringMatching(/^[\w-]{43}$/),
    email,
    email_verified: true,
    amr: ['otp'],
    auth_time: at,
    iat: at,
    exp: at + 300,
    jti: 'id',
  });
});

test('a number that was proved is a phone_number claim, and the text shows in amr', () => {
  const phone = somePhone();
  expect(claimsFor(byPhone(phone), index, policy, { at: now, jti: 'id' })).toEqual({
    iss: policy.issuer,
    aud: policy.audience,
    sub: expect.stringMatching(/^[\w-]{43}$/),
    phone_number: phone,
    phone_number_verified: true,
    amr: ['otp', 'sms'],
    auth_time: at,
    iat: at,
    exp: at + 300,
    jti: 'id',
  });
});

test('the token of a test identity says so, and claims no text', () => {
  const target = { ...byPhone(somePhone()), knownCode: '424242' as Passcode };
  expect(claimsFor(target, index, policy, { at: now, jti: 'id' })).toMatchObject({ test_identity: true, amr: ['otp'] });
  const real = claimsFor(byPhone(somePhone()), index, policy, { at: now, jti: 'id' });
  expect(real).not.toHaveProperty('test_identity');
});

test('a nonce is claimed as it was given', () => {
  const claims = claimsFor(byEmail(someEmail()), index, policy, { at: now, jti: 'id', nonce: 'n-0S6_WzA2Mj' });
  expect(claims.nonce).toBe('n-0S6_WzA2Mj');
});

test('sub is the same however the address is written, and another for everyone else, tags and dots included', () => {
  expect(subOf(byEmail('Ada@Mailbox.example'))).toBe(subOf(byEmail('ada@mailbox.example')));
  expect(subOf(byPhone('+1 (202) 555-0123'))).toBe(subOf(byPhone('+12025550123')));
  const people = ['ada@gmail.com', 'a.da@gmail.com', 'ada+x@gmail.com', 'ada@googlemail.com'].map(byEmail);
  const subs = [...people, byPhone('+12025550123')].map((target) => subOf(target));
  expect(new Set(subs).size).toBe(5);
});

test('sub is nothing without the index key', () => {
  const other = keysFromOneSecret(secret('another secret of at least 32 characters'));
  expect(subOf(byEmail('ada@mailbox.example'), other.index)).not.toBe(subOf(byEmail('ada@mailbox.example')));
});

test('a token is never issued in the future, and lives exactly as long as it says', () => {
  const target = byEmail('ada@mailbox.example');
  fc.assert(
    fc.property(fc.nat(2 ** 41), fc.integer({ min: 60, max: 3_600 }), (now, seconds) => {
      const { iat, exp, auth_time } = claimsFor(
        target,
        index,
        { ...policy, lifetime: seconds * 1_000 },
        { at: now, jti: 'id' },
      );
      expect(iat * 1_000).toBeLessThanOrEqual(now);
      expect(now - iat * 1_000).toBeLessThan(1_000);
      expect([auth_time, exp - iat]).toEqual([iat, seconds]);
    }),
  );
});
