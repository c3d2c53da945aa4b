import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { createAlarm } from './alarm.ts';
import { type AlarmName, alarmNames } from './alarm-names.ts';
import { type ThresholdProps, thresholds } from './thresholds.ts';

export interface AlarmsProps extends ThresholdProps {
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
