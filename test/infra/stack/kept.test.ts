import { describe, expect, test } from '@jest/globals';
import { Stack } from 'aws-cdk-lib';
import { Secrets } from '../../../infra/stack/secrets.ts';
import { variable } from '../../../lib/settings/variables.ts';
import { everything, mailOnly, propertiesOf, resourcesOf, statementsOf, synthesize } from '../../support/synthesis.ts';

const secret = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}`;
const kept = {
  tableName: 'login-code-LoginCodeTable-1ABC',
  indexSecretArn: secret('SecretsIndex-AbCdEf'),
  codeSecretArn: secret('SecretsCode-GhIjKl'),
  signingKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/kept',
};
const tableArn = `arn:aws:dynamodb:eu-west-1:123456789012:table/${kept.tableName}`;

const made = synthesize(mailOnly);
const again = synthesize({ ...mailOnly, ...kept });

describe('what an earlier stack left', () => {
  test('is used again, and nothing is made in its place', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret', 'AWS::KMS::Key']) {
      expect(Object.keys(resourcesOf(again, type)).filter((id) => id !== 'HeartbeatSecret')).toEqual([]);
    }
    for (const id of ['Send', 'Verify']) {
      expect(propertiesOf(again, 'AWS::Lambda::Function')[id].Environment.Variables).toMatchObject({
        [variable.tableName]: kept.tableName,
        [variable.indexSecretArn]: kept.indexSecretArn,
        [variable.codeSecretArn]: kept.codeSecretArn,
      });
    }
  });

  test('is granted as what the stack makes, and no more of it', () => {
    // CDK sorts the resources of a statement, and ours come after the heartbeat's.
    const sorted = (statement: string) => statement.split(/(?<= on )|, /).toSorted();
    const inOrder = (all: Record<string, readonly string[]>) =>
      Object.fromEntries(Object.entries(all).map(([id, statements]) => [id, statements.map(sorted)]));
    const renamed = Object.entries(statementsOf(made)).map(([id, statements]): [string, readonly string[]] => [
      id,
      statements.map((statement) =>
        statement
          .replaceAll('<Table.Arn>', tableArn)
          .replaceAll('<SecretsCode>', kept.codeSecretArn)
          .replaceAll('<SecretsIndex>', kept.indexSecretArn)
          .replaceAll('<SigningKey.Arn>', kept.signingKeyArn),
      ),
    ]);
    expect(inOrder(statementsOf(again))).toEqual(inOrder(Object.fromEntries(renamed)));
  });

  test('is watched like what the stack makes', () => {
    const alarms = (template: typeof made) => JSON.stringify(propertiesOf(template, 'AWS::CloudWatch::Alarm'));
    expect(alarms(again)).toBe(alarms(made).replaceAll('<Table>', kept.tableName));
    const dashboard = JSON.stringify(propertiesOf(again, 'AWS::CloudWatch::Dashboard'));
    expect(dashboard).toContain(kept.tableName);
    expect(dashboard).not.toContain('<Table>');
  });

  test('is what the outputs name, for the runbooks', () => {
    const { TableName, IndexSecretArn, CodeSecretArn, SigningKeyArn } = again.toJSON().Outputs;
    expect([TableName, IndexSecretArn, CodeSecretArn, SigningKeyArn].map(({ Value }) => Value)).toEqual(
      Object.values(kept),
    );
  });

  test('may be one of them alone', () => {
    const { tableName } = kept;
    const template = synthesize({ ...mailOnly, tableName });
    expect(Object.keys(resourcesOf(template, 'AWS::SecretsManager::Secret'))).toEqual([
      ...['SecretsIndex', 'SecretsCode', 'HeartbeatSecret'],
    ]);
    expect(resourcesOf(template, 'AWS::DynamoDB::Table')).toEqual({});
  });

  test('is decrypted with the key that is given', () => {
    const statements = statementsOf(synthesize({ ...everything, ...kept })).Send ?? [];
    expect(statements.filter((statement) => statement.includes(everything.encryptionKeyArn))).toEqual(
      statementsOf(synthesize(everything)).Send?.filter((statement) => statement.includes(everything.encryptionKeyArn)),
    );
  });
});

describe('the index secret', () => {
  test('is copied to other regions, and the code secret is not', () => {
    const { SecretsIndex, SecretsCode } = propertiesOf(
      synthesize({ ...mailOnly, replicaRegions: 'eu-central-1, us-east-1' }),
      'AWS::SecretsManager::Secret',
    );
    expect(SecretsIndex.ReplicaRegions).toEqual([{ Region: 'eu-central-1' }, { Region: 'us-east-1' }]);
    expect(SecretsCode).not.toHaveProperty('ReplicaRegions');
    expect(propertiesOf(made, 'AWS::SecretsManager::Secret').SecretsIndex).not.toHaveProperty('ReplicaRegions');
  });

  test('is copied only where it is made', () => {
    const both = { indexArn: kept.indexSecretArn, replicaRegions: ['eu-central-1'] };
    expect(() => new Secrets(new Stack(), 'Secrets', both)).toThrow('replicate indexSecretArn yourself');
  });
});
