import { heartbeatMonthly } from '../../infra/cost/heartbeat.ts';
import { keptIn, monthly } from '../../infra/cost/monthly.ts';
import { monthlyPrices } from '../../infra/cost/monthly-prices.ts';
import { priceOf } from '../../infra/cost/prices.ts';
import { emailEventKinds } from '../../lib/core/email-event.ts';
import { stepsOf } from '../../lib/core/heartbeat-steps.ts';
import { limiters } from '../../lib/core/limiters.ts';
import { metrics } from '../../lib/runtime/metrics.ts';
import { mailOnly, propertiesOf, synthesize } from '../support/synthesis.ts';
import { table } from './markdown.ts';

type Context = Readonly<Record<string, string>>;

const columns: Readonly<Record<string, Context>> = {
  'the defaults': mailOnly,
  '`firewall=false`': { ...mailOnly, firewall: 'false' },
  'email and SMS': { ...mailOnly, smsCountries: 'US=5000' },
};

const words = {
  wafAcl: 'firewall',
  wafRule: 'rules of the firewall',
  alarmMetric: 'metrics that alarms watch',
  dashboard: 'dashboard',
  kmsKey: 'signing key',
  secret: 'secrets',
} as const;

const usd = (amount: number): string => amount.toFixed(2);
const sumOf = (amounts: object): number => Object.values(amounts).reduce((sum, amount) => sum + amount, 0);

/** Every metric that the functions can write, that SES writes of our mail, and that a log is filtered for. Those of the heartbeat are written always. */
function customMetrics(context: Context): number {
  const channels = context.smsCountries ? 2 : 1;
  const withoutSms = limiters.filter((name) => !name.startsWith('sms')).length;
  const values = {
    event: emailEventKinds.length,
    channel: channels,
    budget: channels,
    limit: channels === 2 ? limiters.length : withoutSms,
    scope: channels === 2 ? 2 : 0,
    step: 0,
  };
  const { SmsLimit, ...others } = metrics;
  const ours = Object.values(others).map(({ by }) => (by === undefined ? 1 : values[by]));
  const template = synthesize(context);
  const destinations = Object.values(propertiesOf(template, 'AWS::SES::ConfigurationSetEventDestination'));
  const filters = Object.values(propertiesOf(template, 'AWS::Logs::MetricFilter'));
  return (
    sumOf(ours) + sumOf(destinations.map((each) => each.EventDestination.MatchingEventTypes.length)) + filters.length
  );
}

/** What the stack costs by the month, in USD, by what is in its template. */
export function monthlyTable(): string {
  const stacks = Object.values(columns).map((context) => keptIn(synthesize(context).toJSON().Resources));
  const cell = (count: number, amount: number) => (count === 0 ? '–' : `${count} × ${usd(amount / count)}`);
  const rows = Object.entries(words).map(([what, word]) => {
    const name = what as keyof typeof words;
    return [word, ...stacks.map((kept) => cell(kept[name], monthly(kept)[name]))];
  });
  const beatMetrics = ({ emailFrom, smsCountries }: Context) =>
    stepsOf({ sendsEmail: emailFrom !== undefined }).length + (smsCountries === undefined ? 0 : 1);
  const beaten = Object.values(columns).map((context) => priceOf(beatMetrics(context), monthlyPrices.customMetric));
  const beats = Object.values(columns).map((context) =>
    heartbeatMonthly({ firewall: context.firewall !== 'false', email: context.emailFrom !== undefined }),
  );
  const written = Object.values(columns).map((context) => {
    const count = customMetrics(context);
    return cell(count, priceOf(count, monthlyPrices.customMetric));
  });
  return table([
    ['USD a month', ...Object.keys(columns)],
    ...rows,
    [
      'metrics of the heartbeat',
      ...Object.values(columns).map((context, i) => cell(beatMetrics(context), beaten[i] ?? 0)),
    ],
    ['runs of the heartbeat', ...beats.map((amount) => usd(amount))],
    [
      '**together, when nobody signs in**',
      ...stacks.map((kept, i) => `**${usd(sumOf(monthly(kept)) + (beats[i] ?? 0) + (beaten[i] ?? 0))}**`),
    ],
    ['own metrics, at most', ...written],
  ]);
}
