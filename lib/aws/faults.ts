/**
 * What a failed call to SES or SNS means for the message.
 *
 * `retryable`      never taken, and worth another try at once: throttling, a connection that was not made
 * `not-sent`       refused for good
 * `misconfigured`  refused, and will be until the operator acts
 * `unknown`        perhaps taken: a timeout, a dropped connection, a fault on their side
 */
export type Fault = 'retryable' | 'not-sent' | 'misconfigured' | 'unknown';

/** By error name; SES, SNS and the signature check of every service speak of these. */
const byName: Readonly<Record<string, Fault>> = {
  // Throttling. SES reports its daily quota like this too.
  KMSThrottlingException: 'retryable',
  LimitExceededException: 'retryable',
  RequestLimitExceeded: 'retryable',
  RequestThrottled: 'retryable',
  RequestThrottledException: 'retryable',
  Throttled: 'retryable',
  ThrottledException: 'retryable',
  Throttling: 'retryable',
  ThrottlingException: 'retryable',
  TooManyRequestsException: 'retryable',

  // SES
  AccountSuspendedException: 'misconfigured',
  MailFromDomainNotVerifiedException: 'misconfigured',
  MessageRejected: 'misconfigured',
  NotFoundException: 'misconfigured',
  SendingPausedException: 'misconfigured',
  BadRequestException: 'not-sent',

  // SNS
  AuthorizationErrorException: 'misconfigured',
  InvalidSecurityException: 'misconfigured',
  KMSAccessDeniedException: 'misconfigured',
  KMSDisabledException: 'misconfigured',
  KMSInvalidStateException: 'misconfigured',
  KMSNotFoundException: 'misconfigured',
  KMSOptInRequired: 'misconfigured',
  EndpointDisabledException: 'not-sent',
  InvalidParameterException: 'not-sent',
  InvalidParameterValueException: 'not-sent',
  PlatformApplicationDisabledException: 'not-sent',
  ValidationException: 'not-sent',
  InternalErrorException: 'unknown',

  // They gave up waiting for us, whatever status they say it with.
  RequestTimeout: 'unknown',
  RequestTimeoutException: 'unknown',

  // Credentials and permissions, where the status does not tell
  AccessDenied: 'misconfigured',
  AccessDeniedException: 'misconfigured',
  CredentialsProviderError: 'misconfigured',
  ExpiredTokenException: 'misconfigured',
  IncompleteSignature: 'misconfigured',
  InvalidClientTokenId: 'misconfigured',
  NotAuthorized: 'misconfigured',
  OptInRequired: 'misconfigured',
  RequestExpired: 'misconfigured',
  SignatureDoesNotMatch: 'misconfigured',
  UnrecognizedClientException: 'misconfigured',
};

/** The connection was never made, so nothing can have been taken. */
const neverConnected = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/** The SDK names both timeouts alike, but gives only the one of a request a code. Should its words change: unknown. */
const isConnectTimeout = (error: unknown): boolean =>
  error instanceof Error && !('code' in error) && /did not establish a connection/.test(error.message);

export function faultOf(error: unknown): Fault {
  const { name, code, $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };
  const named = byName[name ?? ''];
  if (named) return named;
  if (neverConnected.has(code ?? '') || isConnectTimeout(error)) return 'retryable';

  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 429) return 'retryable';
  if (status === 401 || status === 403) return 'misconfigured';
  return status >= 400 && status < 500 && status !== 408 ? 'not-sent' : 'unknown';
}
