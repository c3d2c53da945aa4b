import { CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { routes } from '../../lib/http/routes.ts';
import { LoginCodeService } from './service.ts';
import type { LoginCodeServiceProps } from './service-props.ts';
import { inOneLine, worstDayOf } from './worst-day.ts';

/** What the service takes, with ARNs and an address in place of constructs. */
export interface LoginCodeStackProps
  extends Omit<LoginCodeServiceProps, 'encryptionKey' | 'alarmTopic'>,
    Pick<StackProps, 'stackName'> {
  /**
   * The key that encrypts the table.
   * @default - a key that AWS owns
   */
  readonly encryptionKeyArn?: string;
  /**
   * Your own topic, which gets a message about each alarm.
   * @default - none, or one that is made for `alarmEmail`
   */
  readonly alarmTopicArn?: string;
  /**
   * An email address that hears about alarms, after it has confirmed.
   * @default - none
   */
  readonly alarmEmail?: string;
}

/** A stack with the service and nothing else. Its outputs are what people and programs ask of a deployment. */
export class LoginCodeStack extends Stack {
  constructor(scope: Construct, id: string, { stackName, encryptionKeyArn, ...props }: LoginCodeStackProps) {
    super(scope, id, { stackName, description: 'login-code: one-time codes by email and SMS' });
    const service = new LoginCodeService(this, 'LoginCode', {
      ...props,
      encryptionKey: encryptionKeyArn ? Key.fromKeyArn(this, 'Key', encryptionKeyArn) : undefined,
      alarmTopic: this.#alarmTopic(props),
    });
    new CfnOutput(this, 'WorstDay', {
      description: 'What a flood can cost, see docs/scale.md',
      value: inOneLine(worstDayOf(props)),
    });
    const target = props.settings.emailFrom ? '{"email":"success@simulator.amazonses.com"}' : '{"phone":"+…"}';
    new CfnOutput(this, 'Url', { value: service.url });
    new CfnOutput(this, 'Try', {
      description: 'Asks for a code',
      value: `curl ${service.url}${routes.sendLoginCode.path} -H 'content-type: application/json' -d '${target}'`,
    });
    new CfnOutput(this, 'SigningKeyArn', { description: 'What signs tokens', value: service.signingKeyArn });
    // For `npm run person`.
    new CfnOutput(this, 'TableName', { description: 'Holds what is counted', value: service.table.tableName });
    new CfnOutput(this, 'IndexSecretArn', { description: "Makes the table's keys", value: service.indexSecretArn });
    if (service.domainTarget) {
      new CfnOutput(this, 'DomainTarget', { description: 'What the domain leads to', value: service.domainTarget });
    }
  }

  #alarmTopic({
    alarmTopicArn,
    alarmEmail,
  }: Pick<LoginCodeStackProps, 'alarmTopicArn' | 'alarmEmail'>): ITopic | undefined {
    if (alarmTopicArn) return Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn);
    if (!alarmEmail) return undefined;
    const topic = new Topic(this, 'AlarmTopic', { enforceSSL: true });
    // A topic that has a policy loses the default one, which allows the whole account to publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    Validations.of(topic.addSubscription(new EmailSubscription(alarmEmail))).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'SNS itself delivers mail again, and somebody would have to watch a queue of lost alarms.',
    });
    return topic;
  }
}
