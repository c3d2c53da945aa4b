import { describe, expect, test } from '@jest/globals';
import { everything, mailOnly, propertiesOf, statementsOf, synthesize } from '../../support/synthesis.ts';

const mail = synthesize(mailOnly);
const full = synthesize(everything);

const signing = (key: string): string =>
  `Allow kms:Sign on ${key} ` +
  'if {"StringEquals":{"kms:SigningAlgorithm":"RSASSA_PKCS1_V1_5_SHA_256","kms:MessageType":"DIGEST"}}';

describe('permissions', () => {
  const logsAndTraces = (id: string) => [
    `Allow logs:CreateLogStream, logs:PutLogEvents on <${id}Logs.Arn>`,
    'Allow xray:PutTelemetryRecords, xray:PutTraceSegments on *',
  ];

  test('are these and no others, where mail is sent', () => {
    expect(statementsOf(mail)).toEqual({
      Send: [
        ...logsAndTraces('Send'),
        'Allow dynamodb:DeleteItem, dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem on <Table.Arn>',
        'Allow secretsmanager:GetSecretValue on <HeartbeatSecret>, <SecretsCode>, <SecretsIndex>',
        'Allow ses:SendEmail on arn:aws:ses:eu-west-1:123456789012:configuration-set/<Email>, ' +
          'arn:aws:ses:eu-west-1:123456789012:identity/example.com, ' +
          'arn:aws:ses:eu-west-1:123456789012:identity/login@example.com ' +
          'if {"StringEquals":{"ses:FromAddress":"login@example.com"}}',
      ],
      Verify: [
        ...logsAndTraces('Verify'),
        'Allow dynamodb:GetItem, dynamodb:UpdateItem on <Table.Arn>',
        'Allow secretsmanager:GetSecretValue on <HeartbeatSecret>, <SecretsCode>, <SecretsIndex>',
        signing('<SigningKey.Arn>'),
        'Allow kms:GetPublicKey on <SigningKey.Arn>',
      ],
      WellKnown: [...logsAndTraces('WellKnown'), 'Allow kms:GetPublicKey on <SigningKey.Arn>'],
      Problems: logsAndTraces('Problems'),
      OpenApi: logsAndTraces('OpenApi'),
      Element: logsAndTraces('Element'),
      EmailEvents: logsAndTraces('EmailEvents'),
      HeartbeatBeat: [...logsAndTraces('HeartbeatBeat'), 'Allow secretsmanager:GetSecretValue on <HeartbeatSecret>'],
    });
  });

  test('are these and no others, with texts, a key and the sandbox', () => {
    expect(statementsOf(full).Send).toEqual([
      ...logsAndTraces('Send'),
      'Allow dynamodb:BatchGetItem, dynamodb:DeleteItem, dynamodb:GetItem, dynamodb:PutItem, ' +
        'dynamodb:UpdateItem on <Table.Arn>',
      `Allow kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey on ${everything.encryptionKeyArn} ` +
        'if {"StringLike":{"kms:ViaService":"dynamodb.eu-west-1.amazonaws.com*"}}',
      'Allow secretsmanager:GetSecretValue on <HeartbeatSecret>, <SecretsCode>, <SecretsIndex>',
      `Allow kms:Decrypt on ${everything.encryptionKeyArn} ` +
        'if {"StringLike":{"kms:ViaService":"secretsmanager.eu-west-1.amazonaws.com*"}}',
      'Allow ses:SendEmail on arn:aws:ses:eu-west-1:123456789012:configuration-set/<Email>, ' +
        'arn:aws:ses:eu-west-1:123456789012:identity/* ' +
        'if {"StringEquals":{"ses:FromAddress":"login@example.com"}}',
      'Allow sns:Publish on *',
      'Deny sns:Publish on arn:aws:sns:*:*:*',
    ]);
  });

  test('to send texts by End User Messaging are for its senders and rules, and to give feedback for its messages', () => {
    const texts = {
      ...mailOnly,
      bounceMark: 'on',
      smsCountries: 'US=5000',
      smsService: 'end-user-messaging',
      smsSenderId: 'ACME',
      smsSenders: 'US=+12025550100 IN=ACMEIN',
      smsProtectConfiguration: 'protect-0123',
      smsFeedback: 'on',
    };
    const { Send = [], Verify = [], EmailEvents } = statementsOf(synthesize(texts));
    const arns = ['phone-number/*', 'protect-configuration/protect-0123', 'sender-id/ACME/*', 'sender-id/ACMEIN/IN'];
    const arnOf = (name: string) => `arn:aws:sms-voice:eu-west-1:123456789012:${name}`;
    const ofTexts = (statements: readonly string[]) => statements.filter((each) => /sns:|sms-voice:/.test(each));
    expect(ofTexts(Send)).toEqual([`Allow sms-voice:SendTextMessage on ${arns.map(arnOf).join(', ')}`]);
    expect(ofTexts(Verify)).toEqual([`Allow sms-voice:PutMessageFeedback on ${arnOf('message/*')}`]);
    expect(EmailEvents).toEqual([
      ...logsAndTraces('EmailEvents'),
      'Allow dynamodb:UpdateItem on <Table.Arn>',
      'Allow secretsmanager:GetSecretValue on <SecretsIndex>',
    ]);
  });

  test('to send texts by End User Messaging are for any sender, where the settings name none', () => {
    const texts = { ...mailOnly, smsCountries: 'US=5000', smsService: 'end-user-messaging' };
    const { Send = [], Verify = [] } = statementsOf(synthesize(texts));
    expect(Send).toContain('Allow sms-voice:SendTextMessage on *');
    expect(Verify.join()).not.toContain('sms-voice');
  });

  test('to sign go to the key that signs alone, and its digests, while the key set serves both', () => {
    const other = 'arn:aws:kms:eu-west-1:123456789012:key/other';
    const { Verify, WellKnown } = statementsOf(synthesize({ ...everything, signingKeyArn: other }));
    const ofKms = (statements: readonly string[] = []) =>
      statements.filter((statement) => /kms:(Sign|GetPublicKey)/.test(statement));
    expect(ofKms(Verify)).toEqual([signing(other), `Allow kms:GetPublicKey on ${other}`]);
    expect(ofKms(WellKnown)).toEqual([`Allow kms:GetPublicKey on ${everything.previousSigningKeyArn}, ${other}`]);
  });

  test('come from no managed policy but the one API Gateway logs by', () => {
    const managed = Object.values(propertiesOf(mail, 'AWS::IAM::Role')).flatMap((role) => role.ManagedPolicyArns ?? []);
    expect(managed).toEqual([expect.stringMatching(/AmazonAPIGatewayPushToCloudWatchLogs$/)]);
  });

  test('to call a function are the one stage of the API for its paths, and a rule for what hears of mail, and the clock', () => {
    const permissions = Object.values(propertiesOf(mail, 'AWS::Lambda::Permission'));
    expect(permissions.map(({ FunctionName, SourceArn }) => `${SourceArn} → ${FunctionName}`)).toEqual([
      '<EmailTold.Arn> → <EmailEvents.Arn>',
      ...[
        '/auth/send-login-code → <Send.Arn>',
        '/auth/verify-login-code → <Verify.Arn>',
        '/.well-known/* → <WellKnown.Arn>',
        '/problems → <Problems.Arn>',
        '/problems/* → <Problems.Arn>',
        '/openapi.json → <OpenApi.Arn>',
        '/login-code.js → <Element.Arn>',
        '/login-code/* → <Element.Arn>',
      ].map((call) => `arn:aws:execute-api:eu-west-1:123456789012:<Api>/<ApiDeploymentStagev1>/*${call}`),
      '<HeartbeatRule.Arn> → <HeartbeatBeat.Arn>',
    ]);
  });
});
