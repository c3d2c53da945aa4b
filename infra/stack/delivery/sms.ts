import { Stack, Validations } from 'aws-cdk-lib';
import { Effect, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Sms } from '../../../lib/settings/sms.ts';
import { sendersAllowed } from './sms-senders.ts';

/** Lets the one function send texts, and the other say that they were received. */
export function grantSms(scope: Construct, send: LambdaFunction, verify: LambdaFunction, sms: Sms): void {
  if (sms.service === 'sns') grantPublish(scope, send);
  else grantSendText(scope, send, sms);
  if (sms.feedback) grantFeedback(scope, verify);
}

/** To phone numbers, and to nothing else. */
function grantPublish(scope: Construct, { role }: LambdaFunction): void {
  const actions = ['sns:Publish'];
  const topics = Stack.of(scope).formatArn({ service: 'sns', region: '*', account: '*', resource: '*' });
  const policy = new Policy(scope, 'SendSms', {
    statements: [
      new PolicyStatement({ actions, resources: ['*'] }), // numbers have no ARN
      new PolicyStatement({ effect: Effect.DENY, actions, resources: [topics] }),
    ],
    ...(role && { roles: [role] }),
  });
  Validations.of(policy).acknowledge(
    { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'Phone numbers have no ARN, so only * allows them.' },
    {
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sns:*:*:*]',
      reason: 'This denies: everything that has an ARN is a topic, and the function may publish to none.',
    },
  );
}

/** From the senders in the settings, and under the protect configuration there. */
function grantSendText(scope: Construct, { role }: LambdaFunction, sms: Sms): void {
  const arnOf = (name: string) => Stack.of(scope).formatArn({ service: 'sms-voice', resource: name });
  const resources = sendersAllowed(sms).map((name) => (name.startsWith('arn:') || name === '*' ? name : arnOf(name)));
  const policy = new Policy(scope, 'SendText', {
    statements: [new PolicyStatement({ actions: ['sms-voice:SendTextMessage'], resources })],
    ...(role && { roles: [role] }),
  });
  const reason =
    'The ARN of a number has an id that only AWS knows, and without a sender in the settings AWS chooses one.';
  acknowledgeWildcards(policy, reason);
}

function grantFeedback(scope: Construct, { role }: LambdaFunction): void {
  const messages = Stack.of(scope).formatArn({ service: 'sms-voice', resource: 'message/*' });
  const policy = new Policy(scope, 'TellReceived', {
    statements: [new PolicyStatement({ actions: ['sms-voice:PutMessageFeedback'], resources: [messages] })],
    ...(role && { roles: [role] }),
  });
  acknowledgeWildcards(policy, 'Each message has an ARN of its own.');
}

function acknowledgeWildcards(policy: Policy, reason: string): void {
  Validations.of(policy).acknowledge({ id: 'AwsSolutions-IAM5', reason });
}
