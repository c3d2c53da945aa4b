import { isIP } from 'node:net';

declare const form: unique symbol;

/** Who calls, as far as counting goes. */
export type Caller = string & { readonly [form]: 'caller' };

/** Callers of no readable address, such as the gateway console's test button, count as one. */
const unknownCaller = 'unknown' as Caller;

/** A household or a host commonly holds a whole IPv6 /56 and could call from any address in it. */
const countedDigits = 56 / 4;

export function callerFromIp(ip: string): Caller {
  if (isIP(ip) === 4) return ip as Caller;
  if (isIP(ip) !== 6) return unknownCaller;
  const groups = groupsOf(ip);
  return (mappedIPv4(groups) ?? groups.join('').slice(0, countedDigits)) as Caller;
}

/** The eight groups of an IPv6 address, four hexadecimal digits each. URL knows every way to write one. */
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
