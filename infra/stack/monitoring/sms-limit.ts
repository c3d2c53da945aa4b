import { Duration, Validations } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { policyOf } from '../policy-of.ts';
import { counted } from './counted.ts';

const period = Duration.hours(1);

/** What the account has spent on texts this month, in USD. SNS tells it now and then. */
export const smsSpent = (): Metric =>
  new Metric({
    namespace: 'AWS/SNS',
    metricName: 'SMSMonthToDateSpentUSD',
    statistic: Stats.MAXIMUM,
    period,
    label: 'USD this month',
  });

/** The share of the account's own limit that is spent, where a heartbeat reads that limit. */
export const smsLimitPercent = (serviceName: string): IMetric =>
  new MathExpression({
    expression: 'IF(limit > 0, 100 * spent / limit, 100)', // with a limit of 0, nothing is sent
    usingMetrics: {
      spent: smsSpent(),
      limit: counted(serviceName, { metric: 'SmsLimit' }, { statistic: Stats.MINIMUM, period }),
    },
    label: "of the account's limit for texts, %",
    period,
  });

/** Lets the heartbeat read what the account may spend on texts. */
export function grantReadSmsLimit(scope: Construct, heartbeat: LambdaFunction): void {
  const policy = policyOf(scope, 'ReadSmsLimit', heartbeat, [
    new PolicyStatement({ actions: ['sns:GetSMSAttributes'], resources: ['*'] }),
  ]);
  Validations.of(policy).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: "The account's settings for texts have no ARN, so only * allows to read them.",
  });
}
