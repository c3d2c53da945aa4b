import { describe, expect, test } from '@jest/globals';
import { attribute } from '../../../lib/core/attributes.ts';
import { functionTimeout } from '../../../lib/core/deadlines.ts';
import {
  readApiConfig,
  readHeartbeatConfig,
  readSendConfig,
  readTokenConfig,
  readVerifyConfig,
} from '../../../lib/settings/config.ts';
import { variable } from '../../../lib/settings/variables.ts';
import { everything, mailOnly, propertiesOf, readable, resourcesOf, synthesize } from '../../support/synthesis.ts';

const mail = synthesize(mailOnly);
const full = synthesize(everything);

describe('the table', () => {
  test('lets expired items go, is bounded in what it costs, and is not deleted by accident', () => {
    expect(resourcesOf(mail, 'AWS::DynamoDB::Table')).toEqual({
      Table: expect.objectContaining({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          AttributeDefinitions: [{ AttributeName: attribute.key, AttributeType: 'S' }],
          KeySchema: [{ AttributeName: attribute.key, KeyType: 'HASH' }],
          BillingMode: 'PAY_PER_REQUEST',
          OnDemandThroughput: { MaxReadRequestUnits: 800, MaxWriteRequestUnits: 9_600 },
          TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
          DeletionProtectionEnabled: true,
        },
      }),
    });
  });

  test('grows with the ceiling of the API, and takes a key of yours', () => {
    expect(propertiesOf(full, 'AWS::DynamoDB::Table').Table).toMatchObject({
      OnDemandThroughput: { MaxReadRequestUnits: 400, MaxWriteRequestUnits: 4_800 },
      SSESpecification: { KMSMasterKeyId: everything.encryptionKeyArn, SSEType: 'KMS' },
    });
  });
});

describe('the functions', () => {
  const functions = propertiesOf(full, 'AWS::Lambda::Function');

  test('run what was tested, traced, with a timeout the code knows of', () => {
    expect(Object.keys(functions)).toEqual([
      ...['Send', 'Verify', 'WellKnown', 'Problems', 'OpenApi', 'Element', 'ApiReference', 'EmailEvents'],
      'HeartbeatBeat',
    ]);
    for (const [id, properties] of Object.entries(functions)) {
      expect(properties).toMatchObject({
        Runtime: `nodejs${process.versions.node.split('.')[0]}.x`,
        Architectures: ['arm64'],
        Handler: 'index.handler',
        Timeout: id === 'HeartbeatBeat' ? 100 : functionTimeout / 1_000,
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: `<${id}Logs>` },
      });
    }
    expect(functions.Send).toMatchObject({ MemorySize: 512, ReservedConcurrentExecutions: 50 });
    expect(propertiesOf(mail, 'AWS::Lambda::Function').Send).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test('start from the environment they are given', () => {
    const given = (id: string) => readEnvironment(functions[id].Environment.Variables);
    expect(readSendConfig(given('Send'))).toMatchObject({
      publicUrl: 'https://login.example.com',
      email: { from: 'login@example.com', configurationSet: 'Email' },
      sms: { budgets: new Map([['US', 5_000]]) },
      proxy: { ipHeader: 'cloudfront-viewer-address', secretSha256: 'ab'.repeat(32) },
    });
    const token = { issuer: 'https://login.example.com', audience: 'acme' };
    const signing = { arn: signingKeyArn, previousArn: everything.previousSigningKeyArn };
    expect(readVerifyConfig(given('Verify'))).toMatchObject({ token, signing: { arn: signingKeyArn } });
    expect(readTokenConfig(given('WellKnown'))).toMatchObject({ token, signing });
    expect(readHeartbeatConfig(given('HeartbeatBeat'))).toMatchObject({
      publicUrl: 'https://login.example.com',
      issuer: 'https://login.example.com',
      codeLength: 6,
      sendsEmail: true,
    });
    for (const id of ['Problems', 'OpenApi', 'Element', 'ApiReference']) {
      expect(readApiConfig(given(id))).toMatchObject({ publicUrl: 'https://login.example.com' });
    }
  });

  test('hold no secret, and declare what sam local has to set', () => {
    for (const { Environment } of Object.values(functions)) {
      expect(Environment.Variables).toMatchObject({
        [variable.dynamodbEndpoint]: '',
        [variable.sesEndpoint]: '',
        [variable.snsEndpoint]: '',
        [variable.secretsManagerEndpoint]: '',
        [variable.kmsEndpoint]: '',
      });
      expect(Environment.Variables).not.toHaveProperty(variable.originSecret);
      expect(Environment.Variables).not.toHaveProperty(variable.loginCodeSecret);
    }
  });

  test('keep their logs for a month, as the API does', () => {
    const groups = Object.values(propertiesOf(full, 'AWS::Logs::LogGroup'));
    expect(groups.map(({ RetentionInDays }) => RetentionInDays)).toEqual(Array(12).fill(30));
  });
});

/** A reference stands for a plausible value. */
const readEnvironment = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      value
        .replace(/^<(Secrets|HeartbeatSecret).*>$/, secretArn)
        .replace('<SigningKey.Arn>', signingKeyArn)
        .replace(/[<>]/g, ''),
    ]),
  );

