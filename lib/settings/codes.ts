import type { CodePolicy } from '../core/challenge.ts';
import type { SecretSettings } from '../core/keys.ts';
import type { TestTargets } from '../core/test-targets.ts';
import type { TrustedProxy } from '../http/caller.ts';
import type { OwnWords } from '../locales/own-words.ts';
import type { EmailLook } from '../messages/email-look.ts';
import type { SmsStyle } from '../messages/sms-text.ts';
import type { ApiSettings } from './api.ts';
import { checkSmsLength, type Email, readBounceMark, readEmail } from './channels.ts';
import { type Draft, type Faulty, whole } from './draft.ts';
import { type LimitSettings, readLimits } from './limits.ts';
import { readBrand, readLook } from './look.ts';
import { readProxy } from './proxy.ts';
import type { Reader } from './reader.ts';
import { readHeartbeatSecret, readSecrets } from './secrets.ts';
import { readSms, type Sms } from './sms.ts';
import { readTestTargets } from './test-targets.ts';
import * as a from './values.ts';
import { readWords } from './words.ts';

/** Settings for sending codes. The function that verifies them reads the same, so that both agree. */
export interface CodeSettings extends LimitSettings {
  readonly tableName: string;
  readonly secrets: SecretSettings;
  readonly heartbeatSecretArn: string | undefined;
  readonly code: CodePolicy;
  readonly proxy: TrustedProxy | undefined;
  readonly email: Email | undefined;
  readonly bounceMark: boolean;
  readonly sms: Sms | undefined;
  readonly testTargets: TestTargets;
  readonly style: SmsStyle;
  readonly look: EmailLook;
  readonly words: OwnWords | undefined;
}

export const readTableName = ({ required }: Reader): string | Faulty =>
  required('tableName', a.matching(/^[\w.-]{3,255}$/, 'a table name'));

export const readCodeLength = ({ withDefault }: Reader): number | Faulty =>
  withDefault('codeLength', a.integer(6, 10), '6');

export function readCodes(reader: Reader, { development }: Draft<ApiSettings>): Draft<CodeSettings> {
  const { withDefault, optional, isSet, complain, nameOf } = reader;
  const code: Draft<CodePolicy> = {
    length: readCodeLength(reader),
    ttl: withDefault('codeTtl', a.duration('1m', '10m'), '10m'), // NIST SP 800-63B-4 3.1.3.2, OWASP ASVS 5.0 6.5.5
    attempts: withDefault('codeAttempts', a.integer(1, 10), '5'),
  };
  const style: Draft<SmsStyle> = {
    brand: readBrand(reader),
    codeOrigin: optional('codeOrigin', a.domain),
    androidAppHash: optional(
      'androidAppHash',
      a.matching(/^[A-Za-z\d+/]{11}$/, 'the 11 characters that the SMS Retriever API knows an app by'),
    ),
  };
  const sms = readSms(reader);
  checkSmsLength({ sms, style, code }, reader);
  if (!isSet('emailFrom') && !isSet('smsCountries')) {
    complain('emailFrom', `or ${nameOf('smsCountries')} is required: without either, nothing can be sent`);
  }
  return {
    tableName: readTableName(reader),
    secrets: readSecrets(reader),
    heartbeatSecretArn: readHeartbeatSecret(reader),
    code: whole(code),
    ...readLimits(reader),
    proxy: readProxy(reader),
    email: readEmail(reader, style.brand),
    bounceMark: readBounceMark(reader),
    sms,
    testTargets: readTestTargets(reader, development, code.length),
    style: whole(style),
    look: readLook(reader, style.brand),
    words: readWords(reader),
  };
}
