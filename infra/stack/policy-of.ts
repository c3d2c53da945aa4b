import { Policy, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** A policy of its own for a function's role, on which a wildcard can be explained. */
export const policyOf = (
  scope: Construct,
  id: string,
  { role }: LambdaFunction,
  statements: PolicyStatement[],
): Policy => new Policy(scope, id, { statements, ...(role && { roles: [role] }) });
