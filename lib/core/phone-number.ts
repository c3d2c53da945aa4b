import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Canonical, CountedAs, PhoneTarget } from './target.ts';
import type { ViolationCode } from './violation.ts';

/** libphonenumber would dig a number out of free text; only digits and the usual separators get that far. */
const international = /^ *\+[\d ()./-]+$/;

const textable = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

export function parsePhoneNumber(text: string): PhoneTarget | ViolationCode {
  if (!international.test(text)) return 'format';
  const number = parsePhoneNumberFromString(text.replace(/[^+\d]/g, ''), { extract: false });
  if (!number?.isValid()) return 'format';

  return {
    channel: 'sms',
    canonical: number.number as string as Canonical,
    countedAs: number.number as string as CountedAs,
    masked: `+${number.countryCallingCode}***${number.number.slice(-2)}`,
    country: textable.has(number.getType() ?? '') ? number.country : undefined,
  };
}
