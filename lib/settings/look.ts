import { domainIn } from '../messages/domain-in.ts';
import type { EmailLook } from '../messages/email-look.ts';
import { type Draft, type Faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

/** Says what the messages are for, not who they are from. */
export const defaultBrand = 'Login';

export const readBrand = ({ withDefault }: Reader): string | Faulty =>
  withDefault('brandName', brandName, defaultBrand);

export function readLook({ optional }: Reader, brand: string | Faulty): EmailLook | Faulty {
  const look: Draft<EmailLook> = {
    brand,
    color: optional('brandColor', color),
    logoUrl: optional('brandLogoUrl', a.httpsUrl),
    supportUrl: optional('supportUrl', a.httpsUrl),
  };
  return whole(look);
}

const brandName: a.Read<string> = (text) => {
  const reading = a.textOf(1, 40)(text);
  if ('expected' in reading) return reading;
  if (!/\p{L}/u.test(text) && /(?:\p{Nd}\P{Nd}*){4}/u.test(text)) {
    return { expected: 'a name with a letter: its digits would be taken for the code' };
  }
  if (domainIn(text) !== undefined) {
    return {
      expected: 'a name without a domain, which would become a link: Acme, not acme.com',
    };
  }
  return reading;
};

/** WCAG 2.2, 1.4.3. */
const minContrast = 4.5;

/** The colour behind the code. What is readable on it is so on white, too. */
const grey = '#f3f4f6';

const color: a.Read<string> = (text) => {
  const hex = text.toLowerCase();
  if (!/^#[\da-f]{6}$/.test(hex)) return { expected: 'a colour such as #0b57d0' };
  return (luminance(grey) + 0.05) / (luminance(hex) + 0.05) >= minContrast
    ? { value: hex }
    : { expected: `darker, for a contrast to ${grey}, behind the code, of ${minContrast}:1` };
};

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
