import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Threshold } from './alarm.ts';
import type { AlarmName } from './alarm-names.ts';
import { beatThresholds } from './beat-thresholds.ts';
import type { Watched } from './metrics.ts';
import type { SilentMetrics } from './silent.ts';

/** What alarms are made of. */
export interface ThresholdProps {
  readonly watched: Watched;
  readonly silent: SilentMetrics;
  /** In USD, for one month. */
  readonly smsSpend: number;
}

/** Percentages of few cases count as 0 (`metrics.ts`): one failure of three is neither an outage nor an attack. */
export const thresholds = ({ watched, silent, smsSpend }: ThresholdProps): Readonly<Record<AlarmName, Threshold>> => ({
  ...beatThresholds(watched.heartbeat),
  'email-unverified': unverified(silent.emailUnverified, 'email'),
  'sms-unverified': unverified(silent.smsUnverified, 'SMS'),
  'server-errors': {
    metric: watched.serverErrorPercent,
    above: 1,
    means: 'More than 1 % of the answers are 5xx.',
  },
  'slow-answers': {
    metric: watched.latency,
    above: Duration.seconds(3).toMilliseconds(),
    periods: [2, 3], // cold starts alone can make one period slow
    means: 'One answer of a hundred takes more than 3 s; people tap again.',
  },
  'email-failing': {
    metric: watched.emailFailurePercent,
    above: 5,
    means: 'SES did not take more than 5 % of the mails, or did not say whether it did.',
  },
  // SES reviews an account at 5 % and may suspend it at 10 %: https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html
  'email-bounces': {
    metric: watched.bounceRate,
    above: 0.02,
    sparse: true,
    means: "More than 2 % of the account's mails bounce; SES reviews the account at 5 %.",
  },
  // It reviews at 0.1 % of complaints.
  'email-complaints': {
    metric: watched.complaintRate,
    above: 0.0005,
    sparse: true,
    means: "More than 0.05 % of the account's mails are marked as spam; SES reviews the account at 0.1 %.",
  },
  'email-undelivered': {
    metric: silent.emailUndelivered,
    above: 10,
    means: 'In an hour, more than 10 % of the mails that SES took from us did not reach a mail server.',
  },
  'sms-failing': {
    metric: watched.smsFailurePercent,
    above: 5,
    means: 'SNS did not take more than 5 % of the texts, or did not say whether it did.',
  },
  'sms-undelivered': {
    metric: silent.smsUndelivered,
    above: 20, // carriers lose a few always
    means: 'In an hour, more than 20 % of the texts that SNS took were not delivered.',
  },
  'sms-spend': {
    metric: watched.smsSpent,
    above: smsSpend,
    sparse: true,
    means: `The account has spent more than ${smsSpend} USD on texts this month.`,
  },
  'sms-limit': {
    metric: silent.smsLimit,
    above: 80,
    sparse: true,
    means:
      "More than 80 % of the account's own limit for texts is spent this month; at 100 % SNS drops texts without an error.",
  },
  'budget-half': {
    metric: watched.budgetHalfSpent,
    above: 0,
    means: "Half of the day's mails, or of the texts to a country, are sent.",
  },
  'sms-pumping': {
    metric: watched.pumpingSuspected,
    above: 2, // now and then one text is too many where few are sent
    means: 'Too many texts to a country or number block stay unanswered: somebody may earn from having them sent.',
  },
  'wrong-codes': {
    metric: watched.wrongCodePercent,
    above: 50,
    means: 'Of the codes that are checked, more are wrong than right: somebody guesses.',
  },
  'denials-surge': {
    metric: silent.mostDenied,
    above: 100,
    periods: [2, 3], // a client that asks again and again for a minute is none
    means: 'One limiter denies more than 100 requests in five minutes.',
  },
  'gateway-throttled': {
    metric: silent.gatewayThrottled,
    above: 10,
    means: 'The ceiling of the API refuses requests, whoever they are from.',
  },
  'firewall-blocking': {
    metric: silent.firewallBlocked,
    above: 100,
    periods: [2, 3],
    means: 'The firewall blocks more than 100 requests in five minutes, and goes on to.',
  },
  'table-throttled': {
    metric: watched.tableThrottled,
    above: 5,
    means: 'DynamoDB refuses what goes beyond the maximum throughput of the table, or of one key.',
  },
  'table-errors': {
    metric: watched.tableErrors,
    above: 5,
    means: 'DynamoDB fails; nothing is sent meanwhile.',
  },
  'function-errors': {
    metric: watched.functionErrors,
    above: 2,
    means: 'A function did not start, ran out of time or crashed; what fails in good order is not counted.',
  },
  'function-throttled': {
    metric: watched.functionThrottles,
    above: 5,
    means: 'Lambda refuses calls: the concurrency of the function or of the account is used up.',
  },
});

const unverified = (metric: IMetric | undefined, by: string): Threshold => ({
  metric,
  above: 0,
  periods: [2, 2], // codes that all went out at the end of a period come back in the next one
  means: `For half an hour, ten codes or more went out by ${by} in each quarter, and none came back.`,
});
