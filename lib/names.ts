/** Environment variables, by the names settings go by elsewhere. Empty means unset. */
export const variable = {
  tableName: 'TABLE_NAME',
  indexSecretArn: 'INDEX_SECRET_ARN',
  codeSecretArn: 'CODE_SECRET_ARN',
  loginCodeSecret: 'LOGIN_CODE_SECRET',
  signingKeyArn: 'SIGNING_KEY_ARN',
  previousSigningKeyArn: 'PREVIOUS_SIGNING_KEY_ARN',
  publicUrl: 'PUBLIC_URL',
  issuer: 'ISSUER',
  audience: 'AUDIENCE',
  tokenTtl: 'TOKEN_TTL',
  codeLength: 'CODE_LENGTH',
  codeTtl: 'CODE_TTL',
  codeAttempts: 'CODE_ATTEMPTS',
  targetLimits: 'TARGET_LIMITS',
  callerLimits: 'CALLER_LIMITS',
  callerIpHeader: 'CALLER_IP_HEADER',
  originSecret: 'ORIGIN_SECRET',
  originSecretSha256: 'ORIGIN_SECRET_SHA256',
  emailFrom: 'EMAIL_FROM',
  sesConfigurationSet: 'SES_CONFIGURATION_SET',
  smsCountries: 'SMS_COUNTRIES',
  smsMaxPrice: 'SMS_MAX_PRICE',
  smsSenderId: 'SMS_SENDER_ID',
  smsOriginationNumber: 'SMS_ORIGINATION_NUMBER',
  testTargets: 'TEST_TARGETS',
  allowTestTargets: 'ALLOW_TEST_TARGETS',
  brandName: 'BRAND_NAME',
  codeOrigin: 'CODE_ORIGIN',
  allowedOrigins: 'ALLOWED_ORIGINS',
  defaultLocale: 'DEFAULT_LOCALE',
  serviceName: 'SERVICE_NAME',
  environment: 'ENVIRONMENT',
  dynamodbEndpoint: 'AWS_ENDPOINT_URL_DYNAMODB',
  sesEndpoint: 'AWS_ENDPOINT_URL_SESV2',
  snsEndpoint: 'AWS_ENDPOINT_URL_SNS',
  secretsManagerEndpoint: 'AWS_ENDPOINT_URL_SECRETS_MANAGER',
  kmsEndpoint: 'AWS_ENDPOINT_URL_KMS',
} as const;

/** Attributes of the one table. */
export const attribute = {
  key: 'pk',
  /** The TTL attribute, in epoch seconds. Deletion lags by days, so every condition judges by time itself. */
  expiresAt: 'expires_at',
  /** Carried by every item, so that a later version can tell what it reads. */
  schema: 'schema',
  sentAt: 'sent_at',
  lastHit: 'last_hit',
  targetMac: 'target_mac',
  codeMac: 'code_mac',
  keyId: 'key_id',
  attemptsLeft: 'attempts_left',
  issuedAt: 'issued_at',
  sent: 'sent',
} as const;

export const schemaVersion = 1;
