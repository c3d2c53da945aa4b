import type { EndpointName } from '../../lib/http/routes.ts';

/** `other`: a preflight, or a method that is refused. */
export type RequestKind = EndpointName | 'other';

/** None of any kind. */
export const noRequests: Readonly<Record<RequestKind, number>> = {
  'send-login-code': 0,
  'verify-login-code': 0,
  'well-known': 0,
  problems: 0,
  openapi: 0,
  element: 0,
  'api-reference': 0,
  other: 0,
};

/** What the dearest request of a kind takes. */
export interface Dearest {
  /** GiB. */
  readonly memory: number;
  readonly billedMs: number;
  /** Of the lines that the function writes. */
  readonly logBytes: number;
  /** Headers and body. */
  readonly responseBytes: number;
}

/** What cannot be counted on this machine. Yours are in CloudWatch: Duration of the function, IncomingBytes of the logs. The waits for AWS are in `waits.ts`. */
export const stated = {
  /** GiB, as deployed. */
  memory: 0.5,
  /** Of the line that `accessLog` in infra/stack/gateway/api.ts makes of an email that was sent. */
  accessLogBytes: 274,
  /** The default rule of X-Ray: one a second, and of all others this part. */
  traced: 0.05,
  /** Rounded up, so that nothing a stranger sends takes more. */
  dearest: {
    'send-login-code': { memory: 0.5, billedMs: 130, logBytes: 600, responseBytes: 2_000 },
    'verify-login-code': { memory: 0.5, billedMs: 120, logBytes: 600, responseBytes: 2_500 },
    'well-known': { memory: 0.25, billedMs: 20, logBytes: 400, responseBytes: 2_500 },
    problems: { memory: 0.25, billedMs: 20, logBytes: 400, responseBytes: 12_000 },
    openapi: { memory: 0.25, billedMs: 20, logBytes: 400, responseBytes: 92_000 },
    element: { memory: 0.25, billedMs: 20, logBytes: 400, responseBytes: 16_000 },
    'api-reference': { memory: 0.25, billedMs: 100, logBytes: 400, responseBytes: 1_750_000 },
    other: { memory: 0.5, billedMs: 10, logBytes: 400, responseBytes: 2_000 },
  } satisfies Record<RequestKind, Dearest>,
  /** One run: its own function, those that it asks, all lines that they write, and the table's items. */
  heartbeat: { memory: 0.25, billedMs: 900, functionsMs: 400, logBytes: 4_000, writeUnits: 12 },
  /**
   * Requests a second that a flood sends: what API Gateway takes for an account and region that asked for no more. Nothing
   * here bounds it, and what is refused costs something too: WAF's look, a line in the access log, and the answer.
   */
  floodPerSecond: 10_000,
  /** Headers and body of the gateway's own answer to a request that it refuses. */
  refusalBytes: 1_500,
} as const;
