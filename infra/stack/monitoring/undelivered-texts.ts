import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Sms } from '../../../lib/settings/sms.ts';

/** Carriers answer within minutes, and a few texts say nothing. */
const period = Duration.hours(1);

/** Fewer texts in an hour are numbers out of service, and telephones that are switched off. */
const minTexts = 10;

/** An alarm reads at most ten metrics, and each country takes two. */
const maxCountries = 5;

/**
 * The share of texts that carriers did not deliver, in the countries with the largest budgets. SNS tells it for the account, by
 * country. Undefined where no country is named, and for End User Messaging, which does not tell it by default.
 */
export function undeliveredTexts(sms: Pick<Sms, 'service' | 'budgets'> | undefined): IMetric | undefined {
  const countries = sms?.service === 'sns' ? largest(sms.budgets) : [];
  if (countries.length === 0) return undefined;
  const [sent, delivered] = ([Stats.SAMPLE_COUNT, Stats.SUM] as const).map((statistic) =>
    Object.fromEntries(
      countries.map((country) => [`${statistic.toLowerCase()}_${country}`, successes(country, statistic)]),
    ),
  );
  const [all, arrived] = [sumOf(sent), sumOf(delivered)];
  return new MathExpression({
    expression: `IF(${all} - ${arrived} >= ${minTexts}, 100 * (1 - ${arrived} / ${all}), 0)`,
    usingMetrics: { ...sent, ...delivered },
    label: 'texts not delivered, %',
    period,
  });
}

/** 1 for each text that was delivered, 0 for each that was not: docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html */
const successes = (Country: string, statistic: string): Metric =>
  new Metric({
    namespace: 'AWS/SNS',
    metricName: 'SMSSuccessRate',
    dimensionsMap: { SMSType: 'Transactional', Country },
    statistic,
    period,
  });

const largest = (budgets: Sms['budgets']): readonly string[] =>
  [...budgets]
    .filter(([country]) => country !== '*')
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, maxCountries)
    .map(([country]) => country);

/** SUM skips what is missing. */
const sumOf = (metrics: object = {}): string => `SUM([${Object.keys(metrics).join(', ')}])`;
