import { timingSafeEqual } from 'node:crypto';
import { type IndexKey, mac } from './mac.ts';
import type { ShareTag } from './tags.ts';
import type { Canonical } from './target.ts';
import { day, type Millis } from './time.ts';

declare const kind: unique symbol;

/**
 * Shows that this device once signed in as this person. base64url of version (1 byte), day of issue since the epoch (2), the
 * device (12 random bytes), and a MAC over these and the person (16). It names nobody.
 */
export type DeviceToken = string & { readonly [kind]: 'token' };

/** The 12 random bytes, in base64url. The device's tag in its person's window. */
export type Device = ShareTag & { readonly [kind]: 'device' };

/** What a valid token tells. */
export interface KnownDevice {
  readonly device: Device;
  /** The start of that day, in UTC. */
  readonly issuedAt: Millis;
}

export interface DevicePolicy {
  /** How long a token works. */
  readonly ttl: Millis;
  /** Tokens issued before this day are void. 0: none are. */
  readonly since: Millis;
}

export const deviceBytes = 12;

const version = 1;
const headBytes = 3;
const macBytes = 16;

export const newDevice = (random: Uint8Array): Device => Buffer.from(random).toString('base64url') as Device;

export function issueDeviceToken(index: IndexKey, person: Canonical, device: Device, now: Millis): DeviceToken {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(version);
  head.writeUInt16BE(dayOf(now), 1);
  const body = Buffer.concat([head, Buffer.from(device, 'base64url')]);
  return Buffer.concat([body, macOf(index, person, body)]).toString('base64url') as DeviceToken;
}

/** Undefined: it is no token, has expired, is void, or is another person's. */
export function readDeviceToken(
  token: string,
  index: IndexKey,
  person: Canonical,
  { ttl, since }: DevicePolicy,
  now: Millis,
): KnownDevice | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== headBytes + deviceBytes + macBytes || bytes[0] !== version) return undefined;
  const [body, given] = [bytes.subarray(0, -macBytes), bytes.subarray(-macBytes)];
  if (!timingSafeEqual(macOf(index, person, body), given)) return undefined;
  const issuedAt = bytes.readUInt16BE(1) * day;
  const isValid = issuedAt >= since && now < issuedAt + day + ttl;
  return isValid ? { device: newDevice(body.subarray(headBytes)), issuedAt } : undefined;
}

const dayOf = (now: Millis): number => Math.floor(now / day);

const macOf = (index: IndexKey, person: Canonical, body: Buffer): Buffer =>
  mac(index, 'device', person, body.toString('base64url')).subarray(0, macBytes);
