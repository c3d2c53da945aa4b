import { secret } from './recorded.ts';

/**
 * Event records as AWS documents them, less fields that tell nothing more of the same kind, with another recipient and subject:
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
 * In EventBridge they stand in `detail`: https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html
 */
const records = {
  bounce: {
    eventType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        {
          emailAddress: 'recipient@example.com',
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 user unknown: recipient@example.com',
        },
      ],
      timestamp: '2017-08-05T00:41:02.669Z',
      feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000',
      reportingMTA: 'dsn; mta.example.com',
    },
  },
  complaint: {
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: 'recipient@example.com' }],
      timestamp: '2017-08-05T00:41:02.669Z',
      feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000',
      userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
      complaintFeedbackType: 'abuse',
      arrivalDate: '2017-08-05T00:41:02.669Z',
    },
  },
  delivery: {
    eventType: 'Delivery',
    delivery: {
      timestamp: '2016-10-19T23:21:04.133Z',
      processingTimeMillis: 11893,
      recipients: ['recipient@example.com'],
      smtpResponse: '250 2.6.0 Message received',
      reportingMTA: 'mta.example.com',
    },
  },
  reject: { eventType: 'Reject', reject: { reason: 'Bad content' } },
  send: { eventType: 'Send', send: {} },
} as const;

const mail = {
  timestamp: '2017-08-05T00:40:02.012Z',
  source: 'Sender Name <sender@example.com>',
  sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/sender@example.com',
  sendingAccountId: '123456789012',
  messageId: 'EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000',
  destination: ['recipient@example.com'],
  headersTruncated: false,
  headers: [
    { name: 'From', value: 'Sender Name <sender@example.com>' },
    { name: 'To', value: 'recipient@example.com' },
    { name: 'Subject', value: 'SUBJECT' },
  ],
  commonHeaders: { from: ['Sender Name <sender@example.com>'], to: ['recipient@example.com'], subject: 'SUBJECT' },
  tags: { 'ses:configuration-set': ['ConfigSet'], 'ses:from-domain': ['example.com'], locale: ['en'] },
};

const detailTypes = {
  bounce: 'Email Bounced',
  complaint: 'Email Complaint Received',
  delivery: 'Email Delivered',
  reject: 'Email Rejected',
  send: 'Email Sent',
} as const;

/** As EventBridge passes it on. `change` replaces fields of the part that the kind is named after. */
export function sesEvent(kind: keyof typeof records, to: string, change: object = {}) {
  const record: Record<string, unknown> = { ...records[kind], mail };
  const changed = { ...record, [kind]: { ...(record[kind] as object), ...change } };
  const subject = secret(`246813579${to.length} is your code, ${to}`);
  const detail = JSON.parse(
    JSON.stringify(changed).replaceAll('recipient@example.com', to).replaceAll('SUBJECT', subject),
  );
  return {
    version: '0',
    id: '12345678-1234-1234-1234-123456789012',
    'detail-type': detailTypes[kind],
    source: 'aws.ses',
    account: '123456789012',
    time: '2017-08-05T00:41:02Z',
    region: 'us-east-1',
    resources: ['arn:aws:ses:us-east-1:123456789012:configuration-set/ConfigSet'],
    detail,
  };
}
