import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

declare const form: unique symbol;

/** Who calls, as far as counting goes. */
export type Caller = string & { readonly [form]: 'caller' };

/** A household or a host commonly holds a whole IPv6 /56 and could call from any address in it. */
const countedIPv6Bytes = 56 / 8;

/** Callers of no readable address, such as the gateway console's test button, count as one. */
const unknownCaller = 'unknown' as Caller;

export function callerFromIp(ip: string): Caller {
  if (!isIP(ip)) return unknownCaller;
  const address = ipaddr.process(ip);
  const bytes = address.toByteArray();
  return Buffer.from(address.kind() === 'ipv4' ? bytes : bytes.slice(0, countedIPv6Bytes)).toString('hex') as Caller;
}
