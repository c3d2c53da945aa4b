import { Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The warning's id. A program whose alarms are seen elsewhere acknowledges it. */
export const nobodyTold = 'login-code:alarms-reach-nobody';

/** Says so at every synthesis: alarms that reach nobody look the same as none. */
export function warnNobodyTold(scope: Construct): void {
  Validations.of(scope).addWarning(
    nobodyTold,
    'Nobody hears about alarms. Set alarmEmail or alarmTopicArn (in a program: alarmTopic).',
  );
}
