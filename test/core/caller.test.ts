import { expect, test } from '@jest/globals';
import { callerFromIp } from '../../lib/core/caller.ts';

test.each<[string, string, string, boolean]>([
  ['the same IPv4 address', '192.0.2.1', '192.0.2.1', true],
  ['neighbouring IPv4 addresses', '192.0.2.1', '192.0.2.2', false],
  ['an IPv4 address and its IPv6-mapped form', '192.0.2.1', '::ffff:192.0.2.1', true],
  ['two ways to write one IPv6 address', '2001:db8::1', '2001:0DB8:0:0:0:0:0:1', true],
  ['addresses of one IPv6 /56', '2001:db8:1:100::1', '2001:db8:1:1ff:ffff::9', true],
  ['addresses of neighbouring IPv6 /56s', '2001:db8:1:100::1', '2001:db8:1:200::1', false],
  ['what is no address', 'test-invoke-source-ip', '', true],
  ['what is no address, and one', 'test-invoke-source-ip', '192.0.2.1', false],
])('%s: %s and %s are one caller: %s', (_, one, other, same) => {
  expect(callerFromIp(one) === callerFromIp(other)).toBe(same);
});
