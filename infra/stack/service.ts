import type { Alarm, Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Limiter } from '../../lib/core/limiters.ts';
import type { Measurement } from '../../lib/runtime/metrics.ts';
import type { SendConfig } from '../../lib/settings/config.ts';
import { variable } from '../../lib/settings/variables.ts';
import { Email } from './delivery/email.ts';
import { grantSms } from './delivery/sms.ts';
import { endpointFunction } from './functions.ts';
import { Api } from './gateway/api.ts';
import { Domain } from './gateway/domain.ts';
import { Firewall } from './gateway/firewall.ts';
import { type AlarmName, Alarms } from './monitoring/alarms.ts';
import { dashboard } from './monitoring/dashboard.ts';
import { type Channel, counted, watch } from './monitoring/metrics.ts';
import { Secrets } from './secrets.ts';
import type { LoginCodeServiceProps } from './service-props.ts';
import { configOf, environmentOf } from './settings.ts';
import { SigningKey } from './signing-key.ts';
import { CodeTable } from './table.ts';

/** The whole service: API, functions, table, secrets, and what watches over them. */
export class LoginCodeService extends Construct {
  readonly api: Api;
  readonly table: CodeTable;
  /** Where clients reach it, without a slash at its end. */
  readonly url: string;
  /** With a domain of one's own: what its record has to point at. */
  readonly domainTarget: string | undefined;
  /** What signs tokens. */
  readonly signingKeyArn: string;
  readonly alarms: Readonly<Partial<Record<AlarmName, Alarm>>>;
  readonly #config: SendConfig;
  readonly #secrets: Secrets;

  constructor(scope: Construct, id: string, props: LoginCodeServiceProps) {
    super(scope, id);
    const { settings, domain, requestsPerSecond = 10, logRetention = RetentionDays.ONE_MONTH } = props;
    const config = configOf(settings);
    this.#config = config;
    this.table = new CodeTable(this, 'Table', { ...throughput(requestsPerSecond), encryptionKey: props.encryptionKey });
    this.#secrets = new Secrets(this, 'Secrets');

    const { send, verify, wellKnown, problems, openApi } = this.#functions(props, logRetention);
    this.#grantCodes(send, verify);
    this.#grantChannels(send, props);
    const { signingKeyArn: arn, previousSigningKeyArn: previousArn } = settings;
    const signingKey = new SigningKey(this, 'SigningKey', { arn, previousArn });
    this.signingKeyArn = signingKey.arn;
    signingKey.grantSign(verify);
    signingKey.grantServe(wellKnown);

    this.api = new Api(this, 'Api', {
      ...config,
      routes: [
        {
          path: '/auth/send-login-code',
          handler: send,
          throttled: { requestsPerSecond, methods: ['POST', 'OPTIONS'] },
        },
        {
          path: '/auth/verify-login-code',
          handler: verify,
          throttled: { requestsPerSecond: triesPerCode * requestsPerSecond, methods: ['POST', 'OPTIONS'] },
        },
        { path: '/.well-known/{document}', handler: wellKnown },
        { path: '/problems', handler: problems },
        { path: '/problems/{slug}', handler: problems },
        { path: '/openapi.json', handler: openApi },
      ],
      domainName: domain?.domainName,
      logRetention,
      cloudWatchRole: props.cloudWatchRole,
    });
    this.url = this.api.publicUrl;
    if (!settings.audience) for (const each of [verify, wellKnown]) each.addEnvironment(variable.audience, this.url);
    this.domainTarget = domain && new Domain(this, 'Domain', { ...domain, api: this.api }).target;
    this.#protect(props);
    this.alarms = this.#watch([send, verify, wellKnown, problems, openApi], props);
  }

  /** Lets someone, or a pipeline, put a new code secret in place of the current one. */
  grantRotateCodeSecret(grantee: IGrantable): Grant {
    return this.#secrets.grantRotate(grantee);
  }

