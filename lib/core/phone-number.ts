import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { plainNumber } from './number-text.ts';
import type { Canonical, CountedAs, PhoneTarget } from './target.ts';
import type { ViolationCode } from './violation.ts';

const textable = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

export function parsePhoneNumber(text: string): PhoneTarget | ViolationCode {
  const plain = plainNumber(text);
  const number = plain === undefined ? undefined : parsePhoneNumberFromString(plain, { extract: false });
  if (!number?.isValid()) return 'format';

  return {
    channel: 'sms',
    canonical: number.number as string as Canonical,
    countedAs: number.number as string as CountedAs,
    masked: `+${number.countryCallingCode}***${number.number.slice(-2)}`,
    country: textable.has(number.getType() ?? '') ? number.country : undefined,
  };
}
