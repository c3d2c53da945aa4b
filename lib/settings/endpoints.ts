import { type Faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

/** Addresses that replace those of AWS. Undefined: the service's own. */
export type Endpoints = Readonly<
  Record<
    'dynamodb' | 'ses' | 'sns' | 'endUserMessaging' | 'secretsManager' | 'kms' | 'lambda' | 'codeDeploy',
    string | undefined
  >
>;

export const readEndpoints = ({ optional }: Reader): Endpoints | Faulty =>
  whole({
    dynamodb: optional('dynamodbEndpoint', a.url),
    ses: optional('sesEndpoint', a.url),
    sns: optional('snsEndpoint', a.url),
    endUserMessaging: optional('endUserMessagingEndpoint', a.url),
    secretsManager: optional('secretsManagerEndpoint', a.url),
    kms: optional('kmsEndpoint', a.url),
    lambda: optional('lambdaEndpoint', a.url),
    codeDeploy: optional('codeDeployEndpoint', a.url),
  });
