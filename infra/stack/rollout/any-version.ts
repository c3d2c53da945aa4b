import { CfnFunction, type IFunction } from 'aws-cdk-lib/aws-lambda';

/** What cdk-nag calls a permission for every version of a function. */
export function anyVersionRule({ node, stack }: IFunction): string {
  const { defaultChild } = node;
  if (!(defaultChild instanceof CfnFunction)) throw new Error('A function of this stack is needed');
  return `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(defaultChild)}.Arn>:*]`;
}
