import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { SendConfig } from '../../../lib/settings/config.ts';
import { variable } from '../../../lib/settings/variables.ts';
import { endpointFunction } from '../endpoint-function.ts';
import type { LogGroupProps } from '../log-group.ts';
import { generatedSecret, grantReadSecrets } from '../secrets.ts';
import type { LoginCodeServiceProps } from '../service-props.ts';
import { environmentOf } from '../settings.ts';
import { beatEvery } from './beats.ts';
import { warnOfDeniedHeartbeat } from './denied-heartbeat.ts';
import { grantReadSmsLimit } from './sms-limit.ts';

export interface HeartbeatProps
  extends LogGroupProps,
    Pick<LoginCodeServiceProps, 'settings' | 'architecture' | 'code'> {
  readonly config: SendConfig;
  /** Where anybody reaches the service. */
  readonly publicUrl: string;
  /** The functions that must recognise it. */
  readonly signsIn: readonly LambdaFunction[];
}

/** Two attempts of four requests, each of at most ten seconds, and a pause. */
const timeout = Duration.seconds(100);

const lostCalls = 'A beat that is lost sounds the alarm by itself, and a queue of old ones would tell nothing.';

/** Signs in every three minutes, by the public URL, as an identity that only this stack knows. */
export class Heartbeat extends Construct {
  readonly #props: HeartbeatProps;
  readonly #secret: Secret;

  constructor(scope: Construct, id: string, props: HeartbeatProps) {
    super(scope, id);
    this.#props = props;
    const { settings, config, publicUrl, signsIn } = props;
    const environment = { ...environmentOf(settings), [variable.publicUrl]: publicUrl };
    const endpoint = 'heartbeat';
    const beats = endpointFunction(this, 'Beat', {
      ...props,
      endpoint,
      environment,
      memorySize: 256,
      timeout,
      lostCalls,
    });
    this.#secret = this.#makeSecret();
    for (const each of [beats, ...signsIn]) this.grantSignIn(each);

    if (config.sms?.service === 'sns') grantReadSmsLimit(this, beats);

    // A beat that comes too late says nothing any more, so none is tried again.
    const onTime = { retryAttempts: 0, maxEventAge: beatEvery };
    beats.configureAsyncInvoke(onTime);
    const rule = new Rule(this, 'Rule', {
      description: 'login-code: the heartbeat',
      schedule: Schedule.rate(beatEvery),
      targets: [new Target(beats, onTime)],
    });
    Validations.of(rule).acknowledge({ id: 'Serverless-EventBusDLQ', reason: lostCalls });
    warnOfDeniedHeartbeat(this, config);
  }

  #makeSecret(): Secret {
    const secret = new Secret(this, 'Secret', {
      description: "Makes the identities of login-code's heartbeat, which are nobody's.",
      generateSecretString: generatedSecret,
      encryptionKey: this.#props.encryptionKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Rotated by hand: it opens nothing but an identity that no backend accepts.',
    });
    return secret;
  }

  /** Lets a function sign in as the heartbeat, or recognise it. */
  grantSignIn(grantee: LambdaFunction): void {
    grantReadSecrets(grantee, { heartbeatSecretArn: this.#secret }, this.#props.encryptionKey);
  }
}
