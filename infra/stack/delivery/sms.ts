import { Stack, Validations } from 'aws-cdk-lib';
import { Effect, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** Lets the function send texts to phone numbers, and publish to nothing else. */
export function grantSms(scope: Construct, id: string, { role }: LambdaFunction): void {
  const actions = ['sns:Publish'];
  const topics = Stack.of(scope).formatArn({ service: 'sns', region: '*', account: '*', resource: '*' });
  const policy = new Policy(scope, id, {
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
