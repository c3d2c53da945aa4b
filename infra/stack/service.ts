import { Stack } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { stepsOf } from '../../lib/core/heartbeat-steps.ts';
import type { SendConfig } from '../../lib/settings/config.ts';
import { variable } from '../../lib/settings/variables.ts';
import { defaultRequestsPerSecond, throughput } from './capacity.ts';
import { openChannels } from './delivery/channels.ts';
import type { DnsRecord } from './delivery/sender-records.ts';
import { createEmailEvents, createFunctions } from './functions.ts';
import { Api } from './gateway/api.ts';
import { defaultRate } from './gateway/default-rate.ts';
import { Domain } from './gateway/domain.ts';
import { Firewall } from './gateway/firewall.ts';
import { routesTo } from './gateway/routes-to.ts';
import type { AlarmName } from './monitoring/alarm-names.ts';
import { Alarms } from './monitoring/alarms.ts';
import { dashboard } from './monitoring/dashboard.ts';
import { Heartbeat } from './monitoring/heartbeat.ts';
import { Metered } from './monitoring/metered.ts';
import { budgetsOf, channelsOf, watch } from './monitoring/metrics.ts';
import { warnNobodyTold } from './monitoring/nobody-told.ts';
import { silentMetrics } from './monitoring/silent.ts';
import { Canary } from './rollout/canary.ts';
import { createLive } from './rollout/live.ts';
import { Secrets } from './secrets.ts';
import type { LoginCodeServiceProps } from './service-props.ts';
import { configOf, named } from './settings.ts';
import { SigningKey } from './signing-key.ts';
import { CodeTable } from './table.ts';

/** The whole service: API, functions, table, secrets, alarms and dashboard. */
export class LoginCodeService extends Metered {
  /** The REST API, for example to add a usage plan. */
  readonly api: Api;
  /** What is counted, and the codes in use. */
  readonly table: CodeTable;
  /** The address that clients use, without a slash at its end. */
  readonly url: string;
  /** With a custom domain: the name that its DNS record must point to. */
  readonly domainTarget: string | undefined;
  /** The key that signs tokens. */
  readonly signingKeyArn: string;
  /** The secret that makes the keys of the table's items. */
  readonly indexSecretArn: string;
  /** What DNS has to say about the sender's domain. Undefined where the stack has made these records, or no identity. */
  readonly senderRecords: readonly DnsRecord[] | undefined;
  /** The secret that makes codes. */
  readonly codeSecretArn: string;
  /** By their names. An alarm of a channel that is off is undefined. */
  readonly alarms: Readonly<Partial<Record<AlarmName, Alarm>>>;
  readonly #config: SendConfig;
  readonly #secrets: Secrets;

