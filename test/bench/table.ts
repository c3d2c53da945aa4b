import { billedMs } from '../../infra/cost/billed.ts';
import { priceOf, prices, readOn } from '../../infra/cost/prices.ts';
import { stated } from '../../infra/cost/stated.ts';
import { type Path, paths } from './calls.ts';
import type { Cold, Phases } from './cold.ts';
import { unitsOf } from './cost.ts';
import { billsOf, callsOf, type Figures, type Measured } from './figures.ts';

/** For people. Ratios stand beside what they may be at most. */
export function tableOf(measured: Measured, figures: Figures): string {
  const { send, bytes, items } = measured;
  const [least, most] = send.ratios;
  return [
    ...coldRows('a send', measured.cold, '0.62'),
    '',
    ...coldRows('verifying', measured.coldVerify, '0.65'),
    '',
    heading('send, µs of processor time', 'ours', 'floor', 'ratio', 'at most'),
    row('an accepted email', us(send.oursUs), us(send.floorUs), figures.send.ratio, '1.00'),
    row('  by pair of processes', '', '', `${least.toFixed(2)}–${most.toFixed(2)}`),
    row('  a connection for each mail', '', us(send.newConnectionUs), (send.oursUs / send.newConnectionUs).toFixed(3)),
    row('denied from memory, to a send', us(send.deniedWarmUs), '', figures.denied_warm.ratio_to_send, '0.05'),
    '',
    heading('code loaded, bytes', 'start', 'email', 'with sms', 'email at most'),
    row('', bytes.start, bytes.email, bytes.sms, 350_000),
    '',
    ...perPath(measured),
    '',
    `Items: ${Object.entries(items)
      .map(([kind, size]) => `${kind} ${size} bytes`)
      .join(', ')}.`,
    `Prices of us-east-1, read ${readOn}: infra/cost/prices.ts. What is billed is our processor time, held to its share, and waits that infra/cost/waits.ts states.`,
    budgets(measured),
    '',
  ].join('\n');
}

function coldRows(what: string, { how, share, ours, stock }: Cold, atMost: string): string[] {
  const against = (phase: keyof Phases) => [ms(ours[phase]), ms(stock[phase]), (ours[phase] / stock[phase]).toFixed(3)];
  return [
    heading(`${what}, cold, ms (medians)`, 'ours', 'stock', 'ratio', 'at most'),
    row('until the handler is there', ...against('initMs')),
    row(`first answer, at ${share.toFixed(3)} of a processor`, ...against('firstMs'), '0.35'),
    row(`both (${how})`, ...against('totalMs'), atMost),
  ];
}

function perPath(measured: Measured): string[] {
  const bills = billsOf(measured);
  const { taken, items } = measured;
  const services = Object.keys(bills.email) as (keyof typeof bills.email)[];
  return [
    heading('each request', ...paths),
    row('calls', ...paths.map((path) => callsOf(taken[path]))),
    row('write units', ...paths.map((path) => unitsOf(taken[path].keys, items))),
    row('log, bytes', ...paths.map((path) => us(taken[path].logBytes))),
    row('processor time, ms', ...paths.map((path) => ms(measured.timing.request[path]))),
    row('billed, ms', ...paths.map((path) => ms(billed(path, measured)))),
    '',
    heading('USD a million', ...paths),
    ...services.map((service) =>
      row(service.replaceAll('_', ' '), ...paths.map((path) => bills[path][service].toFixed(2))),
    ),
  ];
}

/** USD for a million accepted mails, outside SES and SNS: with WAF's requests and the budget's write, and without. */
const atMost = { outside_ses_and_sns: 8.3, without_waf_and_budget: 7 } as const;

const billed = (path: Path, { timing }: Measured): number => billedMs(path, timing, stated.memory * 1_024);

/** How far the billed time is from what would break the budgets. */
function budgets(measured: Measured): string {
  const bill = billsOf(measured).email;
  const now = billed('email', measured);
  const perMs = (bill.lambda - priceOf(1_000_000, prices.lambdaRequest)) / now;
  const until = (line: keyof typeof atMost) => Math.floor(now + (atMost[line] - bill[line]) / perMs);
  return (
    `Outside SES and SNS an email stays within $${atMost.outside_ses_and_sns} a million up to ` +
    `${until('outside_ses_and_sns')} billed ms, and within $${atMost.without_waf_and_budget} without WAF's requests and the ` +
    `budget's write up to ${until('without_waf_and_budget')}.`
  );
}

const width = { first: 38, other: 14 };
export const row = (first: string, ...others: readonly (string | number)[]): string =>
  first.padEnd(width.first) + others.map((other) => String(other).padStart(width.other)).join('');
export const heading = (first: string, ...others: readonly string[]): string => {
  const line = row(first, ...others);
  return `${line}\n${'─'.repeat(line.length)}`;
};

const ms = (value: number): string => value.toFixed(1);
const us = (value: number): string => value.toFixed(0);
