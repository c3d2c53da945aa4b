import { priceOf, prices } from './prices.ts';
import { type Dearest, type RequestKind, stated } from './stated.ts';

/** What bounds a deployment. */
export interface Bounds {
  /** Requests a second that the API lets through. */
  readonly requests: Readonly<Record<RequestKind, number>>;
  /** The table's maximum throughput, a second. */
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly firewall: boolean;
  /** In a UTC day. */
  readonly mails: number;
  readonly texts: number;
  readonly usdPerText: number;
}

/** USD by service. */
export type WorstDay = ReturnType<typeof worstDay>;

const aDay = 24 * 60 * 60;

/** What a flood can cost at most in a UTC day, without what costs the same each month. */
export function worstDay({ requests, firewall, mails, texts, usdPerText, ...table }: Bounds) {
  const kinds = Object.entries(requests).map(([kind, perSecond]) => ({
    count: perSecond * aDay,
    ...(stated.dearest[kind as RequestKind] satisfies Dearest),
  }));
  const sum = (of: (kind: (typeof kinds)[number]) => number): number => kinds.reduce((all, kind) => all + of(kind), 0);
  const letThrough = sum(({ count }) => count);
  const sent = Math.max(letThrough, stated.floodPerSecond * aDay);
  return {
    api_gateway: priceOf(letThrough, prices.restApi),
    waf: firewall ? priceOf(sent, prices.wafRequest) : 0,
    lambda:
      priceOf(letThrough, prices.lambdaRequest) +
      priceOf(
        sum(({ count, memory, billedMs }) => (count * memory * billedMs) / 1_000),
        prices.lambdaArm,
      ),
    dynamodb:
      priceOf(table.writeUnits * aDay, prices.dynamoDbWrite) + priceOf(table.readUnits * aDay, prices.dynamoDbRead),
    cloudwatch_logs: priceOf(
      sum(({ count, logBytes }) => count * logBytes) + sent * stated.accessLogBytes,
      prices.logsIngested,
    ),
    xray: priceOf(letThrough * stated.traced, prices.xrayTrace),
    data_out: priceOf(
      sum(({ count, responseBytes }) => count * responseBytes) + (sent - letThrough) * stated.refusalBytes,
      prices.dataOut,
    ),
    /** Each message has one code, and each code is signed for once. */
    kms: priceOf(mails + texts, prices.kmsSign),
    ses: priceOf(mails, prices.sesMail),
    sns: texts * usdPerText,
  };
}

export const totalOf = (day: WorstDay): number => Object.values(day).reduce((sum, usd) => sum + usd, 0);
