import { lambdaEnvironment } from '../support/lambda/environment.ts';

const arn = (name: string): string => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`;

/** As in production, but that every service is at `url`, the SDK's plain clients' too. */
export const environmentFor = (folder: string, url: string): NodeJS.ProcessEnv => ({
  ...lambdaEnvironment(folder),
  AWS_ENDPOINT_URL: url,
  AWS_ENDPOINT_URL_DYNAMODB: url,
  AWS_ENDPOINT_URL_SESV2: url,
  AWS_ENDPOINT_URL_SNS: url,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
  AWS_ENDPOINT_URL_KMS: url,
  TABLE_NAME: 'login-code',
  INDEX_SECRET_ARN: arn('index'),
  CODE_SECRET_ARN: arn('code'),
  PUBLIC_URL: 'https://abcdefghij.execute-api.us-east-1.amazonaws.com/v1',
  EMAIL_FROM: 'Acme <login@example.com>',
  SES_CONFIGURATION_SET: 'login-code',
  SMS_COUNTRIES: 'US=1000000',
  ALLOWED_ORIGINS: 'https://app.example.com',
  BRAND_NAME: 'Acme',
  AUDIENCE: 'https://api.example.com',
  SIGNING_KEY_ARN: 'arn:aws:kms:us-east-1:000000000000:key/current',
});
