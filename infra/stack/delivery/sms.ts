import { Stack, Token, Validations } from 'aws-cdk-lib';
import { Effect, type Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Sms } from '../../../lib/settings/sms.ts';
import { policyOf } from '../policy-of.ts';
import { sendersAllowed } from './sms-senders.ts';

/** Lets the one function send texts, and the other say that they were received. */
export function grantSms(scope: Construct, send: LambdaFunction, verify: LambdaFunction, sms: Sms): void {
  if (sms.service === 'sns') grantPublish(scope, send);
  else grantSendText(scope, send, sms);
  if (sms.feedback) grantFeedback(scope, verify);
}

/** To phone numbers, and to nothing else. */
function grantPublish(scope: Construct, send: LambdaFunction): void {
  const actions = ['sns:Publish'];
  const topics = Stack.of(scope).formatArn({ service: 'sns', region: '*', account: '*', resource: '*' });
  const policy = policyOf(scope, 'SendSms', send, [
    new PolicyStatement({ actions, resources: ['*'] }), // numbers have no ARN
    new PolicyStatement({ effect: Effect.DENY, actions, resources: [topics] }),
  ]);
  Validations.of(policy).acknowledge(
    { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'Phone numbers have no ARN, so only * allows them.' },
    {
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sns:*:*:*]',
      reason: 'This denies: everything that has an ARN is a topic, and the function may publish to none.',
    },
  );
}

/** From the senders in the settings, and under the protect configuration there. */
function grantSendText(scope: Construct, send: LambdaFunction, sms: Sms): void {
  const names = sendersAllowed(sms);
  const policy = policyOf(scope, 'SendText', send, [
    new PolicyStatement({
      actions: ['sms-voice:SendTextMessage'],
      resources: names.map((name) => (isWhole(name) ? name : arnOf(scope, name))),
    }),
  ]);
  const reason =
    'The ARN of a number has an id that only AWS knows, a sender that is for all countries has one ARN in each, and where ' +
    'the settings name no sender, AWS chooses one.';
  for (const name of names) if (name.endsWith('*')) acknowledgeWildcard(policy, name, reason);
}

function grantFeedback(scope: Construct, verify: LambdaFunction): void {
  const messages = 'message/*';
  const policy = policyOf(scope, 'TellReceived', verify, [
    new PolicyStatement({ actions: ['sms-voice:PutMessageFeedback'], resources: [arnOf(scope, messages)] }),
  ]);
  acknowledgeWildcard(policy, messages, 'Each message has an ARN of its own.');
}

const isWhole = (name: string): boolean => name === '*' || name.startsWith('arn:');

const arnOf = (scope: Construct, resource: string): string =>
  Stack.of(scope).formatArn({ service: 'sms-voice', resource });

/** The rule writes placeholders, unless the stack is told where it goes. */
function acknowledgeWildcard(policy: Policy, name: string, reason: string): void {
  const { region, account } = Stack.of(policy);
  const named = (value: string, pseudo: string) => (Token.isUnresolved(value) ? `<AWS::${pseudo}>` : value);
  const prefix = `arn:<AWS::Partition>:sms-voice:${named(region, 'Region')}:${named(account, 'AccountId')}:`;
  const ofRule = isWhole(name) ? name : `${partitioned(policy, prefix)}${name}`;
  Validations.of(policy).acknowledge({ id: `AwsSolutions-IAM5[Resource::${ofRule}]`, reason });
}

const partitioned = (policy: Policy, prefix: string): string => {
  const { partition } = Stack.of(policy);
  return Token.isUnresolved(partition) ? prefix : prefix.replace('<AWS::Partition>', partition);
};