  constructor(scope: Construct, id: string, props: LoginCodeServiceProps) {
    const { domain, logRetention = RetentionDays.ONE_MONTH } = props;
    const settings = named(Stack.of(scope).stackName, props.settings);
    const { requestsPerSecond = defaultRequestsPerSecond } = props;
    const config = configOf(settings, props.words);
    super(scope, id, config.serviceName);
    this.#config = config;
    const { tableName, indexSecretArn: indexArn, codeSecretArn: codeArn, replicaRegions, encryptionKey } = props;
    this.table = new CodeTable(this, 'Table', { ...throughput(requestsPerSecond), existing: tableName, encryptionKey });
    this.#secrets = new Secrets(this, 'Secrets', { indexArn, codeArn, replicaRegions, encryptionKey });
    this.indexSecretArn = this.#secrets.index.secretArn;
    this.codeSecretArn = this.#secrets.code.secretArn;

    const own = { ...props, settings, logRetention };
    const functions = createFunctions(this, own);
    const { 'send-login-code': send, 'verify-login-code': verify, 'well-known': wellKnown } = functions;
    this.#grantCodes(send, verify);
    const emailEvents = config.email && createEmailEvents(this, own);
    if (emailEvents && config.bounceMark) this.#grantMarks(emailEvents);
    this.senderRecords = openChannels(this, { send, verify, emailEvents }, config, own);
    const { signingKeyArn: arn, previousSigningKeyArn: previousArn } = settings;
    const signingKey = new SigningKey(this, 'SigningKey', { arn, previousArn });
    this.signingKeyArn = signingKey.arn;
    signingKey.grantSign(verify);
    signingKey.grantServe(wellKnown);

    const live = createLive(this, functions, props);
    this.api = new Api(this, 'Api', {
      ...config,
      routes: routesTo(functions, live, requestsPerSecond),
      domainName: domain?.domainName,
      logRetention,
      encryptionKey,
      cloudWatchRole: props.cloudWatchRole,
    });
    this.url = this.api.publicUrl;
    if (!settings.audience) for (const each of [verify, wellKnown]) each.addEnvironment(variable.audience, this.url);
    this.domainTarget = domain && new Domain(this, 'Domain', { ...domain, api: this.api }).target;
    this.#protect(props);
    const tested = { ...own, config, publicUrl: this.url, signsIn: [send, verify], live };
    const heartbeat = props.heartbeat === false ? undefined : new Heartbeat(this, 'Heartbeat', tested);
    this.alarms = this.#watch([...Object.values(functions), ...(emailEvents ? [emailEvents] : [])], props);
    if (props.rollout === 'canary') new Canary(this, 'Canary', { ...tested, heartbeat, alarms: this.alarms });
  }

  /** Lets someone, or a pipeline, replace the code secret with a new one. */
  grantRotateCodeSecret(grantee: IGrantable): Grant {
    return this.#secrets.grantRotate(grantee);
  }

  #grantCodes(send: LambdaFunction, verify: LambdaFunction): void {
    const reads = this.#config.sms ? ['GetItem', 'BatchGetItem'] : ['GetItem'];
    this.table.grantOperations(send, 'UpdateItem', 'PutItem', ...reads, 'DeleteItem');
    this.table.grantOperations(verify, 'UpdateItem', 'GetItem');
    this.#secrets.grantRead(send);
    this.#secrets.grantRead(verify);
  }

  #grantMarks(emailEvents: LambdaFunction): void {
    this.table.grantOperations(emailEvents, 'UpdateItem');
    this.#secrets.grantReadIndex(emailEvents);
  }

  #protect({ firewall = true, firewallRate, firewallMode: mode = 'count' }: LoginCodeServiceProps): void {
    const requests = firewallRate ?? defaultRate(this.#config);
    const rate = requests === undefined ? undefined : { requests, header: this.#config.proxy?.ipHeader };
    if (firewall) new Firewall(this, 'Firewall', { stage: this.api.deploymentStage, mode, rate });
    else this.api.acknowledgeNoFirewall();
  }

  #watch(functions: readonly LambdaFunction[], props: LoginCodeServiceProps) {
    const { smsSpend = 50, alarmTopic, heartbeat = true, firewall = true } = props;
    if (!alarmTopic) warnNobodyTold(this);
    const { serviceName } = this.#config;
    const channels = channelsOf(this.#config);
    const stage = this.api.deploymentStage;
    const budgets = budgetsOf(this.#config);
    const beats = heartbeat ? stepsOf({ sendsEmail: channels.includes('email') }) : [];
    // The stage waits for the aliases, and with a canary they wait for the alarm: so that one names the API alone.
    const answers = props.rollout === 'canary' ? this.api : stage;
    const watched = watch({ answers, functions, table: this.table.table, serviceName, channels, budgets, beats });
    const silent = silentMetrics(this.api, this.#config, { firewall, heartbeat });
    const alarms = new Alarms(this, 'Alarms', { watched, silent, smsSpend, topic: alarmTopic });
    dashboard(this, 'Dashboard', { stage, watched, silent, alarms, serviceName, channels });
    return alarms.all;
  }
}
