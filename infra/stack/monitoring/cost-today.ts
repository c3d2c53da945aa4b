import { Duration } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { priceOf, prices } from '../../cost/prices.ts';
import { counted } from './counted.ts';

/** Of the UTC day. */
const today = { statistic: Stats.SUM, period: Duration.days(1) };

/** What API Gateway and the firewall take for today's requests, in USD at list prices. Lambda and the rest are about as much again. */
export const requestsCostToday = (stage: Stage, firewall: boolean): IMetric =>
  new MathExpression({
    expression: `requests * ${usd(priceOf(1, prices.restApi) + (firewall ? priceOf(1, prices.wafRequest) : 0))}`,
    usingMetrics: { requests: stage.metricCount(today) },
    label: firewall ? 'requests, API Gateway and WAF' : 'requests, API Gateway',
    period: today.period,
  });

/** What SES takes for today's emails. */
export const emailsCostToday = (serviceName: string): IMetric =>
  new MathExpression({
    expression: `sent * ${usd(priceOf(1, prices.sesMail))}`,
    usingMetrics: { sent: counted(serviceName, { metric: 'Sent', channel: 'email' }, today) },
    label: 'emails, SES',
    period: today.period,
  });

/** As CloudWatch takes a number, without an exponent. */
const usd = (amount: number): string => amount.toFixed(7);
