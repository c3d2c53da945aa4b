import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { type EmailEventKind, emailEventKinds } from '../../../lib/core/email-event.ts';
import { counted } from './counted.ts';

/** Bounces come in ones and twos, often minutes later: only an hour of them says something. */
const period = Duration.hours(1);

/** Fewer mails in an hour than this are a few people who mistyped their addresses. */
const minMails = 10;

const eventsOf = (serviceName: string, kinds: readonly EmailEventKind[]): Record<string, IMetric> =>
  Object.fromEntries(
    kinds.map((event) => [event.replace('-', '_'), counted(serviceName, { metric: 'EmailEvent', event }, { period })]),
  );

/** Of the mails that SES took from us, the share that did not reach a mail server. */
export function undeliveredPercent(serviceName: string): IMetric {
  const failed = eventsOf(serviceName, ['bounce', 'soft-bounce', 'reject']);
  const all = { ...failed, ...eventsOf(serviceName, ['delivery']) };
  const sumOf = (metrics: object) => `SUM([${Object.keys(metrics).join(', ')}])`;
  return new MathExpression({
    expression: `IF(${sumOf(failed)} >= ${minMails}, 100 * ${sumOf(failed)} / ${sumOf(all)}, 0)`,
    usingMetrics: all,
    label: 'emails that did not arrive, %',
    period,
  });
}

/** All that is heard of our mails, for the dashboard. */
export const emailEventCounts = (serviceName: string): IMetric[] =>
  emailEventKinds.map((event) => counted(serviceName, { metric: 'EmailEvent', event }, { label: event }));
