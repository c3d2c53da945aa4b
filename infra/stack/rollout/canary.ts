import { Validations } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { AlarmName } from '../monitoring/alarm-names.ts';
import type { Heartbeat } from '../monitoring/heartbeat.ts';
import { anyVersionRule } from './any-version.ts';
import { type BeforeTrafficProps, createBeforeTraffic } from './before-traffic.ts';
import type { Live } from './live.ts';
import { alarmOfVersion } from './version-errors.ts';

export interface CanaryProps extends Omit<BeforeTrafficProps, 'send' | 'verify' | 'heartbeat'> {
  readonly live: Live;
  readonly heartbeat: Heartbeat | undefined;
  /** That of server errors takes a new version back, beside one of the version's own. */
  readonly alarms: Readonly<Partial<Record<AlarmName, Alarm>>>;
}

/** A new version is tested, then gets a tenth of the requests for five minutes, then all. CodeDeploy takes it back. */
export class Canary extends Construct {
  constructor(scope: Construct, id: string, { live, heartbeat, alarms, ...props }: CanaryProps) {
    super(scope, id);
    const { 'send-login-code': send, 'verify-login-code': verify } = live;
    if (!heartbeat || !send || !verify) {
      throw new Error('rollout=canary signs in as the heartbeat: it needs heartbeat to be true');
    }
    // One after the other: two tests in the same ten seconds would sign in as one person, who may ask for one code.
    verify.node.addDependency(send);
    const hook = createBeforeTraffic(this, { ...props, send, verify, heartbeat });
    const application = new LambdaApplication(this, 'Application');
    const shared = { application, hook, serverErrors: alarms['server-errors'] };
    shiftSlowly(new Construct(this, 'Send'), { ...shared, alias: send });
    shiftSlowly(new Construct(this, 'Verify'), { ...shared, alias: verify });
  }
}

interface Shift {
  readonly alias: Alias;
  readonly application: LambdaApplication;
  readonly hook: LambdaFunction;
  readonly serverErrors: Alarm | undefined;
}

function shiftSlowly(scope: Construct, { alias, application, hook, serverErrors }: Shift): void {
  const { role } = new LambdaDeploymentGroup(scope, 'Group', {
    application,
    alias,
    deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    preHook: hook,
    alarms: [serverErrors, alarmOfVersion(scope, alias)].filter((alarm) => alarm !== undefined),
    autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
  });
  Validations.of(role).acknowledge(
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
      reason:
        'The policy that AWS made for this: CodeDeploy moves aliases and reads alarms, by a role that only it takes.',
    },
    {
      id: anyVersionRule(hook),
      reason: 'CodeDeploy calls the function that tests a version, whatever its own version.',
    },
  );
}
