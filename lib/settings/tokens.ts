import type { SigningSettings } from '../aws/signing.ts';
import type { TokenPolicy } from '../core/claims.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

interface Edge {
  readonly publicUrl: string;
  readonly development: boolean;
}

interface TokenSettings {
  readonly signing: SigningSettings;
  readonly token: TokenPolicy;
}

export const readTokens = (reader: Reader, edge: Edge): TokenSettings => ({
  signing: readSigning(reader, edge),
  token: readPolicy(reader, edge),
});

function readSigning(reader: Reader, { development }: Edge): SigningSettings {
  const { required, optional, isSet, complain } = reader;
  const arn = a.matching(/^arn:[\w-]+:kms:[\w-]+:\d+:key\/[\w-]+$/, 'the ARN of a key in KMS, not of an alias');
  if (development && !isSet('signingKeyArn') && !isSet('previousSigningKeyArn')) return { inProcess: true };
  const signing = {
    arn: required(
      'signingKeyArn',
      arn,
      isSet('previousSigningKeyArn')
        ? ' beside PREVIOUS_SIGNING_KEY_ARN'
        : ' unless ENVIRONMENT is development: without it each process makes a key of its own, and no other can serve its public half',
    ),
    previousArn: optional('previousSigningKeyArn', arn),
  };
  if (signing.arn !== undefined && signing.arn === signing.previousArn) {
    complain('previousSigningKeyArn', 'must be another key than SIGNING_KEY_ARN, or empty');
  }
  return signing;
}

/** RFC 7519, 2: a name, or a URL if it has a colon. */
const audience = a.matching(/^[!-9;-~]{1,200}$|^[a-z][a-z\d+.-]*:[!-~]{1,200}$/i, 'a name or a URL, without spaces');

const readPolicy = ({ required, withDefault }: Reader, { publicUrl, development }: Edge): TokenPolicy => ({
  issuer: withDefault('issuer', a.url, publicUrl),
  audience: development
    ? withDefault('audience', audience, 'development')
    : required(
        'audience',
        audience,
        ' unless ENVIRONMENT is development: whom the tokens are for, which backends check',
      ),
  lifetime: withDefault('tokenTtl', a.duration('1m', '1h'), '5m'),
});
