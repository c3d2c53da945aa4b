import { describe, expect, test } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { AlarmTopic } from '../../../infra/stack/monitoring/alarm-topic.ts';
import { LoginCodeService } from '../../../infra/stack/service.ts';
import { section } from '../../docs/pages.ts';
import {
  everything,
  flags,
  mailOnly,
  propertiesOf,
  statementsOf,
  synthesize,
  unbundled,
} from '../../support/synthesis.ts';

const { encryptionKeyArn: key } = everything;
const full = synthesize(everything);

describe('your own key', () => {
  const keysOf = (template: Template, type: string, property: string) =>
    Object.values(propertiesOf(template, type)).map((properties) => properties?.[property]);

  test('encrypts the table, every secret, and the logs of the API, of every function and of texts', () => {
    expect(keysOf(full, 'AWS::DynamoDB::Table', 'SSESpecification')).toEqual([
      { KMSMasterKeyId: key, SSEEnabled: true, SSEType: 'KMS' },
    ]);
    expect(keysOf(full, 'AWS::SecretsManager::Secret', 'KmsKeyId')).toEqual([key, key, key]);
    expect(keysOf(full, 'AWS::Logs::LogGroup', 'KmsKeyId')).toEqual(Array(12).fill(key));
  });

  test('encrypts alarms only where that is asked for: they would go missing if its policy did not allow it', () => {
    const topicKeys = (context: Readonly<Record<string, string>>) =>
      keysOf(synthesize({ ...everything, ...context }), 'AWS::SNS::Topic', 'KmsMasterKeyId');
    expect([...topicKeys({}), ...topicKeys({ encryptAlarms: 'false' })]).toEqual([undefined, undefined]);
    expect(topicKeys({ encryptAlarms: 'true' })).toEqual([key]);
  });

  test('is used by the functions only through the services that they call', () => {
    for (const [id, statements] of Object.entries(statementsOf(full))) {
      const ofKey = statements.filter((statement) => statement.includes(key));
      expect([id, ofKey.length]).toEqual([id, { Send: 2, Verify: 2, HeartbeatBeat: 1 }[id] ?? 0]);
      for (const statement of ofKey) expect(statement).toMatch(/"kms:ViaService":"(dynamodb|secretsmanager)\./);
    }
  });

  test('is nowhere unless it is given', () => {
    const template = synthesize(mailOnly);
    expect(keysOf(template, 'AWS::Logs::LogGroup', 'KmsKeyId').every((each) => each === undefined)).toBe(true);
    expect(JSON.stringify(statementsOf(template))).not.toMatch(/kms:(Decrypt|GenerateDataKey)/);
  });
});

describe('a key of the same app', () => {
  const stack = new Stack(new App({ context: flags }), 'login-code');
  const encryptionKey = new Key(stack, 'Key');
  const alarmTopic = new AlarmTopic(stack, 'AlarmTopic', { email: 'ops@example.com', encryptionKey });
  const settings = { emailFrom: 'login@example.com' };
  const service = new LoginCodeService(stack, 'Login', { settings, code: unbundled, encryptionKey, alarmTopic });
  const assumedBy = new ServicePrincipal('codebuild.amazonaws.com');
  service.grantRotateCodeSecret(new Role(stack, 'PipelineRole', { assumedBy }));
  process.env.CDK_VALIDATION = 'false';
  const template = Template.fromStack(stack);

  test('allows exactly what docs/deploying.md says that the policy of another key must allow', () => {
    const [, json = ''] = /```json\n(.+?)```/s.exec(section('docs/deploying.md', 'Your own key')) ?? [];
    const documented = JSON.parse(json.replaceAll('REGION', 'eu-west-1').replaceAll('ACCOUNT', '123456789012'));
    const { Key: made } = propertiesOf(template, 'AWS::KMS::Key');
    const ofServices = made.KeyPolicy.Statement.filter(
      ({ Principal }: { Principal: object }) => 'Service' in Principal,
    );
    expect(ofServices).toHaveLength(2);
    expect(ofServices).toEqual(expect.arrayContaining(documented));
  });

  test('lets a pipeline rotate the code secret', () => {
    expect(statementsOf(template).Pipeline).toEqual([
      'Allow kms:Decrypt, kms:GenerateDataKey on <Key.Arn> if {"StringLike":{"kms:ViaService":"secretsmanager.eu-west-1.amazonaws.com*"}}',
      expect.stringMatching(/^Allow secretsmanager:PutSecretValue on <LoginSecretsCode>$/),
    ]);
  });
});
