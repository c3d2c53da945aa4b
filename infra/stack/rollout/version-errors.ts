import { Duration } from 'aws-cdk-lib';
import { type Alarm, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { createAlarm } from '../monitoring/alarm.ts';

/**
 * The crashes and timeouts of a new version alone, while it has a part of the requests: those of the version before it must
 * not keep a mended one out.
 */
export function alarmOfVersion(
  scope: Construct,
  { lambda: { functionName }, aliasName, version }: Alias,
): Alarm | undefined {
  return createAlarm(scope, 'function-errors', {
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensionsMap: {
        FunctionName: functionName,
        // Not the ARN of the alias, which waits for this alarm.
        Resource: `${functionName}:${aliasName}`,
        ExecutedVersion: version.version,
      },
      statistic: Stats.SUM,
      period: Duration.minutes(1),
      label: 'errors of the new version',
    }),
    above: 0,
    means: 'A version that is being rolled out crashed or ran out of time, and is taken back.',
  });
}
