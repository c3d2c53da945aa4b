import { Duration, Validations } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { configurationSetTag, type Email } from './email.ts';

/** By SES's name for it in EventBridge. */
const events = {
  'Email Delivered': EmailSendingEvent.DELIVERY,
  'Email Bounced': EmailSendingEvent.BOUNCE,
  'Email Complaint Received': EmailSendingEvent.COMPLAINT,
  'Email Rejected': EmailSendingEvent.REJECT,
} as const;

/**
 * Tells the function what becomes of each mail of ours. By EventBridge, where nothing is stored: a topic would have to be
 * encrypted with a key of its own that SES may use.
 */
export function tellOfMail(email: Email, listener: LambdaFunction): void {
  email.addEventDestination('Events', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(email, 'Bus', 'default')), // SES takes no other
    events: Object.values(events),
  });
  const rule = new Rule(email, 'Told', {
    eventPattern: {
      source: ['aws.ses'],
      detailType: Object.keys(events),
      detail: { mail: { tags: { [configurationSetTag]: [email.configurationSetName] } } },
    },
    targets: [new LambdaTarget(listener, { retryAttempts: 8, maxEventAge: Duration.hours(1) })],
  });
  Validations.of(rule).acknowledge({ id: 'Serverless-EventBusDLQ', reason: lostEvents });
}

export const lostEvents = 'A lost event costs one count of a metric, or one mark, which the next bounce makes again.';
