import { describe, expect, test } from '@jest/globals';
import { parsePhoneNumber } from '../../lib/core/phone-number.ts';

describe('a number', () => {
  test.each<[string, string, string | undefined, string]>([
    ['+12025550123', '+12025550123', 'US', '+1***23'],
    ['+1 (202) 555-0123', '+12025550123', 'US', '+1***23'],
    ['+1.202.555.0123', '+12025550123', 'US', '+1***23'],
    ['  +49 151 2345/6789 ', '+4915123456789', 'DE', '+49***89'],
    ['+86 138 1234 5678', '+8613812345678', 'CN', '+86***78'],
    ['+44 7624 300000', '+447624300000', 'IM', '+44***00'],
    ['+1 242 359 1234', '+12423591234', 'BS', '+1***34'],
    ['+44 20 7946 0000', '+442079460000', undefined, '+44***00'],
    ['+1 800 555 1234', '+18005551234', undefined, '+1***34'],
    ['+800 1234 5678', '+80012345678', undefined, '+800***78'],
  ])('%s is %s, texted in %s, shown as %s', (text, canonical, country, masked) => {
    expect(parsePhoneNumber(text)).toEqual({ channel: 'sms', canonical, countedAs: canonical, country, masked });
  });

  test.each<[string, string]>([
    ['without +', '12025550123'],
    ['in national form', '(202) 555-0123'],
    ['with an international prefix instead of +', '0012025550123'],
    ['within words', 'call +12025550123'],
    ['before words', '+12025550123 please'],
    ['with an extension', '+12025550123 ext 5'],
    ['with a second number', '+12025550123,+12025550124'],
    ['in letters', '+1202FLOWERS'],
    ['in Arabic digits', '+١٢٠٢٥٥٥٠١٢٣'],
    ['with a line break', '+12025550123\n'],
    ['with +s within', '+1+2025550123'],
    ['too short', '+1202555'],
    ['too long', '+120255501234567'],
    ['of no country code', '+99912345678'],
    ['of nothing', '+'],
  ])('%s is refused', (_, text) => expect(parsePhoneNumber(text)).toBe('format'));
});
