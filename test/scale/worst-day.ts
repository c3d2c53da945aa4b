import { totalOf, type WorstDay } from '../../infra/cost/worst-day.ts';
import { serviceNames, usd, worstDayOf } from '../../infra/stack/worst-day.ts';
import { table } from './markdown.ts';

const boundedBy: Readonly<Record<keyof WorstDay, string>> = {
  api_gateway: 'the ceilings of its methods, which follow `requestsPerSecond`; what it refuses is free',
  waf: 'nothing here: 10,000 requests a second',
  lambda: "the API's ceilings",
  dynamodb: "the table's maximum throughput, which follows `requestsPerSecond`",
  cloudwatch_logs: "the API's ceilings, and the access log of 10,000 requests a second",
  xray: "the API's ceilings",
  data_out: "the API's ceilings, and the refusals of 10,000 requests a second",
  kms: '`EMAIL_BUDGET` and `SMS_COUNTRIES`: one signature for each message',
  ses: '`EMAIL_BUDGET`, 50,000 a day',
  sns: '`SMS_COUNTRIES`, at `SMS_MAX_PRICE` or 0.50 USD a text',
};

const settings = { emailFrom: 'login@example.com' };

const columns: Readonly<Record<string, WorstDay>> = {
  'the defaults': worstDayOf({ settings }),
  '`firewall=false`': worstDayOf({ settings, firewall: false }),
  '`requestsPerSecond=50`': worstDayOf({ settings, requestsPerSecond: 50 }),
  '`smsCountries=US=5000`': worstDayOf({ settings: { ...settings, smsCountries: 'US=5000' } }),
};

/** What a flood can cost, in USD, by service and by settings. */
export const worstDayTable = (): string =>
  table([
    ['USD in a UTC day', ...Object.keys(columns), 'bounded by'],
    ...Object.entries(serviceNames).map(([service, name]) => [
      name,
      ...Object.values(columns).map((day) => usd(day[service as keyof WorstDay])),
      boundedBy[service as keyof WorstDay],
    ]),
    ['**together**', ...Object.values(columns).map((day) => `**${usd(totalOf(day))}**`), ''],
  ]);

/** As README and docs/deploying.md say it. */
export const worstDayOfDefaults = (): string => `${usd(totalOf(worstDayOf({ settings })))} USD`;
