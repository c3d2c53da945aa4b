import { describe, expect, test } from '@jest/globals';
import { everything, mailOnly, propertiesOf, statementsOf, synthesize } from '../support/synthesis.ts';

const mail = synthesize(mailOnly);
const full = synthesize(everything);

describe('permissions', () => {
  const logsAndTraces = (id: string) => [
    `Allow logs:CreateLogStream, logs:PutLogEvents on <${id}Logs.Arn>`,
    'Allow xray:PutTelemetryRecords, xray:PutTraceSegments on *',
  ];

  test('are these and no others, where mail is sent', () => {
    expect(statementsOf(mail)).toEqual({
      Send: [
        ...logsAndTraces('Send'),
        'Allow dynamodb:PutItem, dynamodb:UpdateItem on <Table.Arn>',
        'Allow secretsmanager:GetSecretValue on <SecretsCode>, <SecretsIndex>',
        'Allow ses:SendEmail on arn:aws:ses:eu-west-1:123456789012:configuration-set/<Email>, ' +
          'arn:aws:ses:eu-west-1:123456789012:identity/example.com, ' +
          'arn:aws:ses:eu-west-1:123456789012:identity/login@example.com ' +
          'if {"StringEquals":{"ses:FromAddress":"login@example.com"}}',
      ],
      Problems: logsAndTraces('Problems'),
      OpenApi: logsAndTraces('OpenApi'),
    });
  });

  test('are these and no others, with texts, a key and the sandbox', () => {
    expect(statementsOf(full).Send).toEqual([
      ...logsAndTraces('Send'),
      'Allow dynamodb:PutItem, dynamodb:UpdateItem on <Table.Arn>',
      'Allow kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey on arn:aws:kms:eu-west-1:123456789012:key/abc',
      'Allow secretsmanager:GetSecretValue on <SecretsCode>, <SecretsIndex>',
      'Allow ses:SendEmail on arn:aws:ses:eu-west-1:123456789012:configuration-set/<Email>, ' +
        'arn:aws:ses:eu-west-1:123456789012:identity/* ' +
        'if {"StringEquals":{"ses:FromAddress":"login@example.com"}}',
      'Allow sns:Publish on *',
      'Deny sns:Publish on arn:aws:sns:*:*:*',
    ]);
  });

  test('come from no managed policy but the one API Gateway logs by', () => {
    const managed = Object.values(propertiesOf(mail, 'AWS::IAM::Role')).flatMap((role) => role.ManagedPolicyArns ?? []);
    expect(managed).toEqual([expect.stringMatching(/AmazonAPIGatewayPushToCloudWatchLogs$/)]);
  });

  test('to call a function are the one stage of the API for its paths', () => {
    const permissions = Object.values(propertiesOf(mail, 'AWS::Lambda::Permission'));
    expect(permissions.map(({ FunctionName, SourceArn }) => `${SourceArn} → ${FunctionName}`)).toEqual(
      [
        '/auth/send-login-code → <Send.Arn>',
        '/problems → <Problems.Arn>',
        '/problems/* → <Problems.Arn>',
        '/openapi.json → <OpenApi.Arn>',
      ].map((call) => `arn:aws:execute-api:eu-west-1:123456789012:<Api>/<ApiDeploymentStagev1>/*${call}`),
    );
  });
});
