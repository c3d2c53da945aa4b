import { Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * Lets the grantee use the key while this service works for it, and for nothing else. Not by the CDK's
 * `ViaServicePrincipal`: that changes the key's policy alone, so of an imported key it would grant nothing.
 */
export function grantVia(service: string, key: IKey | undefined, grantee: IGrantable, ...actions: string[]): void {
  if (!key) return;
  // The star is for `.cn`, in China.
  const conditions = { StringLike: { 'kms:ViaService': `${service}.${Stack.of(key).region}.amazonaws.com*` } };
  Grant.addToPrincipal({ grantee, actions, resourceArns: [key.keyArn], conditions });
}

/**
 * Lets CloudWatch Logs use the key for every log group of the account and region. This adds nothing to the policy of a key
 * that is only imported: docs/deploying.md has both statements to copy.
 */
export function allowLogs(scope: Construct, key: IKey): void {
  const { region } = Stack.of(scope);
  const logGroups = Stack.of(scope).formatArn({ service: 'logs', resource: 'log-group:*' });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Logs',
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
    }),
  );
}

/** Lets the account's alarms publish to topics that the key encrypts. Otherwise CloudWatch would drop them silently. */
export function allowAlarms(scope: Construct, key: IKey): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Alarms',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
}
