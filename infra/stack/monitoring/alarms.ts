import { Duration } from 'aws-cdk-lib';
import type { Alarm, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { createAlarm, type Threshold } from './alarm.ts';
import type { Watched } from './metrics.ts';

/** Each has its page: `docs/runbooks/NAME.md`. */
export const alarmNames = [
  'server-errors',
  'slow-answers',
  'email-failing',
  'email-bounces',
  'email-complaints',
  'email-undelivered',
  'sms-failing',
  'sms-spend',
  'budget-half',
  'sms-pumping',
  'wrong-codes',
  'table-throttled',
  'table-errors',
  'function-errors',
  'function-throttled',
] as const;

/** The name of an alarm, and of its runbook. */
export type AlarmName = (typeof alarmNames)[number];

export interface AlarmsProps {
  readonly watched: Watched;
  /** Undefined: email is off. */
  readonly undelivered: IMetric | undefined;
  /** In USD, for one month. */
  readonly smsSpend: number;
  /**
   * Gets a message when an alarm goes off, and when it is over.
   * @default - none
   */
  readonly topic?: ITopic;
}

/** What somebody should hear about at any hour. */
export class Alarms extends Construct {
  readonly all: Readonly<Partial<Record<AlarmName, Alarm>>>;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const action = props.topic && new SnsAction(props.topic);
    const alarms: Partial<Record<AlarmName, Alarm>> = {};
    for (const name of alarmNames) {
      const alarm = createAlarm(this, name, thresholds(props)[name]);
      if (!alarm) continue;
      if (action) {
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
      }
      alarms[name] = alarm;
    }
    this.all = alarms;
  }
}

/** Percentages of few cases count as 0 (`metrics.ts`): one failure of three is neither an outage nor an attack. */
const thresholds = ({ watched, undelivered, smsSpend }: AlarmsProps): Readonly<Record<AlarmName, Threshold>> => ({
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
    metric: undelivered,
    above: 10,
    means: 'In an hour, more than 10 % of the mails that SES took from us did not reach a mail server.',
  },
  'sms-failing': {
    metric: watched.smsFailurePercent,
    above: 5,
    means: 'SNS did not take more than 5 % of the texts, or did not say whether it did.',
  },
  'sms-spend': {
    metric: watched.smsSpent,
    above: smsSpend,
    sparse: true,
    means: `The account has spent more than ${smsSpend} USD on texts this month.`,
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
