import { Duration } from 'aws-cdk-lib';
import { Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type Measurement, metricNamespace } from '../../../lib/runtime/metrics.ts';

const sum = { statistic: Stats.SUM, period: Duration.minutes(5) };

/** A metric that the functions write (`lib/runtime/metrics.ts`), in periods of five minutes unless told otherwise. */
export function counted(serviceName: string, measurement: Measurement, options: MetricOptions = {}): Metric {
  const { metric: metricName, ...kind } = measurement;
  const dimensionsMap = { service: serviceName, ...kind };
  return new Metric({ namespace: metricNamespace, metricName, dimensionsMap, ...sum, ...options });
}
