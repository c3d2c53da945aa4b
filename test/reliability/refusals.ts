import type { ServerResponse } from 'node:http';
import type { ServiceName } from './call.ts';

export type Refusal = 'throttled' | 'server error' | 'access denied' | 'missing';

interface Answer {
  readonly status: number;
  readonly name: string;
}

const jsonRefusals = {
  throttled: { status: 400, name: 'ThrottlingException' },
  'server error': { status: 500, name: 'InternalServerError' },
  'access denied': { status: 400, name: 'AccessDeniedException' },
  missing: { status: 400, name: 'ResourceNotFoundException' },
} as const satisfies Readonly<Record<Refusal, Answer>>;

/** As each service words it, by the pages on its errors in the AWS documentation. */
const refusals: Readonly<Record<ServiceName, Readonly<Record<Refusal, Answer>>>> = {
  dynamodb: jsonRefusals,
  secretsManager: { ...jsonRefusals, 'server error': { status: 500, name: 'InternalServiceError' } },
  kms: {
    ...jsonRefusals,
    'server error': { status: 500, name: 'KMSInternalException' },
    missing: { status: 400, name: 'NotFoundException' },
  },
  ses: {
    throttled: { status: 429, name: 'TooManyRequestsException' },
    'server error': { status: 500, name: 'InternalFailure' },
    'access denied': { status: 403, name: 'AccessDeniedException' },
    missing: { status: 400, name: 'MessageRejected' }, // an identity that is not verified
  },
  sns: {
    throttled: { status: 400, name: 'Throttling' },
    'server error': { status: 500, name: 'InternalError' },
    'access denied': { status: 403, name: 'AuthorizationError' },
    missing: { status: 400, name: 'InvalidParameter' }, // an origination number that is not there
  },
  endUserMessaging: {
    ...jsonRefusals,
    'server error': { status: 500, name: 'InternalServerException' },
  },
};

export function refuse(response: ServerResponse, service: ServiceName, refusal: Refusal): void {
  const { status, name } = refusals[service][refusal];
  const isXml = service === 'sns';
  response.writeHead(status, {
    'content-type': isXml ? 'text/xml' : 'application/x-amz-json-1.1',
    'x-amzn-errortype': name,
  });
  response.end(isXml ? xmlOf(name) : JSON.stringify({ __type: name, message: 'injected' }));
}

const xmlOf = (name: string): string =>
  `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${name}</Code>` +
  '<Message>injected</Message></Error><RequestId>injected</RequestId></ErrorResponse>';
