import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { OwnWords } from '../../lib/locales/own-words.ts';
import type { EmailTls } from './delivery/email.ts';
import type { SenderDomainProps } from './delivery/sender-domain.ts';
import type { DomainProps } from './gateway/domain.ts';
import type { FirewallMode } from './gateway/firewall.ts';
import type { KeptProps } from './kept-props.ts';
import type { MakeCode } from './make-code.ts';
import type { Rollout } from './rollout/rollout.ts';
import type { Settings } from './settings.ts';

/** Only `settings` is required. */
export interface LoginCodeServiceProps extends KeptProps {
  /**
   * A sender or a list of countries is enough: `{ emailFrom: 'login@example.com' }`. Without `audience`, the audience
   * of tokens is this API's own address.
   */
  readonly settings: Settings;
  /**
   * The address that clients use.
   * @default - the address that API Gateway gives
   */
  readonly domain?: DomainProps;
  /**
   * Requests for codes a second, from all clients together. Twice as many requests may check codes. Whoever fills this up
   * keeps everybody out, so leave it far above what you need: budgets bound what is sent, not this. The table's maximum
   * throughput follows it, and with it what a flood can cost.
   * @default 200
   */
  readonly requestsPerSecond?: number;
  /**
   * How many requests for codes may run at once. Lambda reserves them out of the account's concurrency, and keeps at least
   * 100 for functions that reserve nothing. A new account's limit is 10: there the deployment fails.
   * @default - as many as the account allows
   */
  readonly reservedConcurrency?: number;
  /**
   * How a new version of what sends and checks codes takes over. `canary`: somebody must be able to sign in with it, then it
   * gets a tenth of the requests for five minutes, and is taken back if it fails. It needs the heartbeat.
   * @default 'all-at-once'
   */
  readonly rollout?: Rollout;
  /**
   * How many copies of each of the two functions that send and check codes are kept ready. Lambda takes them out of the
   * account's concurrency, and charges 8.76 USD a month for one of each.
   * @default - none: a function starts when somebody asks
   */
  readonly provisionedConcurrency?: number;
  /**
   * Puts AWS WAF in front of the API, so that one address cannot fill up its ceiling. It costs 9 USD a month, and 0.60 USD a
   * million requests.
   * @default true
   */
  readonly firewall?: boolean;
  /**
   * Requests to `/auth/` that the firewall allows from one IP address in five minutes. Behind a CDN, that is an address in
   * `callerIpHeader` together with the CDN's own.
   * @default 500 - more where `callerLimits` and `verifyCallerLimits` allow more, any number where one of those is off
   */
  readonly firewallRate?: number;
  /**
   * What AWS's reputation list and common rules do with requests that they match. Look at what they count before you let
   * them block.
   * @default 'count'
   */
  readonly firewallMode?: FirewallMode;
  /**
   * The verified identity in SES, if it is neither the sender's address nor its domain.
   * @default - the address or its domain
   */
  readonly emailIdentity?: string;
  /**
   * Makes the sender's domain an identity of SES: `emailIdentity`, or the domain of the sender.
   * @default - you have verified the identity yourself
   */
  readonly senderDomain?: SenderDomainProps;
  /**
   * Whether emails go only to servers that take them encrypted. With `require`, SES delivers none to a server without TLS:
   * no code reaches its people.
   * @default 'optional' - encrypted wherever the server can
   */
  readonly emailTls?: EmailTls;
  /**
   * Whether the account is still in the sandbox of SES.
   * @default false
   */
  readonly sandbox?: boolean;
  /**
   * Your own key in KMS. It encrypts the table, the secrets and the logs, and what exists already must be encrypted with it
   * or with a key of AWS. Its policy must allow that: see "Your own key" in docs/deploying.md.
   * @default - keys of AWS
   */
  readonly encryptionKey?: IKey;
  /**
   * How long logs are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: RetentionDays;
  /**
   * Sets the role with which API Gateway writes logs, for the whole account and region.
   * @default true - a new account has none
   */
  readonly cloudWatchRole?: boolean;
  /**
   * Signs in every three minutes as a person would, so that somebody hears within ten minutes that nobody can. It costs
   * 4.38 USD a month.
   * @default true
   */
  readonly heartbeat?: boolean;
  /**
   * Serves the API's reference at `/docs`, where people read and try the API. Its alarms cost 0.20 USD a month.
   * @default false
   */
  readonly apiReference?: boolean;
  /**
   * Gets a message about each alarm.
   * @default - none
   */
  readonly alarmTopic?: ITopic;
  /**
   * An alarm goes off when texts cost more than this, in USD a month.
   * @default 50
   */
  readonly smsSpend?: number;
  /**
   * Makes the log groups in which SNS writes what became of each text, and the role for it. CloudWatch masks the numbers there.
   * SNS writes nothing before you tell it to, see docs/runbooks/sms-undelivered.md. At most one stack of an account and region
   * can have them.
   * @default false
   */
  readonly smsDeliveryLogs?: boolean;
  /**
   * Your own words for emails and texts, in the place of ours: see "Your own words" in docs/languages.md.
   * @default - ours
   */
  readonly words?: OwnWords;
  /**
   * The processor that the functions run on.
   * @default Architecture.ARM_64 - a fifth cheaper
   */
  readonly architecture?: Architecture;
  /**
   * The code that is deployed. It gets the files that belong beside it: your own words.
   * @default - the functions' own source, bundled
   */
  readonly code?: MakeCode;
}
