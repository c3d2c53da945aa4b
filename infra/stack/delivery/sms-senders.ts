import type { Sms } from '../../../lib/settings/sms.ts';

/**
 * What End User Messaging's resources are called, as the end of an ARN or as a whole one: everything that SendTextMessage names.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsendusermessagingsmsandvoicev2.html
 */
export function sendersAllowed(sms: Sms): readonly string[] {
  const { senderId, originationNumber, senders, protectConfiguration } = sms;
  const everywhere = senderId ?? originationNumber;
  // Where no sender is named, AWS takes any that the account has.
  if (everywhere === undefined) return ['*'];
  const named = [resourceOf(everywhere, '*'), ...[...senders].map(([country, sender]) => resourceOf(sender, country))];
  const protect = protectConfiguration && protectOf(protectConfiguration);
  return [...new Set([...named, ...(protect ? [protect] : [])])];
}

function resourceOf(sender: string, country: string): string {
  if (sender.startsWith('arn:')) return sender;
  if (sender.startsWith('pool-')) return `pool/${sender}`;
  if (sender.startsWith('phone-')) return `phone-number/${sender}`;
  return /^\+?\d+$/.test(sender) ? 'phone-number/*' : `sender-id/${sender}/${country}`;
}

const protectOf = (name: string): string => (name.startsWith('arn:') ? name : `protect-configuration/${name}`);
