import { type Demand, emailOnly, type Limit, perPartition, shared } from './limits.ts';
import { number, table } from './markdown.ts';

const rates = [1, 1_000, 50_000];

export interface Demands {
  readonly email: Demand;
  readonly sms: Demand;
}

/** What stands between the page's two marks. */
export const tables = ({ email, sms }: Demands): string =>
  [
    '### Email',
    ...taken(email, [...shared, ...emailOnly]),
    '### SMS',
    ...taken(sms, shared),
    '### Which gives first',
    'At how many sends a second each is used up, unless it is raised, the first one first.',
    ...order({ email, sms }),
  ].join('\n\n');

/** Bold where it is more than there is. */
function taken(demand: Demand, limits: readonly Limit[]): string[] {
  const cell = (limit: Limit, sends: number): string => {
    const amount = limit.taken(demand, sends);
    return amount > limit.most ? `**${number(amount)}**` : number(amount);
  };
  const partitions = (sends: number) => number(Math.ceil((sends * demand.writeUnits) / perPartition));
  return [
    table([
      ['', ...rates.map((rate) => `${number(rate)}/s`), 'there is', 'of'],
      ...limits.map((limit) => [limit.name, ...rates.map((rate) => cell(limit, rate)), number(limit.most), limit.unit]),
      [
        'DynamoDB partitions',
        ...rates.map(partitions),
        '',
        `of ${number(perPartition)} write units a second each; DynamoDB makes them`,
      ],
    ]),
  ];
}

function order({ email, sms }: Demands): string[] {
  const rows = [
    ...shared.map((limit) => ({ limit, email: usedUpAt(limit, email), sms: usedUpAt(limit, sms) })),
    ...emailOnly.map((limit) => ({ limit, email: usedUpAt(limit, email), sms: Number.POSITIVE_INFINITY })),
  ].toSorted((one, other) => Math.min(one.email, one.sms) - Math.min(other.email, other.sms));
  return [
    table([
      ['', 'email/s', 'SMS/s', 'what to raise', 'where that is written'],
      ...rows.map(({ limit, ...at }) => [limit.name, sends(at.email), sends(at.sms), limit.raise, sourceOf(limit)]),
    ]),
  ];
}

/** The most sends a second that it allows. All grow with them, but for what never reaches its limit. */
export function usedUpAt({ most, taken }: Limit, demand: Demand): number {
  const unlimited = 1e9;
  if (taken(demand, unlimited) <= most) return Number.POSITIVE_INFINITY;
  return Math.floor(most / taken(demand, 1));
}

const sends = (count: number): string => (Number.isFinite(count) ? number(count) : '–');
const sourceOf = ({ source }: Limit): string => (source.startsWith('https:') ? `[AWS](${source})` : `\`${source}\``);
