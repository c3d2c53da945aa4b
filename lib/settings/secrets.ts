import { type IndexSecretSettings, minSecretLength, type SecretSettings } from '../core/keys.ts';
import { type Faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

const inline = a.textOf(minSecretLength, 4_096);
const arn = a.matching(/^arn:[\w-]+:secretsmanager:/, 'the ARN of a secret in Secrets Manager');

/** Two secrets in Secrets Manager, or one in the environment that stands for both. */
export function readSecrets({ required, isSet, complain, nameOf }: Reader): SecretSettings | Faulty {
  if (!isSet('indexSecretArn') && !isSet('codeSecretArn')) {
    return whole({ inline: required('loginCodeSecret', inline) });
  }
  if (isSet('loginCodeSecret')) complain('loginCodeSecret', 'must be empty beside the ARNs of two secrets');
  return whole({
    indexArn: required('indexSecretArn', arn, ` beside ${nameOf('codeSecretArn')}`),
    codeArn: required('codeSecretArn', arn, ` beside ${nameOf('indexSecretArn')}`),
  });
}

/** Of those two, the one by which a person's items are found. */
export const readIndexSecret = ({ required, isSet }: Reader): IndexSecretSettings | Faulty =>
  isSet('indexSecretArn')
    ? whole({ indexArn: required('indexSecretArn', arn) })
    : whole({ inline: required('loginCodeSecret', inline) });
