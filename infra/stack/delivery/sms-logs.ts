import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type CfnLogGroup, CustomDataIdentifier, DataProtectionPolicy, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { allowLogs } from '../key-use.ts';
import type { LogGroupProps } from '../log-group.ts';

/** E.164: a plus, and up to 15 digits. CloudWatch's own identifiers know the numbers of six countries only. */
const phoneNumber = new CustomDataIdentifier('PhoneNumberE164', String.raw`\+[0-9]{7,15}`);

/**
 * Where SNS writes what became of each text, once you tell it to (docs/runbooks/sms-undelivered.md): that is a setting of the
 * account and region, for which CloudFormation has no resource. SNS writes numbers in clear, so CloudWatch masks them for
 * everybody who lacks `logs:Unmask`.
 */
export class SmsLogs extends Construct {
  constructor(scope: Construct, id: string, { logRetention, encryptionKey }: LogGroupProps) {
    super(scope, id);
    if (encryptionKey) allowLogs(this, encryptionKey);
    const { region, account } = Stack.of(this);
    const name = `sns/${region}/${account}/DirectPublishToPhoneNumber`; // the only names that SNS writes to
    const groups = Object.entries({ Delivered: name, Failed: `${name}/Failure` }).map(
      ([groupId, logGroupName]) =>
        new LogGroup(this, groupId, {
          logGroupName,
          retention: logRetention,
          encryptionKey,
          removalPolicy: RemovalPolicy.DESTROY,
          dataProtectionPolicy: new DataProtectionPolicy({ identifiers: [phoneNumber] }),
        }),
    );
    const role = new Role(this, 'Role', {
      description: 'Lets SNS write what became of texts.',
      assumedBy: new ServicePrincipal('sns.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: groups.map(({ logGroupArn }) => logGroupArn),
      }),
    );
    acknowledge(role, groups);
  }
}

/** An ARN of a log group ends in `:*`, which stands for its streams. */
function acknowledge(role: Role, groups: readonly LogGroup[]): void {
  for (const group of groups) {
    const id = Stack.of(group).getLogicalId(group.node.defaultChild as CfnLogGroup);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${id}.Arn>]`,
      reason: 'SNS names the streams of the group itself.',
    });
  }
}
