import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { MakeCode } from './endpoint-function.ts';
import type { DomainProps } from './gateway/domain.ts';
import type { FirewallMode } from './gateway/firewall.ts';
import type { Settings } from './settings.ts';

/** Only `settings` is required. */
export interface LoginCodeServiceProps {
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
   * How many requests for codes may run at once. Lambda reserves them out of the account's concurrency.
   * @default - as many as the account allows
   */
  readonly reservedConcurrency?: number;
  /**
   * Puts AWS WAF in front of the API, so that one address cannot fill up its ceiling. It costs 8 USD a month, and 0.60 USD a
   * million requests.
   * @default true
   */
  readonly firewall?: boolean;
  /**
   * Requests to `/auth/` that the firewall allows from one IP address in five minutes. Behind a CDN, that is an address in
   * `callerIpHeader` together with the CDN's own.
   * @default 500 - well above `callerLimits`, which unlike the firewall tell people how long to wait. Any number where those
   * are off
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
   * Whether the account is still in the sandbox of SES.
   * @default false
   */
  readonly sandbox?: boolean;
  /**
   * The key that encrypts the table.
   * @default - a key that AWS owns
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
   * The processor that the functions run on.
   * @default Architecture.ARM_64 - a fifth cheaper
   */
  readonly architecture?: Architecture;
  /**
   * The code that is deployed.
   * @default - the functions' own source, bundled
   */
  readonly code?: MakeCode;
}
