import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type Measurement, metricNamespace } from '../../../lib/runtime/metrics.ts';

export const period = Duration.minutes(5);
export const sum = { statistic: Stats.SUM, period };

/** A metric that the functions write (`lib/runtime/metrics.ts`), in periods of five minutes unless told otherwise. */
export function counted(serviceName: string, measurement: Measurement, options: MetricOptions = {}): Metric {
  const { metric: metricName, ...kind } = measurement;
  const dimensionsMap = { service: serviceName, ...kind };
  return new Metric({ namespace: metricNamespace, metricName, dimensionsMap, ...sum, ...options });
}

/** Of several metrics, in periods of five minutes. */
export function total(label: string, metrics: readonly IMetric[]): IMetric {
  const usingMetrics = Object.fromEntries(metrics.map((metric, i) => [`${label}${i}`, metric]));
  return new MathExpression({
    expression: `SUM([${Object.keys(usingMetrics).join(', ')}])`,
    usingMetrics,
    label,
    period,
  });
}
