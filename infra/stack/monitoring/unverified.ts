import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { counted } from './counted.ts';
import type { Channel } from './metrics.ts';

const options = { period: Duration.minutes(15) };

/** Fewer codes than this in a quarter of an hour may well be of people who went away. */
const minCodes = 10;

/** 1 if codes were sent and none came back. SUM skips what is missing, and nothing is written where nothing is verified. */
export const unverified = (serviceName: string, channel: Channel): IMetric =>
  new MathExpression({
    expression: `IF(SUM([sent]) >= ${minCodes}, IF(SUM([sent, verified]) > SUM([sent]), 0, 1), 0)`,
    usingMetrics: {
      sent: counted(serviceName, { metric: 'Sent', channel }, options),
      verified: counted(serviceName, { metric: 'Verified', channel }, options),
    },
    label: `${channel}: sent, and none verified`,
    ...options,
  });
