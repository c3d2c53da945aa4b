import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Limiter } from '../../../lib/core/limiters.ts';
import { metricNamespace } from '../../../lib/runtime/metrics.ts';
import { counted, period, sum } from './counted.ts';

/** Of the limiter that denies most. The dashboard shows which it is. */
export function mostDenied(serviceName: string, limiters: readonly Limiter[]): IMetric {
  const usingMetrics = Object.fromEntries(
    limiters.map((limit) => [limit.replaceAll('-', '_'), counted(serviceName, { metric: 'Denied', limit })]),
  );
  return new MathExpression({
    expression: `MAX([${Object.keys(usingMetrics).join(', ')}])`,
    usingMetrics,
    label: 'denied by one limiter',
    period,
  });
}

/** Requests that the API's own ceiling refused. API Gateway counts them with every other 4xx, so the access log is read. */
export function gatewayThrottled(accessLogs: ILogGroup, serviceName: string): IMetric {
  // Without a dimension, which a filter could only take from the line: so two services are told apart by the name.
  const metricName = `GatewayThrottled-${serviceName}`;
  new MetricFilter(accessLogs, 'Throttled', {
    logGroup: accessLogs,
    filterPattern: FilterPattern.stringValue('$.gateway_error', '=', 'THROTTLED'),
    metricNamespace,
    metricName,
  });
  return new Metric({ namespace: metricNamespace, metricName, ...sum, label: 'refused by the ceiling' });
}

/** Requests that the firewall blocked, by any of its rules. `acl` is the name under which the firewall counts. */
export const firewallBlocked = (acl: string, region: string): IMetric =>
  new Metric({
    namespace: 'AWS/WAFV2',
    metricName: 'BlockedRequests',
    dimensionsMap: { WebACL: acl, Region: region, Rule: 'ALL' },
    ...sum,
    label: 'blocked by the firewall',
  });
