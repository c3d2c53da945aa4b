import { Stack, Validations } from 'aws-cdk-lib';
import { Effect, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** Lets the function text numbers, and publish to nothing else. */
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
    { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'SNS knows a phone number by no ARN: only * allows one.' },
    {
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sns:*:*:*]',
      reason: 'A denial: whatever has an ARN is a topic, and none may be published to.',
    },
  );
}
