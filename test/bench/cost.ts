import { lambdaUsd } from '../../infra/cost/billed.ts';
import { priceOf, prices } from '../../infra/cost/prices.ts';
import { stated } from '../../infra/cost/stated.ts';
import { kindOf, writeUnits } from './items.ts';

/** What one request takes of each service. */
export interface Used {
  /** GiB. */
  readonly memory: number;
  readonly billedMs: number;
  readonly writeUnits: number;
  /** Those of them that count the message in a budget. */
  readonly budgetUnits: number;
  readonly logBytes: number;
  readonly responseBytes: number;
  readonly sent: 'email' | 'sms' | undefined;
}

const million = 1_000_000;

/** One line a service, in USD. */
export type Bill = ReturnType<typeof usdPerMillion>;

/** Without what costs by the month: secrets, alarms, metrics, the dashboard, what is stored. */
export function usdPerMillion({ memory, billedMs, writeUnits, budgetUnits, logBytes, responseBytes, sent }: Used) {
  const services = {
    api_gateway: priceOf(million, prices.restApi),
    waf: priceOf(million, prices.wafRequest),
    lambda: lambdaUsd(billedMs, memory * 1_024),
    dynamodb: priceOf(million * writeUnits, prices.dynamoDbWrite),
    cloudwatch_logs: priceOf(million * logBytes, prices.logsIngested),
    xray: priceOf(million * stated.traced, prices.xrayTrace),
    data_out: priceOf(million * responseBytes, prices.dataOut),
  };
  const delivery = {
    ses: sent === 'email' ? priceOf(million, prices.sesMail) : 0,
    sns: sent === 'sms' ? priceOf(million, prices.snsText) : 0,
  };
  const total = (lines: Readonly<Record<string, number>>): number =>
    Object.values(lines).reduce((sum, usd) => sum + usd, 0);
  const outside = total(services);
  const door = services.waf + priceOf(million * budgetUnits, prices.dynamoDbWrite);
  return {
    ...services,
    ...delivery,
    outside_ses_and_sns: outside,
    /** With `firewall=false`, and without the write of a budget. */
    without_waf_and_budget: outside - door,
    total: outside + total(delivery),
  };
}

/** `keys` of the items that are written, however often each: a condition that fails is charged like a write. */
export const unitsOf = (keys: readonly string[], bytes: Readonly<Record<string, number>>): number =>
  keys.reduce((units, key) => units + writeUnits(bytes[kindOf(key)] ?? Number.NaN), 0);

/** Of those keys, the ones of budgets. */
export const budgetsAmong = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => ['email', 'sms'].includes(kindOf(key)));
