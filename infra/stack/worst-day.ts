import { prices } from '../cost/prices.ts';
import { totalOf, type WorstDay, worstDay } from '../cost/worst-day.ts';
import { defaultRequestsPerSecond, letThrough, throughput } from './capacity.ts';
import type { LoginCodeServiceProps } from './service-props.ts';
import { configOf } from './settings.ts';

const aDay = 24 * 60 * 60;

/** What a flood can cost a service with these settings in a UTC day. */
export function worstDayOf({
  settings,
  requestsPerSecond = defaultRequestsPerSecond,
  firewall = true,
  apiReference = false,
}: Pick<LoginCodeServiceProps, 'settings' | 'requestsPerSecond' | 'firewall' | 'apiReference'>): WorstDay {
  const { email, sms } = configOf(settings);
  const { maxWriteUnits: writeUnits, maxReadUnits: readUnits } = throughput(requestsPerSecond);
  const sends = requestsPerSecond * aDay;
  return worstDay({
    requests: letThrough(requestsPerSecond, apiReference),
    writeUnits,
    readUnits,
    firewall,
    mails: email ? Math.min(email.budget ?? sends, sends) : 0,
    texts: Math.min(
      [...(sms?.budgets.values() ?? [])].reduce((sum, max) => sum + max, 0),
      sends,
    ),
    usdPerText: Number(sms?.maxPrice ?? prices.dearestText.usd),
  });
}

export const serviceNames = {
  api_gateway: 'API Gateway',
  waf: 'WAF',
  lambda: 'Lambda',
  dynamodb: 'DynamoDB',
  cloudwatch_logs: 'CloudWatch Logs',
  xray: 'X-Ray',
  data_out: 'data out',
  kms: 'KMS',
  ses: 'SES',
  sns: 'SNS',
} as const satisfies Record<keyof WorstDay, string>;

/** Rounded up, so that the sum is no less than its parts say. */
export function inOneLine(day: WorstDay): string {
  const services = Object.entries(serviceNames)
    .filter(([service]) => day[service as keyof WorstDay] > 0)
    .map(([service, name]) => `${name} ${usd(day[service as keyof WorstDay])}`);
  return `At most ${usd(totalOf(day))} USD in a UTC day: ${services.join(', ')}`;
}

export const usd = (amount: number): string => Math.ceil(amount).toLocaleString('en');
