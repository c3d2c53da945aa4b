import { isIP } from 'node:net';

declare const form: unique symbol;

/** The client as it is counted: an IPv4 address, or the first 56 bits of an IPv6 address. */
export type Caller = string & { readonly [form]: 'caller' };

/** All callers without a readable address count as one, such as the test button of the gateway's console. */
const unknownCaller = 'unknown' as Caller;

/** All heartbeats count as one caller: who had their secret could have no more sent than any one address. */
export const heartbeatCaller = 'heartbeat' as Caller;

/** A household or a host often holds a whole IPv6 /56 and can call from any address in it. */
const countedDigits = 56 / 4;

export function callerFromIp(ip: string): Caller {
  if (isIP(ip) === 4) return ip as Caller;
  if (isIP(ip) !== 6) return unknownCaller;
  const groups = groupsOf(ip);
  return (mappedIPv4(groups) ?? groups.join('').slice(0, countedDigits)) as Caller;
}

/** The eight groups of an IPv6 address, four hexadecimal digits each. URL reads every way to write one. */
function groupsOf(ip: string): string[] {
  const { hostname } = new URL(`http://[${ip.replace(/%.*$/, '')}]`);
  const [start = [], end = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const left = Array<string>(8 - start.length - end.length).fill('0');
  return [...start, ...left, ...end].map((group) => group.padStart(4, '0'));
}

/** `::ffff:192.0.2.1` is an IPv4 address. */
function mappedIPv4(groups: readonly string[]): string | undefined {
  const digits = groups.join('');
  if (!digits.startsWith(`${'0'.repeat(20)}ffff`)) return undefined;
  return Buffer.from(digits.slice(24), 'hex').join('.');
}
