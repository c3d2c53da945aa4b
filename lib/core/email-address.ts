import { domainToASCII } from 'node:url';
import isEmail from 'validator/lib/isEmail.js';
import { mailboxOf } from './mailbox.ts';
import type { Canonical, CountedAs, EmailTarget } from './target.ts';
import type { ViolationCode } from './violation.ts';

const maxAddressLength = 254; // RFC 5321 4.5.3.1.3, less the angle brackets
const maxLocalPartLength = 64; // RFC 5321 4.5.3.1.1

/** Mapping a domain to ASCII drops these characters in silence. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** RFC 2047: a mail system that decodes such a word would send to another address. */
const encodedWord = /=\?[^?]*\?[bq]\?/i;

/** Reads one plain address: no display name, list, quotes, comment, IP literal or invisible character. */
export function parseEmailAddress(text: string): EmailTarget | ViolationCode {
  const parts = /^ *([!-?A-~]+)@([\p{L}\p{M}\p{N}.。．｡-]+) *$/u.exec(text);
  const [, local, domain] = parts ?? [];
  if (local === undefined || domain === undefined || invisible.test(domain)) return 'format';
  if (encodedWord.test(local)) return 'format';
  if (local.length > maxLocalPartLength) return 'range';

  const canonical = `${local.toLowerCase()}@${domainToASCII(domain)}`;
  if (canonical.length > maxAddressLength) return 'range';
  if (local.includes('"') || !isEmail.default(canonical, { allow_utf8_local_part: false })) return 'format';

  return {
    channel: 'email',
    canonical: canonical as Canonical,
    countedAs: mailboxOf(...split(canonical)) as CountedAs,
    masked: mask(canonical),
  };
}

function mask(canonical: string): string {
  const [local, domain] = split(canonical);
  return local.length < 4 ? `***@${domain}` : `${local.at(0)}***${local.at(-1)}@${domain}`;
}

function split(canonical: string): [local: string, domain: string] {
  const at = canonical.lastIndexOf('@');
  return [canonical.slice(0, at), canonical.slice(at + 1)];
}
