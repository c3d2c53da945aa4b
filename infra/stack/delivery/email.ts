import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Millis } from '../../../lib/core/time.ts';
import { variable } from '../../../lib/settings/variables.ts';

export interface EmailProps {
  /** `login@example.com` or `Acme <login@example.com>`. */
  readonly from: string;
  /** How long a code is valid. */
  readonly codeTtl: Millis;
  /**
   * The identity verified in SES, where it is neither the address nor its domain.
   * @default - whichever of the two there is
   */
  readonly identity?: string;
  /**
   * In the sandbox SES also asks for a permission on the identity of whoever the mail goes to.
   * @default false
   */
  readonly sandbox?: boolean;
}

/** SES tries no shorter. */
const minDeliveryDuration = Duration.minutes(5);

/** How SES treats our mail: addresses that bounce or complain get none, and CloudWatch counts what becomes of it. */
export class Email extends ConfigurationSet {
  readonly #props: EmailProps;

  constructor(scope: Construct, id: string, props: EmailProps) {
    const codeTtl = Duration.millis(props.codeTtl);
    super(scope, id, {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
      // A code that comes after it expired is of no use: SES would try for 14 hours.
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

  /** Lets the function send as our sender and as nobody else, and tells it through what. */
  grantSend(grantee: LambdaFunction): void {
    const { from, identity, sandbox = false } = this.#props;
    const address = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
    const domain = address.slice(address.lastIndexOf('@') + 1);
    const identities = sandbox ? ['*'] : [address, domain, ...(identity === undefined ? [] : [identity])];
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
        id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
        reason: 'In the sandbox every recipient is an identity too. It goes with `sandbox=true`.',
      });
    }
    grantee.addEnvironment(variable.sesConfigurationSet, this.configurationSetName);
  }

  #arnOf(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
  }
}

/** SES tags each message with it. */
const configurationSetTag = 'ses:configuration-set';
