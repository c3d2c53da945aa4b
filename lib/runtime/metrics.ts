import type { EmailEventKind } from '../core/email-event.ts';
import type { HeartbeatStep } from '../core/heartbeat-steps.ts';
import type { Limiter } from '../core/limiters.ts';
import { writeLine } from './log.ts';

/** Every metric by its name in CloudWatch: its dimension, and what to do when it moves. */
export const metrics = {
  Sent: {
    by: 'channel',
    whenItMoves:
      'Falls: people cannot sign in; look at DeliveryFailed and Denied. Rises without new users: look at Denied.',
  },
  Denied: {
    by: 'limit',
    whenItMoves:
      'caller: somebody tries many addresses, or a backend of yours shares one IP (CALLER_LIMITS). target: many callers ask for one address, or it is locked after many wrong codes. target-caller: one caller asks for one address again and again, or gets no more codes for it after ten wrong ones; many of these may also mean that your client does not send device_token. devices: the known devices of one person ask too often together; if it lasts, somebody may have copied a device token. device: one known device asks again before its wait is over; look at your client. email-budget: the mails of the day are used up, or the four fifths of them that strangers have; find out why before raising EMAIL_BUDGET. sms-budget: the same for a country and SMS_COUNTRIES. sms-guard: too many texts to a country or number block stay unanswered; look at PumpingSuspected. verify-caller: somebody guesses codes, or a backend of yours shares one IP (VERIFY_CALLER_LIMITS).',
  },
  BudgetHalfSpent: {
    by: 'budget',
    whenItMoves:
      'Half of the messages of a UTC day are sent: email-budget is EMAIL_BUDGET, sms-budget a country of SMS_COUNTRIES, which the log names. It is a flood or a busy day: look at Denied, and at Verified against Sent.',
  },
  PumpingSuspected: {
    by: 'scope',
    whenItMoves:
      'Too many texts of the day are not answered, to a country or to a number block: somebody may have them sent for a share of their price, or codes do not arrive. SMS_GUARD says whether more are refused; the log names the country.',
  },
  DeliveryFailed: {
    by: 'channel',
    whenItMoves:
      'SES or SNS refuses messages: look for "refuses us" in the log, then at quotas and the account\'s standing.',
  },
  DeliveryUnknown: {
    by: 'channel',
    whenItMoves: 'SES or SNS answers late or not at all: look at the health of the region. These count as sent.',
  },
  EmailEvent: {
    by: 'event',
    whenItMoves:
      'What SES says became of the emails. delivery falls against Sent: they do not arrive. bounce: the addresses do not exist, or SES has them on its suppression list; somebody may be trying addresses. soft-bounce: a mail server did not take them before the code expired. complaint: people did not ask for them. reject: SES found a virus. The log says why.',
  },
  Verified: {
    by: 'channel',
    whenItMoves: 'Falls against Sent: codes do not arrive, or somebody has them sent and never uses them.',
  },
  VerifyFailed: {
    by: 'channel',
    whenItMoves:
      'Rises against Verified: somebody guesses codes; look for many callers in the log of requests, and let the firewall hold them back.',
  },
  TestTargetUsed: {
    by: 'channel',
    whenItMoves:
      'Somebody uses a test identity (TEST_TARGETS): counted in place of Sent and Verified. Outside a review or a test run, change its code.',
  },
  HeartbeatFailed: {
    by: 'step',
    whenItMoves:
      'The heartbeat could not sign in: 1 for the step that failed, 0 for the others, and nothing at all if it did not run. The runbook of the step, heartbeat-STEP, says what to look at first.',
  },
  SmsLimit: {
    by: undefined,
    whenItMoves:
      'What the account may spend on texts in a month, in USD, as the heartbeat reads it from SNS. A new account begins with 1.',
  },
  TableThrottled: {
    by: undefined,
    whenItMoves: "DynamoDB holds us back: raise the table's maximum throughput, or look for one hot caller or target.",
  },
} as const satisfies Record<string, { readonly by: string | undefined; readonly whenItMoves: string }>;

/** One event to count: its metric and its dimension. */
export type Measurement =
  | {
      readonly metric: 'Sent' | 'DeliveryFailed' | 'DeliveryUnknown' | 'Verified' | 'VerifyFailed' | 'TestTargetUsed';
      readonly channel: 'email' | 'sms';
    }
  | { readonly metric: 'Denied'; readonly limit: Limiter }
  | { readonly metric: 'BudgetHalfSpent'; readonly budget: 'email-budget' | 'sms-budget' }
  | { readonly metric: 'PumpingSuspected'; readonly scope: 'country' | 'block' }
  | { readonly metric: 'EmailEvent'; readonly event: EmailEventKind }
  | { readonly metric: 'HeartbeatFailed'; readonly step: HeartbeatStep }
  | { readonly metric: 'SmsLimit' }
  | { readonly metric: 'TableThrottled' };

/** `value` is 1 unless given: one event. */
export type Measure = (measurement: Measurement, value?: number) => void;

export const metricNamespace = 'login-code';

/** Writes CloudWatch's embedded metric format: one log line for each event, and no call. */
export const createMeasure =
  (service: string): Measure =>
  ({ metric, ...kind }, value = 1) => {
    const dimensions = { service, ...kind };
    const Metrics = [{ Name: metric, Unit: metric === 'SmsLimit' ? 'None' : 'Count' }]; // CloudWatch has no unit for money
    writeLine({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [{ Namespace: metricNamespace, Dimensions: [Object.keys(dimensions)], Metrics }],
      },
      ...dimensions,
      [metric]: value,
    });
  };
