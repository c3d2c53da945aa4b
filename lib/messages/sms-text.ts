import type { Passcode } from '../core/passcode.ts';
import { fill } from '../locales/words.ts';

/** What every text of a deployment has in common. */
export interface SmsStyle {
  readonly brand: string;
  /** The domain a browser may fill the code into. */
  readonly codeOrigin: string | undefined;
  /** Names an Android app, which may then read the text. */
  readonly androidAppHash: string | undefined;
}

interface Values {
  readonly passcode: Passcode;
  readonly lifetime?: string;
}

/** The words, and below them a line for the app and a line for browsers. */
export function smsText(words: string, { passcode, ...values }: Values, style: SmsStyle): string {
  const { brand, codeOrigin, androidAppHash } = style;
  // Origin-bound one-time codes (WICG): this line must be the last, and a newline after it would break it.
  const forBrowsers = codeOrigin === undefined ? undefined : `@${codeOrigin} #${passcode}`;
  const lines = [androidAppHash, forBrowsers].filter((line) => line !== undefined).join('\n');
  // CLDR writes lengths of time with spaces that do not break. The GSM alphabet has only the plain one.
  const text = fill(words, { brand, code: passcode, ...values }).replace(/[\u00a0\u202f]/g, ' ');
  return lines === '' ? text : `${text}\n\n${lines}`;
}
