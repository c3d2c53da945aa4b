import { Duration, Validations } from 'aws-cdk-lib';
import { type Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { variable } from '../../../lib/settings/variables.ts';
import { endpointFunction } from '../endpoint-function.ts';
import type { LogGroupProps } from '../log-group.ts';
import type { Heartbeat } from '../monitoring/heartbeat.ts';
import { policyOf } from '../policy-of.ts';
import type { LoginCodeServiceProps } from '../service-props.ts';
import { environmentOf } from '../settings.ts';
import { anyVersionRule } from './any-version.ts';

export interface BeforeTrafficProps
  extends LogGroupProps,
    Pick<LoginCodeServiceProps, 'settings' | 'architecture' | 'code'> {
  readonly send: Alias;
  readonly verify: Alias;
  /** Whose identity signs in. */
  readonly heartbeat: Heartbeat;
  /** Where anybody reaches the service. */
  readonly publicUrl: string;
}

/** Two attempts of four requests, of which three go to functions that may have to start, and a pause. */
const timeout = Duration.seconds(180);

/** Signs in with the new versions before they take requests. */
export function createBeforeTraffic(scope: Construct, props: BeforeTrafficProps): LambdaFunction {
  const { send, verify, heartbeat, publicUrl, settings } = props;
  const hook = endpointFunction(scope, 'BeforeTraffic', {
    ...props,
    endpoint: 'before-traffic',
    environment: {
      ...environmentOf(settings),
      [variable.publicUrl]: publicUrl,
      [variable.sendVersionArn]: send.version.functionArn,
      [variable.verifyVersionArn]: verify.version.functionArn,
    },
    memorySize: 256,
    timeout,
    lostCalls: 'CodeDeploy calls it and waits for what it tells: a call that is lost ends the deployment.',
  });
  // Otherwise Lambda would repeat a test that crashed, while CodeDeploy already has an answer or has given up.
  hook.configureAsyncInvoke({ retryAttempts: 0 });
  heartbeat.grantSignIn(hook);
  // A function waits for the policies of its role alone: the first test would come before this one.
  hook.node.addDependency(grantInvokeVersions(scope, hook, [send, verify]));
  return hook;
}

function grantInvokeVersions(scope: Construct, hook: LambdaFunction, aliases: readonly Alias[]): Policy {
  const policy = policyOf(scope, 'InvokeVersions', hook, [
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: aliases.map(({ lambda }) => `${lambda.functionArn}:*`),
    }),
  ]);
  const reason =
    'Each deployment makes a version. A grant of its number alone may not be in effect yet when it is tested.';
  Validations.of(policy).acknowledge(...aliases.map(({ lambda }) => ({ id: anyVersionRule(lambda), reason })));
  return policy;
}
