import { serviceNames } from '../../infra/stack/worst-day.ts';
import type { billsOf } from '../bench/figures.ts';
import { table } from './markdown.ts';

const columns = { email: 'an email is sent', sms: 'a text is sent', denied: 'a limit denies it' } as const;
const services = ['api_gateway', 'waf', 'lambda', 'dynamodb', 'cloudwatch_logs', 'xray', 'data_out'] as const;

/** To a tenth: the bytes of a line in the log differ by a few from run to run. */
const usd = (amount: number): string => (amount === 0 ? '–' : amount.toFixed(1));

/** What a million requests for a code cost, in USD, by service and by how they end. */
export function perMillionTable(bills: ReturnType<typeof billsOf>): string {
  const ends = Object.keys(columns) as (keyof typeof columns)[];
  const row = (service: keyof (typeof bills)['email'] & keyof typeof serviceNames) => [
    serviceNames[service],
    ...ends.map((end) => usd(bills[end][service])),
  ];
  return table([
    ['USD a million requests', ...Object.values(columns)],
    ...services.map(row),
    ['**together**', ...ends.map((end) => `**${usd(bills[end].outside_ses_and_sns)}**`)],
    row('ses'),
    row('sns'),
  ]);
}