const secretArn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x';
const signingKeyArn = 'arn:aws:kms:eu-west-1:123456789012:key/signing';

describe('secrets', () => {
  test('are made by Secrets Manager, and the one that must not change outlives the stack', () => {
    const { SecretsIndex, SecretsCode } = resourcesOf(mail, 'AWS::SecretsManager::Secret');
    for (const secret of [SecretsIndex, SecretsCode]) {
      expect(secret?.Properties.GenerateSecretString).toEqual({ ExcludePunctuation: true, PasswordLength: 48 });
    }
    expect(SecretsIndex?.DeletionPolicy).toBe('RetainExceptOnCreate');
  });
});

describe('the signing key', () => {
  test('can do nothing but sign, in KMS, and outlives the stack', () => {
    expect(resourcesOf(mail, 'AWS::KMS::Key')).toEqual({
      SigningKey: expect.objectContaining({
        DeletionPolicy: 'RetainExceptOnCreate',
        Properties: expect.objectContaining({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
      }),
    });
    expect(mail.toJSON().Outputs.SigningKeyArn.Value).toBeDefined();
  });

  test('is not made where another signs', () => {
    const signingKeyArn = 'arn:aws:kms:eu-west-1:123456789012:key/other';
    const template = synthesize({ ...mailOnly, signingKeyArn });
    expect(resourcesOf(template, 'AWS::KMS::Key')).toEqual({});
    expect(template.toJSON().Outputs.SigningKeyArn.Value).toBe(signingKeyArn);
  });
});

describe('mail', () => {
  test('goes to nobody who bounced or complained, and is given up when its code has expired', () => {
    expect(propertiesOf(mail, 'AWS::SES::ConfigurationSet').Email).toMatchObject({
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      ReputationOptions: { ReputationMetricsEnabled: true },
      DeliveryOptions: { MaxDeliverySeconds: 600 },
    });
  });

  test('goes to servers without TLS too, unless TLS is required', () => {
    const policyOf = (emailTls: string) =>
      propertiesOf(synthesize({ ...mailOnly, emailTls }), 'AWS::SES::ConfigurationSet').Email.DeliveryOptions.TlsPolicy;
    expect([policyOf('optional'), policyOf('require')]).toEqual([undefined, 'REQUIRE']);
  });
});

test('the outputs are the address, the worst day, a line to try it with, and what signs', () => {
  expect(Object.keys(mail.toJSON().Outputs)).toEqual([
    ...['WorstDay', 'Url', 'Try', 'SigningKeyArn'],
    ...['TableName', 'IndexSecretArn', 'CodeSecretArn'],
  ]);
  expect(readable(mail.toJSON().Outputs.Try.Value)).toBe(
    "curl https://<Api>.execute-api.eu-west-1.amazonaws.com/v1/auth/send-login-code -H 'content-type: application/json' " +
      `-d '{"email":"success@simulator.amazonses.com"}'`,
  );
});
