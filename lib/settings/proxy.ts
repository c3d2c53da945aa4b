import { sha256, type TrustedProxy } from '../http/caller.ts';
import { type Faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

/** A CDN in front: its header, and the secret that proves who it is. Our settings may hold only the secret's hash. */
export function readProxy(reader: Reader): TrustedProxy | Faulty | undefined {
  const { required, isSet, nameOf } = reader;
  if (!isSet('callerIpHeader') && !isSet('originSecret') && !isSet('originSecretSha256')) return undefined;
  return whole({
    ipHeader: required('callerIpHeader', header, ` beside ${nameOf('originSecret')}`),
    secretSha256: readSecretHash(reader),
  });
}

const header = a.mapped(
  a.matching(
    /^(?!x-forwarded-for$|forwarded$)[\w-]+$/i,
    'the name of a header that holds one address, which X-Forwarded-For does not',
  ),
  (name) => name.toLowerCase(),
);
const hash = a.matching(/^[\da-f]{64}$/, 'a SHA-256 in 64 hexadecimal digits, lower case');

function readSecretHash({ required, isSet, complain, nameOf }: Reader): string | Faulty {
  if (!isSet('originSecretSha256')) {
    const why = ` beside ${nameOf('callerIpHeader')}, or ${nameOf('originSecretSha256')}`;
    return required('originSecret', a.mapped(a.textOf(16, 4_096), sha256), why);
  }
  if (isSet('originSecret')) complain('originSecret', `must be empty beside ${nameOf('originSecretSha256')}`);
  return required('originSecretSha256', hash);
}
