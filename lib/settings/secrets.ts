import { type IndexSecretSettings, minSecretLength, type SecretSettings } from '../core/keys.ts';
import { type Faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

const inline = a.textOf(minSecretLength, 4_096);
export const secretArn = a.matching(/^arn:[\w-]+:secretsmanager:/, 'the ARN of a secret in Secrets Manager');

/** Undefined: no heartbeat is recognised. */
export const readHeartbeatSecret = ({ optional }: Reader): string | Faulty | undefined =>
  optional('heartbeatSecretArn', secretArn);

/** Two secrets in Secrets Manager, or one in the environment that stands for both. */
export function readSecrets({ required, isSet, complain, nameOf }: Reader): SecretSettings | Faulty {
  if (!isSet('indexSecretArn') && !isSet('codeSecretArn')) {
    return whole({ inline: required('loginCodeSecret', inline) });
  }
  if (isSet('loginCodeSecret')) complain('loginCodeSecret', 'must be empty beside the ARNs of two secrets');
  return whole({
    indexArn: required('indexSecretArn', secretArn, ` beside ${nameOf('codeSecretArn')}`),
    codeArn: required('codeSecretArn', secretArn, ` beside ${nameOf('indexSecretArn')}`),
  });
}

/** Of those two, the one by which a person's items are found. */
export const readIndexSecret = ({ required, isSet }: Reader): IndexSecretSettings | Faulty =>
  isSet('indexSecretArn')
    ? whole({ indexArn: required('indexSecretArn', secretArn) })
    : whole({ inline: required('loginCodeSecret', inline) });
