import { billedMs } from '../../infra/cost/billed.ts';
import { measured } from '../../infra/cost/measured.ts';
import { stated } from '../../infra/cost/stated.ts';
import { defaultRequestsPerSecond, throughput } from '../../infra/stack/capacity.ts';

/** What one send of a kind asks of what is limited. */
export interface Demand {
  readonly writeUnits: number;
  /** Writes of one item that all sends of a day share, or all to one country. */
  readonly sharedWrites: number;
  readonly billedMs: number;
}

export interface Limit {
  readonly name: string;
  /** What there is of it before anyone asks for more. */
  readonly most: number;
  readonly unit: string;
  /** What so many sends a second take of it. */
  readonly taken: (demand: Demand, sendsPerSecond: number) => number;
  readonly raise: string;
  readonly source: string;
}

const docs = 'https://docs.aws.amazon.com';

/** Secrets are read at start and once an hour: two secrets, one of them in two versions. */
const secretCalls = 3;
/** Of containers, in ten seconds. */
const startedAtMost = 1_000;

export const shared: readonly Limit[] = [
  {
    name: 'API Gateway',
    most: 10_000,
    unit: 'requests a second, account and region',
    taken: (_, sends) => sends,
    raise: 'Service Quotas',
    source: `${docs}/apigateway/latest/developerguide/limits.html`,
  },
  {
    name: "The API's own throttle",
    most: defaultRequestsPerSecond,
    unit: 'requests a second, as deployed by default',
    taken: (_, sends) => sends,
    raise: '`requestsPerSecond`: [the worst day](#the-worst-day) grows with it',
    source: 'infra/stack/capacity.ts',
  },
  {
    name: 'Lambda',
    most: 1_000,
    unit: 'requests at once, account and region',
    taken: ({ billedMs }, sends) => (sends * billedMs) / 1_000,
    raise: 'Service Quotas. A new account has fewer',
    source: `${docs}/lambda/latest/dg/gettingstarted-limits.html`,
  },
  {
    name: "The table's own maximum",
    most: throughput(defaultRequestsPerSecond).maxWriteUnits,
    unit: 'write units a second, as deployed by default',
    taken: ({ writeUnits }, sends) => sends * writeUnits,
    raise: `\`requestsPerSecond\` again: the maximum is ${throughput(1).maxWriteUnits} times that, up to 39,999`,
    source: 'infra/stack/capacity.ts',
  },
  {
    name: 'DynamoDB, a new table',
    most: 4_000,
    unit: 'write units a second, before it has split',
    taken: ({ writeUnits }, sends) => sends * writeUnits,
    raise: 'grow over 30 minutes at most twofold, or set warm throughput beforehand',
    source: `${docs}/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html`,
  },
  {
    name: 'DynamoDB, any table',
    most: 40_000,
    unit: 'write units a second',
    taken: ({ writeUnits }, sends) => sends * writeUnits,
    raise: 'Service Quotas',
    source: `${docs}/amazondynamodb/latest/developerguide/ServiceQuotas.html`,
  },
  {
    name: 'DynamoDB, one item',
    most: 1_000,
    unit: 'write units a second; all mails of a day count in one item, and all texts to a country',
    taken: ({ sharedWrites }, sends) => sends * sharedWrites,
    raise: '`emailBudget=off`, for mail. No quota: the counter would have to be split into shares of the budget',
    source: `${docs}/amazondynamodb/latest/developerguide/bp-partition-key-design.html`,
  },
  {
    name: 'Secrets Manager',
    most: 10_000,
    unit: 'GetSecretValue a second, while containers start as fast as they can',
    taken: ({ billedMs }, sends) => (Math.min((sends * billedMs) / 1_000, startedAtMost) * secretCalls) / 10,
    raise: 'nothing: Lambda starts too few containers to reach it',
    source: `${docs}/secretsmanager/latest/userguide/reference_limits.html`,
  },
];

export const emailOnly: readonly Limit[] = [
  {
    name: 'SES in its sandbox',
    most: 1,
    unit: 'mails a second, and 200 a day',
    taken: (_, sends) => sends,
    raise: 'ask for production access; how many mails a second that gives is settled then',
    source: `${docs}/ses/latest/dg/quotas.html`,
  },
];

/** What one partition, and so one item, takes. */
export const perPartition = 1_000;

export const demandOf = (channel: 'email' | 'sms', writeUnits: number): Demand => ({
  writeUnits,
  sharedWrites: 1,
  billedMs: billedMs(channel, measured.timing, stated.memory * 1_024),
});
