import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Caller, callerFromIp } from '../core/caller.ts';
import type { Log } from '../runtime/log.ts';

/** A CDN in front: its header names the caller, and is trusted only together with the secret that it shares with us. */
export interface TrustedProxy {
  /** Lower case. */
  readonly ipHeader: string;
  /** In hexadecimal. The secret itself is not needed to compare. */
  readonly secretSha256: string;
}

export function callerOf(event: APIGatewayProxyEvent, proxy: TrustedProxy | undefined, log: Log): Caller {
  const seen = event.requestContext?.identity?.sourceIp ?? '';
  if (!proxy || !isSecret(event.headers?.['x-origin-secret'], proxy)) return callerFromIp(seen);
  const named = withoutPort(event.headers[proxy.ipHeader] ?? '', proxy.ipHeader);
  if (isIP(named)) return callerFromIp(named);
  log.warn('the CDN named no caller: all who come through it count as one', { header: proxy.ipHeader });
  return callerFromIp(seen);
}

/** CloudFront's own header carries the port too, even behind an IPv6 address without brackets. */
const withoutPort = (value: string, header: string): string =>
  header === 'cloudfront-viewer-address' ? value.replace(/:\d+$/, '') : value;

const isSecret = (given = '', { secretSha256 }: TrustedProxy): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(secretSha256));

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
