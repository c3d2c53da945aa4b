import type { SigningSettings } from '../aws/signing.ts';
import type { TokenPolicy } from '../core/claims.ts';
import type { ApiSettings } from './api.ts';
import { type Draft, type Faulty, faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

/** Settings for signing tokens, and for publishing the keys that check them. */
export interface TokenSettings {
  readonly signing: SigningSettings;
  readonly token: TokenPolicy;
}

export const readTokens = (reader: Reader, api: Draft<ApiSettings>): Draft<TokenSettings> => ({
  signing: readSigning(reader, api),
  token: readPolicy(reader, api),
});

const keyArn = a.matching(/^arn:[\w-]+:kms:[\w-]+:\d+:key\/[\w-]+$/, 'the ARN of a key in KMS, not of an alias');

function readSigning(reader: Reader, { development }: Draft<ApiSettings>): SigningSettings | Faulty {
  const { required, optional, isSet, complain, nameOf } = reader;
  if (development === true && !isSet('signingKeyArn') && !isSet('previousSigningKeyArn')) return { inProcess: true };
  const why = isSet('previousSigningKeyArn')
    ? ` beside ${nameOf('previousSigningKeyArn')}`
    : `${unlessDevelopment(reader)}: without it each process makes a key of its own, and no other can serve its public half`;
  const arn = required('signingKeyArn', keyArn, why);
  const previousArn = optional('previousSigningKeyArn', keyArn);
  if (arn !== faulty && arn === previousArn) {
    complain('previousSigningKeyArn', `must be another key than ${nameOf('signingKeyArn')}, or empty`);
  }
  return whole({ arn, previousArn });
}

const unlessDevelopment = ({ nameOf }: Reader): string => ` unless ${nameOf('environment')} is development`;

/** RFC 7519, 2: a name, or a URL if it has a colon. The heartbeat's own tokens must be for nobody's backend. */
const audience = a.matching(
  /^(?!heartbeat$)(?:[!-9;-~]{1,200}|[a-z][a-z\d+.-]*:[!-~]{1,200})$/i,
  'a name or a URL, without spaces, and not "heartbeat"',
);

export const readIssuer = ({ withDefault }: Reader, publicUrl: Draft<ApiSettings>['publicUrl']): string | Faulty =>
  withDefault('issuer', a.url, publicUrl);

function readPolicy(reader: Reader, { publicUrl, development }: Draft<ApiSettings>): TokenPolicy | Faulty {
  const { required, withDefault } = reader;
  const why = `${unlessDevelopment(reader)}: whom the tokens are for, which backends check`;
  return whole({
    issuer: readIssuer(reader, publicUrl),
    audience:
      development === true ? withDefault('audience', audience, 'development') : required('audience', audience, why),
    lifetime: withDefault('tokenTtl', a.duration('1m', '1h'), '5m'),
  });
}
