import type { Price } from './prices.ts';

/** What is charged by the month, as long as it is there. */
export const monthlyPrices = {
  wafAcl: {
    usd: 5,
    per: 1,
    unit: 'web ACL and month',
    source: 'https://c3x.dev/blog/aws-waf-cost-explained/',
    read: true,
  },
  /** A list of rules that AWS keeps counts as one. */
  wafRule: {
    usd: 1,
    per: 1,
    unit: 'rule and month',
    source: 'https://c3x.dev/blog/aws-waf-cost-explained/',
    read: true,
  },
  alarmMetric: {
    usd: 0.1,
    per: 1,
    unit: 'metric of an alarm and month; the first ten of an account are free',
    source: 'https://amazonwebshark.com/unexpected-cloudwatch-in-the-billing-area',
    read: true,
  },
  dashboard: {
    usd: 3,
    per: 1,
    unit: 'dashboard and month; the first three of an account are free',
    source: 'https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards.md',
    read: true,
  },
  customMetric: {
    usd: 0.3,
    per: 1,
    unit: 'metric and month, by the hours in which it is written; the first ten of an account are free',
    source: 'https://signoz.io/guides/cloudwatch-pricing',
    read: true,
  },
  kmsKey: {
    usd: 1,
    per: 1,
    unit: 'key and month',
    source: 'https://www.wring.co/blog/aws-kms-pricing-guide',
    read: true,
  },
  secret: {
    usd: 0.4,
    per: 1,
    unit: 'secret and month',
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
    read: false,
  },
} as const satisfies Record<string, Price>;
