import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { SendConfig } from '../../../lib/settings/config.ts';
import { Email, type EmailTls } from './email.ts';
import { senderDomainOf } from './sender-address.ts';
import { SenderDomain, type SenderDomainProps } from './sender-domain.ts';
import type { DnsRecord } from './sender-records.ts';
import { grantSms } from './sms.ts';

interface ChannelProps {
  readonly emailIdentity?: string;
  readonly senderDomain?: SenderDomainProps;
  readonly emailTls?: EmailTls;
  readonly sandbox?: boolean;
}

/** Makes what each channel that is on needs, and lets the functions use it. Gives the records that you have to make. */
export function openChannels(
  scope: Construct,
  { send, verify }: Readonly<Record<'send' | 'verify', LambdaFunction>>,
  { email, sms, code }: SendConfig,
  { emailIdentity: identity, emailTls: tls, senderDomain, sandbox }: ChannelProps,
): readonly DnsRecord[] | undefined {
  if (sms) grantSms(scope, send, verify, sms);
  if (email) new Email(scope, 'Email', { from: email.from, codeTtl: code.ttl, identity, tls, sandbox }).grantSend(send);
  if (!senderDomain) return undefined;
  const domain = email && senderDomainOf(email.from, identity);
  if (!domain) throw new Error('senderDomain needs emailFrom, and emailIdentity to be its domain or one above it');
  const { records } = new SenderDomain(scope, 'Sender', { ...senderDomain, domain });
  return senderDomain.hostedZoneId ? undefined : records;
}