  /** How often something happened that the functions count, in periods of five minutes unless told otherwise. */
  metric(measurement: Measurement, options?: MetricOptions): Metric {
    return counted(this.#config.serviceName, measurement, options);
  }

  metricSent(channel: Channel, options?: MetricOptions): Metric {
    return this.metric({ metric: 'Sent', channel }, options);
  }

  metricDenied(limit: Limiter, options?: MetricOptions): Metric {
    return this.metric({ metric: 'Denied', limit }, options);
  }

  metricDeliveryFailed(channel: Channel, options?: MetricOptions): Metric {
    return this.metric({ metric: 'DeliveryFailed', channel }, options);
  }

  metricVerified(channel: Channel, options?: MetricOptions): Metric {
    return this.metric({ metric: 'Verified', channel }, options);
  }

  metricVerifyFailed(channel: Channel, options?: MetricOptions): Metric {
    return this.metric({ metric: 'VerifyFailed', channel }, options);
  }

  #functions(
    { settings, architecture, code, reservedConcurrency }: LoginCodeServiceProps,
    logRetention: RetentionDays,
  ) {
    const shared = { environment: environmentOf(settings), logRetention, architecture, code };
    // A cold start is processor time, which memory buys; warm, these two wait for others.
    const codes = { ...shared, memorySize: 512 };
    const pages = { ...shared, memorySize: 256 };
    return {
      send: endpointFunction(this, 'Send', { ...codes, endpoint: 'send-login-code', reservedConcurrency }),
      verify: endpointFunction(this, 'Verify', { ...codes, endpoint: 'verify-login-code' }),
      wellKnown: endpointFunction(this, 'WellKnown', { ...pages, endpoint: 'well-known' }),
      problems: endpointFunction(this, 'Problems', { ...pages, endpoint: 'problems' }),
      openApi: endpointFunction(this, 'OpenApi', { ...pages, endpoint: 'openapi' }),
    };
  }

  #grantCodes(send: LambdaFunction, verify: LambdaFunction): void {
    this.table.grantOperations(send, 'UpdateItem', 'PutItem', 'GetItem', 'DeleteItem');
    this.table.grantOperations(verify, 'UpdateItem', 'GetItem');
    this.#secrets.grantRead(send);
    this.#secrets.grantRead(verify);
  }

  #grantChannels(send: LambdaFunction, { emailIdentity, sandbox }: LoginCodeServiceProps): void {
    const { email, sms, code } = this.#config;
    if (email) {
      const props = { from: email.from, codeTtl: code.ttl, identity: emailIdentity, sandbox };
      new Email(this, 'Email', props).grantSend(send);
    }
    if (sms) grantSms(this, 'SendSms', send);
  }

  #protect({ firewall, firewallRate = 500 }: LoginCodeServiceProps): void {
    const { sms, proxy } = this.#config;
    if (firewall ?? sms !== undefined) {
      const requestsPerAddress = proxy ? undefined : firewallRate;
      new Firewall(this, 'Firewall', { stage: this.api.deploymentStage, requestsPerAddress });
    } else this.api.acknowledgeNoFirewall();
  }

  #watch(functions: readonly LambdaFunction[], { smsSpend = 50, alarmTopic }: LoginCodeServiceProps) {
    const { serviceName, email, sms } = this.#config;
    const channels: Channel[] = [...(email ? ['email' as const] : []), ...(sms ? ['sms' as const] : [])];
    const stage = this.api.deploymentStage;
    const watched = watch({ stage, functions, table: this.table, serviceName, channels });
    const alarms = new Alarms(this, 'Alarms', { watched, smsSpend, topic: alarmTopic });
    dashboard(this, 'Dashboard', { stage, watched, alarms, serviceName, channels });
    return alarms.all;
  }
}

/** Most are right at once, some at the second try. */
const triesPerCode = 2;

/**
 * What the API lets through has to fit: with the longest limits allowed, a send writes windows of 4 and 5 kB, a challenge
 * and a budget, and now and then takes one back; a check writes the same windows, a challenge twice and a budget. So a
 * flood costs what the ceiling of the API says.
 */
const throughput = (requestsPerSecond: number) => ({
  maxWriteUnits: Math.min(12 * (1 + triesPerCode) * requestsPerSecond, maxUnits),
  maxReadUnits: Math.min(4 * requestsPerSecond, maxUnits),
});

/** A maximum has to lie below what DynamoDB gives a table anyway, 40,000 unless raised: from there on that is the ceiling. */
const maxUnits = 39_999;
