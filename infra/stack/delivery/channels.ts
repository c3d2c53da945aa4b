import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { SendConfig } from '../../../lib/settings/config.ts';
import type { LogGroupProps } from '../log-group.ts';
import { Email, type EmailTls } from './email.ts';
import { tellOfMail } from './email-events.ts';
import { senderDomainOf } from './sender-address.ts';
import { SenderDomain, type SenderDomainProps } from './sender-domain.ts';
import type { DnsRecord } from './sender-records.ts';
import { grantSms } from './sms.ts';
import { SmsLogs } from './sms-logs.ts';

interface ChannelFunctions {
  readonly send: LambdaFunction;
  readonly verify: LambdaFunction;
  /** Undefined: email is off. */
  readonly emailEvents: LambdaFunction | undefined;
}

interface ChannelProps extends LogGroupProps {
  readonly smsDeliveryLogs?: boolean;
  readonly emailIdentity?: string;
  readonly senderDomain?: SenderDomainProps;
  readonly emailTls?: EmailTls;
  readonly sandbox?: boolean;
}

/** Makes what each channel that is on needs, and lets the functions use it. Gives the records that you have to make. */
export function openChannels(
  scope: Construct,
  { send, verify, emailEvents }: ChannelFunctions,
  { email, sms, code }: SendConfig,
  props: ChannelProps,
): readonly DnsRecord[] | undefined {
  const { emailIdentity: identity, emailTls: tls, senderDomain, sandbox, smsDeliveryLogs } = props;
  if (sms) grantSms(scope, send, verify, sms);
  if (smsDeliveryLogs) {
    if (sms?.service !== 'sns') throw new Error('smsDeliveryLogs needs smsCountries, and texts that go out by SNS');
    new SmsLogs(scope, 'SmsLogs', props);
  }
  if (email) {
    const mail = new Email(scope, 'Email', { from: email.from, codeTtl: code.ttl, identity, tls, sandbox });
    mail.grantSend(send);
    if (emailEvents) tellOfMail(mail, emailEvents);
  }
  if (!senderDomain) return undefined;
  const domain = email && senderDomainOf(email.from, identity);
  if (!domain) throw new Error('senderDomain needs emailFrom, and emailIdentity to be its domain or one above it');
  const { records } = new SenderDomain(scope, 'Sender', { ...senderDomain, domain });
  return senderDomain.hostedZoneId ? undefined : records;
}
