import type { ApiSettings } from './api.ts';
import { readCodeLength } from './codes.ts';
import { type Draft, faulty } from './draft.ts';
import type { Reader } from './reader.ts';
import { secretArn } from './secrets.ts';
import { readSms } from './sms.ts';
import { readIssuer } from './tokens.ts';
import * as a from './values.ts';

/** Settings of the function that watches the others. */
export interface HeartbeatSettings {
  readonly heartbeatSecretArn: string;
  readonly issuer: string;
  readonly codeLength: number;
  readonly sendsEmail: boolean;
  /** Whether texts go out by SNS, which drops them without an error once the account's limit is spent. */
  readonly sendsBySns: boolean;
}

export function readHeartbeat(reader: Reader, { publicUrl }: Draft<ApiSettings>): Draft<HeartbeatSettings> {
  const { required, optional } = reader;
  const emailFrom = optional('emailFrom', a.emailAddress);
  const sms = readSms(reader);
  return {
    heartbeatSecretArn: required('heartbeatSecretArn', secretArn),
    issuer: readIssuer(reader, publicUrl),
    codeLength: readCodeLength(reader),
    sendsEmail: emailFrom === faulty ? faulty : emailFrom !== undefined,
    sendsBySns: sms === faulty ? faulty : sms?.service === 'sns',
  };
}
