import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { SendConfig } from '../../../lib/settings/config.ts';
import type { LoginCodeServiceProps } from '../service-props.ts';
import { Email } from './email.ts';
import { grantSms } from './sms.ts';

type ChannelsProps = Pick<LoginCodeServiceProps, 'emailIdentity' | 'emailTls' | 'sandbox'>;

/** Lets the function send by each channel that is on. */
export function grantChannels(
  scope: Construct,
  send: LambdaFunction,
  { email, sms, code }: SendConfig,
  { emailIdentity: identity, emailTls: tls, sandbox }: ChannelsProps,
): void {
  if (email) new Email(scope, 'Email', { from: email.from, codeTtl: code.ttl, identity, tls, sandbox }).grantSend(send);
  if (sms) grantSms(scope, 'SendSms', send);
}
