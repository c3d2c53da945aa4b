import { Duration } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { HeartbeatStep } from '../../../lib/core/heartbeat-steps.ts';
import type { Measurement } from '../../../lib/runtime/metrics.ts';
import type { SendConfig } from '../../../lib/settings/config.ts';
import { failedBeats } from './beats.ts';
import { counted, period, sum, total } from './counted.ts';
import { smsSpent } from './sms-limit.ts';

export interface Observed {
  /** The stage, or the API, which has only this one. */
  readonly answers: Pick<Stage, 'metricServerError' | 'metricLatency'>;
  readonly functions: readonly LambdaFunction[];
  readonly table: ITable;
  readonly serviceName: string;
  readonly channels: readonly Channel[];
  /** Those that are counted. */
  readonly budgets: readonly BudgetName[];
  /** The steps that a heartbeat takes; none where there is no heartbeat. */
  readonly beats: readonly HeartbeatStep[];
}

type BudgetName = Extract<Measurement, { readonly budget: unknown }>['budget'];

/** How a code is sent. */
export type Channel = Extract<Measurement, { readonly channel: unknown }>['channel'];

/** @internal */
type Channels = Pick<SendConfig, 'email' | 'sms'>;

/** @internal */
export const channelsOf = ({ email, sms }: Channels): readonly Channel[] => [
  ...(email ? ['email' as const] : []),
  ...(sms ? ['sms' as const] : []),
];

/** @internal */
export const budgetsOf = ({ email, sms }: Channels): readonly BudgetName[] => [
  ...(email?.budget ? ['email-budget' as const] : []),
  ...(sms ? ['sms-budget' as const] : []),
];

const hourly = { statistic: Stats.MAXIMUM, period: Duration.hours(1) };

export type Watched = ReturnType<typeof watch>;

/** What alarms and the dashboard look at. Undefined where a channel is off. */
export function watch({ answers, functions, table, serviceName, channels, budgets, beats }: Observed) {
  const [email, sms] = [channels.includes('email'), channels.includes('sms')];
  return {
    serverErrorPercent: new MathExpression({
      expression: `IF(errors >= ${minCases}, 100 * share, 0)`,
      usingMetrics: {
        errors: answers.metricServerError(sum),
        share: answers.metricServerError({ statistic: Stats.AVERAGE, period }),
      },
      label: '5xx, %',
      period,
    }),
    latency: answers.metricLatency({ statistic: Stats.percentile(99), period, label: 'p99, ms' }),
    emailFailurePercent: email ? failurePercent(serviceName, 'email') : undefined,
    smsFailurePercent: sms ? failurePercent(serviceName, 'sms') : undefined,
    wrongCodePercent: wrongCodePercent(serviceName, channels),
    bounceRate: email ? reputation('Reputation.BounceRate') : undefined,
    complaintRate: email ? reputation('Reputation.ComplaintRate') : undefined,
    smsSpent: sms ? smsSpent() : undefined,
    budgetHalfSpent:
      budgets.length === 0
        ? undefined
        : total(
            'budget',
            budgets.map((budget) => counted(serviceName, { metric: 'BudgetHalfSpent', budget })),
          ),
    pumpingSuspected: sms
      ? total(
          'suspected',
          (['country', 'block'] as const).map((scope) => counted(serviceName, { metric: 'PumpingSuspected', scope })),
        )
      : undefined,
    heartbeat: failedBeats(serviceName, beats),
    tableThrottled: counted(serviceName, { metric: 'TableThrottled' }),
    tableErrors: total(
      'errors',
      operations(sms).map((operation) => systemErrors(table, operation)),
    ),
    functionErrors: total(
      'errors',
      functions.map((each) => each.metricErrors(sum)),
    ),
    functionThrottles: total(
      'throttles',
      functions.map((each) => each.metricThrottles(sum)),
    ),
  };
}

/** A percentage of fewer cases in a period means nothing. */
const minCases = 5;

/** The share of messages that SES or SNS refused, or did not confirm. */
const failurePercent = (serviceName: string, channel: Channel): IMetric =>
  new MathExpression({
    // A count is missing in a period without any. SUM skips what is missing; with + the result would be missing too.
    expression: `IF(SUM([failed, unknown]) >= ${minCases}, 100 * SUM([failed, unknown]) / SUM([failed, unknown, sent]), 0)`,
    usingMetrics: {
      failed: counted(serviceName, { metric: 'DeliveryFailed', channel }),
      unknown: counted(serviceName, { metric: 'DeliveryUnknown', channel }),
      sent: counted(serviceName, { metric: 'Sent', channel }),
    },
    label: `${channel} not delivered, %`,
    period,
  });

/** Fewer in a period are people who mistype, or one caller within its limits. */
const minWrongCodes = 50;

/** The share of checked codes that were wrong. */
function wrongCodePercent(serviceName: string, channels: readonly Channel[]): IMetric {
  const each = (metric: 'Verified' | 'VerifyFailed', name: string) =>
    Object.fromEntries(channels.map((channel) => [`${name}_${channel}`, counted(serviceName, { metric, channel })]));
  const [wrong, right] = [each('VerifyFailed', 'wrong'), each('Verified', 'right')];
  const sumOf = (...metrics: readonly object[]) => `SUM([${metrics.flatMap(Object.keys).join(', ')}])`;
  return new MathExpression({
    expression: `IF(${sumOf(wrong)} >= ${minWrongCodes}, 100 * ${sumOf(wrong)} / ${sumOf(wrong, right)}, 0)`,
    usingMetrics: { ...wrong, ...right },
    label: 'wrong codes, %',
    period,
  });
}

/** SES reports it for the whole account and region, and suspends the whole account. */
const reputation = (metricName: string): Metric => new Metric({ namespace: 'AWS/SES', metricName, ...hourly });

/** Every operation that a function may do. Only the guard of texts reads many at once. */
const operations = (sms: boolean): readonly string[] => [
  ...(sms ? ['BatchGetItem'] : []),
  ...['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'],
];

const systemErrors = (table: ITable, operation: string): Metric =>
  table.metric('SystemErrors', { ...sum, dimensionsMap: { TableName: table.tableName, Operation: operation } });
