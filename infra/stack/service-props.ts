import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { MakeCode } from './endpoint-function.ts';
import type { DomainProps } from './gateway/domain.ts';
import type { Settings } from './settings.ts';

export interface LoginCodeServiceProps {
  /**
   * A sender or a list of countries is all it takes: `{ emailFrom: 'login@example.com' }`. Tokens are for `audience`,
   * or unless it is set, for whoever names this API's own address.
   */
  readonly settings: Settings;
  /**
   * Where clients reach it.
   * @default - the address that API Gateway gives it
   */
  readonly domain?: DomainProps;
  /**
   * Codes asked for a second, by everybody together: also the ceiling on mail. Twice as many may be checked.
   * @default 10 - below the 14 mails a second that SES begins with
   */
  readonly requestsPerSecond?: number;
  /**
   * Requests that run at once at most, out of what the account allows.
   * @default - as many as the account allows
   */
  readonly reservedConcurrency?: number;
  /**
   * Puts AWS WAF in front, for about 10 USD a month and 0.60 USD a million requests.
   * @default - where texts are sent, since those are what is worth a fraud
   */
  readonly firewall?: boolean;
  /**
   * Requests from one address in five minutes that the firewall lets through.
   * @default 500 - well above `callerLimits`, which tell people how long to wait
   */
  readonly firewallRate?: number;
  /**
   * The identity verified in SES, where it is neither the sender's address nor its domain.
   * @default - the address or its domain
   */
  readonly emailIdentity?: string;
  /**
   * Whether the account is still in the sandbox of SES.
   * @default false
   */
  readonly sandbox?: boolean;
  /**
   * A key for the table.
   * @default - a key of AWS's own
   */
  readonly encryptionKey?: IKey;
  /**
   * How long logs are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: RetentionDays;
  /**
   * Sets the role by which API Gateway writes logs, for the whole account and region.
   * @default true - a fresh account has none
   */
  readonly cloudWatchRole?: boolean;
  /**
   * Told of alarms.
   * @default - nobody is told
   */
  readonly alarmTopic?: ITopic;
  /**
   * Texts for more USD a month than this are an alarm.
   * @default 50
   */
  readonly smsSpend?: number;
  /**
   * What the functions run on.
   * @default Architecture.ARM_64 - a fifth cheaper
   */
  readonly architecture?: Architecture;
  /**
   * What the functions are deployed as.
   * @default - their own source, bundled
   */
  readonly code?: MakeCode;
}
