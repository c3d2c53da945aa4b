import { expect, test } from '@jest/globals';
import { callerFromIp } from '../../lib/core/caller.ts';

test.each<[string, string, string, boolean]>([
  ['the same IPv4 address', '192.0.2.1', '192.0.2.1', true],
  ['neighbouring IPv4 addresses', '192.0.2.1', '192.0.2.2', false],
  ['an IPv4 address and its IPv6-mapped form', '192.0.2.1', '::ffff:192.0.2.1', true],
  ['two ways to write one IPv6 address', '2001:db8::1', '2001:0DB8:0:0:0:0:0:1', true],
  ['two ways to write an address without zeros', '1:2:3:4:5:6:7:8', '0001:2:3:4:5:6:0.7.0.8', true],
  ['an address within a zone, and outside of it', 'fe80::1%eth0', 'fe80::1', true],
  ['the loopback address and the mapped one', '::1', '::ffff:0.0.0.1', false],
  ['addresses of one IPv6 /56', '2001:db8:1:100::1', '2001:db8:1:1ff:ffff::9', true],
  ['the first and the last addresses of all', '::', 'ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', false],
  ['addresses of neighbouring IPv6 /56s', '2001:db8:1:100::1', '2001:db8:1:200::1', false],
  ['what is no address', 'test-invoke-source-ip', '', true],
  ['what is no address, and one', 'test-invoke-source-ip', '192.0.2.1', false],
])('%s: %s and %s are one caller: %s', (_, one, other, same) => {
  expect(callerFromIp(one) === callerFromIp(other)).toBe(same);
});
