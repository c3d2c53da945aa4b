import { Duration, Stack, Token, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Millis } from '../../../lib/core/time.ts';
import { variable } from '../../../lib/settings/variables.ts';
import { addressIn, domainOf } from './sender-address.ts';

/** Whether a mail goes only to servers that take it encrypted, or also to others. */
export type EmailTls = 'require' | 'optional';

export interface EmailProps {
  /** `login@example.com` or `Acme <login@example.com>`. */
  readonly from: string;
  /** How long a code is valid. */
  readonly codeTtl: Millis;
  /**
   * The verified identity in SES, if it is neither the sender's address nor its domain.
   * @default - the address or its domain
   */
  readonly identity?: string;
  /**
   * Whether the account is still in the sandbox of SES, where the recipient's identity needs a permission too.
   * @default false
   */
  readonly sandbox?: boolean;
  /**
   * With `require`, SES delivers no mail to a server without TLS: no code reaches its people.
   * @default 'optional' - encrypted wherever the server can
   */
  readonly tls?: EmailTls;
}

/** SES takes no shorter time. */
const minDeliveryDuration = Duration.minutes(5);

/** SES sends nothing to addresses that bounced or complained, and counts in CloudWatch what happens to our mail. */
export class Email extends ConfigurationSet {
  readonly #props: EmailProps;

  constructor(scope: Construct, id: string, props: EmailProps) {
    const codeTtl = Duration.millis(props.codeTtl);
    super(scope, id, {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
      ...(props.tls === 'require' && { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE }),
      // SES would try for 14 hours. A code that arrives after it expired is of no use.
      maxDeliveryDuration: codeTtl.toSeconds() > minDeliveryDuration.toSeconds() ? codeTtl : minDeliveryDuration,
    });
    this.#props = props;
    this.addEventDestination('Metrics', {
      destination: EventDestination.cloudWatchDimensions([
        { source: CloudWatchDimensionSource.MESSAGE_TAG, name: configurationSetTag, defaultValue: 'none' },
      ]),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  /** Lets the function send mail from our sender only, and tells it the configuration set. */
  grantSend(grantee: LambdaFunction): void {
    const { from, identity, sandbox = false } = this.#props;
    const address = addressIn(from);
    const given = identity === undefined ? [] : [identity];
    const identities = sandbox ? ['*'] : [address, domainOf(address), ...given];
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          ...identities.map((name) => this.#arnOf('identity', name)),
          this.#arnOf('configuration-set', this.configurationSetName),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': address } },
      }),
    );
    if (sandbox && grantee.role) {
      Validations.of(grantee.role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${this.#namedByRule()}:identity/*]`,
        reason: 'In the sandbox every recipient is an identity too. Without `sandbox=true` this permission is gone.',
      });
    }
    grantee.addEnvironment(variable.sesConfigurationSet, this.configurationSetName);
  }

  /** The rule writes placeholders, unless the stack is told where it goes. */
  #namedByRule(): string {
    const { partition, region, account } = Stack.of(this);
    const named = (value: string, name: string) => (Token.isUnresolved(value) ? `<AWS::${name}>` : value);
    return `arn:${named(partition, 'Partition')}:ses:${named(region, 'Region')}:${named(account, 'AccountId')}`;
  }

  #arnOf(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
  }
}

/** SES adds this tag to each message. */
export const configurationSetTag = 'ses:configuration-set';
