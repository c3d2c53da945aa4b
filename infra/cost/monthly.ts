import { monthlyPrices } from './monthly-prices.ts';
import { priceOf } from './prices.ts';

/** What is read of a resource in a CloudFormation template. */
interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** How many things a stack has that AWS charges by the month, used or not. */
export type Kept = ReturnType<typeof keptIn>;

const listIn = (resource: Resource, property: string): readonly object[] => {
  const list = resource.Properties?.[property];
  return Array.isArray(list) ? list : [];
};

/** An alarm on an expression is charged for each metric that the expression reads. */
const metricsOf = (alarm: Resource): number =>
  Math.max(1, listIn(alarm, 'Metrics').filter((metric) => 'MetricStat' in metric).length);

/** Counts them in a template. */
export function keptIn(resources: Readonly<Record<string, Resource>>) {
  const ofType = (type: string) => Object.values(resources).filter(({ Type }) => Type === type);
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const acls = ofType('AWS::WAFv2::WebACL');
  return {
    wafAcl: acls.length,
    wafRule: sum(acls.map((acl) => listIn(acl, 'Rules').length)),
    alarmMetric: sum(ofType('AWS::CloudWatch::Alarm').map(metricsOf)),
    dashboard: ofType('AWS::CloudWatch::Dashboard').length,
    kmsKey: ofType('AWS::KMS::Key').length,
    secret: ofType('AWS::SecretsManager::Secret').length,
  } as const satisfies Partial<Record<keyof typeof monthlyPrices, number>>;
}

/** USD a month of each, also when nobody signs in. */
export const monthly = (kept: Kept): Kept =>
  Object.fromEntries(
    Object.entries(kept).map(([what, count]) => [what, priceOf(count, monthlyPrices[what as keyof Kept])]),
  ) as Kept;
