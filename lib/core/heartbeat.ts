import { timingSafeEqual } from 'node:crypto';
import { type HeartbeatKey, mac } from './mac.ts';
import type { Passcode } from './passcode.ts';
import type { CountedAs, EmailTarget } from './target.ts';
import { type Millis, minute, second } from './time.ts';

/** Whom a heartbeat's token is for: no backend, so none accepts it. */
export const heartbeatAudience = 'heartbeat';

/** RFC 2606, 2: there will never be such a domain. Nothing is sent to it. */
const nowhere = '@heartbeat.invalid';

/** SES takes mail to it as any other, and delivers it to nobody: docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html */
const simulator = '@simulator.amazonses.com';

/** An identity is of one moment: who learns one can do nothing with it later. */
export const tick: Millis = 10 * second;

/** Where the clocks of the heartbeat and the service are further apart, neither knows the other's identities. */
export const maxApart: Millis = 2 * minute;

/** Whom the heartbeat signs in as. */
export interface HeartbeatIdentity {
  /** Signs in with `code`, and is sent nothing. */
  readonly address: string;
  readonly code: Passcode;
  /** Is sent a code that nobody reads. */
  readonly mailbox: string;
}

export const heartbeatIdentity = (key: HeartbeatKey, now: Millis, digits: number): HeartbeatIdentity =>
  identityOf(key, Math.floor(now / tick), digits);

/** Only of such an address is it worth asking for the key. */
export const mayBeHeartbeat = ({ canonical }: EmailTarget): boolean => shape.test(canonical) || isNobodys(canonical);

/** Nobody can receive mail there: it is the heartbeat's, or no address at all. */
export const isNobodys = (canonical: string): boolean => canonical.endsWith(nowhere);

/** Whether a mail to this address can only have been a heartbeat's. */
export const isHeartbeatMailbox = (canonical: string): boolean =>
  canonical.endsWith(simulator) && shape.test(canonical);

/** Undefined: anyone else, or an identity whose moment is over. Each counts by itself, whatever its label. */
export function heartbeatTarget(
  key: HeartbeatKey,
  target: EmailTarget,
  now: Millis,
  digits: number,
): EmailTarget | undefined {
  const moment = Number.parseInt(shape.exec(target.canonical)?.[1] ?? '', 36);
  if (!(Math.abs(moment * tick - now) <= maxApart)) return undefined;
  const { address, code, mailbox } = identityOf(key, moment, digits);
  const heartbeat = { ...target, countedAs: target.canonical as string as CountedAs, heartbeat: true as const };
  if (isEqual(target.canonical, address)) return { ...heartbeat, knownCode: code };
  return isEqual(target.canonical, mailbox) ? heartbeat : undefined;
}

const shape = /^(?:success\+)?([\da-z]{1,8})\.[\da-f]{32}@(?:heartbeat\.invalid|simulator\.amazonses\.com)$/;

/** 128 bits of a MAC name it, so none can be guessed. */
function identityOf(key: HeartbeatKey, moment: number, digits: number): HeartbeatIdentity {
  const [name, wide] = (['address', 'passcode'] as const).map((use) => mac(key, use, String(moment)).toString('hex'));
  const label = `${moment.toString(36)}.${name?.slice(0, 32)}`;
  const code = (BigInt(`0x${wide}`) % 10n ** BigInt(digits)).toString().padStart(digits, '0') as Passcode;
  return { address: `${label}${nowhere}`, code, mailbox: `success+${label}${simulator}` };
}

const isEqual = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
