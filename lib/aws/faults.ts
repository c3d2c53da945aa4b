/**
 * What a failed call to SES, SNS or End User Messaging means for the message.
 *
 * `retryable`      not accepted, and worth another try at once: throttling, a connection that was not made
 * `not-sent`       refused for good
 * `misconfigured`  refused until the operator acts
 * `unknown`        may have been accepted: a timeout, a dropped connection, a fault on the service's side
 */
export type Fault = 'retryable' | 'not-sent' | 'misconfigured' | 'unknown';

/** By error name, for SES, SNS, End User Messaging and the signature check that every service makes. */
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

  // End User Messaging
  ConflictException: 'misconfigured',
  ResourceNotFoundException: 'misconfigured',
  ServiceQuotaExceededException: 'misconfigured', // the month's spend limit
  InternalServerException: 'unknown',

  // The service stopped waiting for us, whatever its status code.
  RequestTimeout: 'unknown',
  RequestTimeoutException: 'unknown',

  // Credentials and permissions, where the status code does not tell
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

/** By the reason that End User Messaging gives beside the name, where the name alone does not tell. */
const byReason: Readonly<Record<string, Fault>> = {
  // A conflict that is the number's, and not the operator's to mend
  DESTINATION_PHONE_NUMBER_OPTED_OUT: 'not-sent',
  DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: 'not-sent',
  DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE: 'not-sent',

  // What did not pass validation is our sender, not the number
  INVALID_ARN: 'misconfigured',
  INVALID_IDENTITY_FOR_DESTINATION_COUNTRY: 'misconfigured',
  RESOURCE_NOT_ACCESSIBLE: 'misconfigured',
  SENDER_ID_NOT_REGISTERED: 'misconfigured',
  SENDER_ID_NOT_SUPPORTED: 'misconfigured',
  SENDER_ID_REQUIRES_REGISTRATION: 'misconfigured',
};

/** The connection was not made, so the message cannot have been accepted. */
const neverConnected = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/** The SDK gives both timeouts one name, and only a request's timeout a code. If its words change, the fault is `unknown`. */
const isConnectTimeout = (error: unknown): boolean =>
  error instanceof Error && !('code' in error) && /did not establish a connection/.test(error.message);

export function faultOf(error: unknown): Fault {
  const { name, code, $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };
  const named = byReason[reasonOf(error) ?? ''] ?? byName[name ?? ''];
  if (named) return named;
  if (neverConnected.has(code ?? '') || isConnectTimeout(error)) return 'retryable';

  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 429) return 'retryable';
  if (status === 401 || status === 403) return 'misconfigured';
  return status >= 400 && status < 500 && status !== 408 ? 'not-sent' : 'unknown';
}

/** One of a list that the service documents, so it quotes nothing of ours. */
export function reasonOf(error: unknown): string | undefined {
  const { Reason } = error as { Reason?: unknown };
  return typeof Reason === 'string' && /^[A-Z_]+$/.test(Reason) ? Reason : undefined;
}
