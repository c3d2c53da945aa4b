import { type Faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

/** Where each service of AWS is, unless at its own address. */
export type Endpoints = Readonly<Record<'dynamodb' | 'ses' | 'sns' | 'secretsManager' | 'kms', string | undefined>>;

export const readEndpoints = ({ optional }: Reader): Endpoints | Faulty =>
  whole({
    dynamodb: optional('dynamodbEndpoint', a.url),
    ses: optional('sesEndpoint', a.url),
    sns: optional('snsEndpoint', a.url),
    secretsManager: optional('secretsManagerEndpoint', a.url),
    kms: optional('kmsEndpoint', a.url),
  });
