import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { allowAlarms } from '../key-use.ts';

export interface AlarmTopicProps {
  /** Hears about alarms, after it has confirmed. */
  readonly email: string;
  /**
   * Your own key in KMS. Its policy must allow CloudWatch to use it: otherwise no alarm arrives, and nothing says so.
   * @default - not encrypted: messages hold names and states of alarms
   */
  readonly encryptionKey?: IKey;
}

/** Takes messages from the account's alarms, and sends them to one address. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, { email, encryptionKey }: AlarmTopicProps) {
    super(scope, id, { enforceSSL: true, masterKey: encryptionKey });
    if (encryptionKey) allowAlarms(this, encryptionKey);
    // A topic that has a policy loses the default one, which allows the whole account to publish.
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    Validations.of(this.addSubscription(new EmailSubscription(email))).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'SNS itself delivers mail again, and somebody would have to watch a queue of lost alarms.',
    });
  }
}
