import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { routes } from '../../lib/http/routes.ts';
import { inLines } from './delivery/sender-records.ts';
import { AlarmTopic } from './monitoring/alarm-topic.ts';
import { LoginCodeService } from './service.ts';
import type { LoginCodeServiceProps } from './service-props.ts';
import { inOneLine, worstDayOf } from './worst-day.ts';

/** What the service takes, with ARNs and an address in place of constructs. */
export interface LoginCodeStackProps
  extends Omit<LoginCodeServiceProps, 'encryptionKey' | 'alarmTopic'>,
    Pick<StackProps, 'stackName' | 'env' | 'tags' | 'terminationProtection'> {
  /**
   * Your own key in KMS. It encrypts the table, the secrets and the logs, and its policy must allow that: see "Your own key"
   * in docs/deploying.md.
   * @default - keys of AWS
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
  /**
   * Encrypts the topic that is made for `alarmEmail` with the key too. If the key's policy does not allow CloudWatch to use
   * it, no alarm arrives, and nothing says so: therefore this is a choice of its own.
   * @default false
   */
  readonly encryptAlarms?: boolean;
}

/** A stack with the service and nothing else. Its outputs are what people and programs ask of a deployment. */
export class LoginCodeStack extends Stack {
  constructor(scope: Construct, id: string, { encryptionKeyArn, ...props }: LoginCodeStackProps) {
    const { stackName, env, tags, terminationProtection } = props;
    const description = 'login-code: one-time codes by email and SMS';
    super(scope, id, { stackName, env, tags, terminationProtection, description });
    const encryptionKey = encryptionKeyArn ? Key.fromKeyArn(this, 'Key', encryptionKeyArn) : undefined;
    const alarmTopic = this.#alarmTopic(props, encryptionKey);
    const service = new LoginCodeService(this, 'LoginCode', { ...props, encryptionKey, alarmTopic });
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
    // For the runbooks, whether they are made here or not.
    new CfnOutput(this, 'TableName', { description: 'Holds what is counted', value: service.table.tableName });
    new CfnOutput(this, 'IndexSecretArn', { description: "Makes the table's keys", value: service.indexSecretArn });
    new CfnOutput(this, 'CodeSecretArn', { description: 'Makes codes', value: service.codeSecretArn });
    if (service.senderRecords) {
      new CfnOutput(this, 'SenderRecords', {
        description: 'Records to make in DNS; until those for DKIM are there, SES refuses to send',
        value: inLines(service.senderRecords),
      });
    }
    if (service.domainTarget) {
      new CfnOutput(this, 'DomainTarget', { description: 'What the domain leads to', value: service.domainTarget });
    }
  }

  #alarmTopic(
    { alarmTopicArn, alarmEmail: email, encryptAlarms }: Omit<LoginCodeStackProps, 'encryptionKeyArn'>,
    encryptionKey: IKey | undefined,
  ): ITopic | undefined {
    if (alarmTopicArn) return Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn);
    if (!email) return undefined;
    return new AlarmTopic(this, 'AlarmTopic', { email, encryptionKey: encryptAlarms ? encryptionKey : undefined });
  }
}
