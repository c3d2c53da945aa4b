import { type MessageAttributeValue, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Delivery, SmsMessage } from '../core/message.ts';
import type { PhoneTarget } from '../core/target.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { deliveryClientSettings } from './client.ts';
import { deliverWith } from './delivery.ts';
import { lean } from './lean/lean.ts';

export interface SmsSettings {
  /** USD a message. */
  readonly maxPrice: string | undefined;
  readonly senderId: string | undefined;
  readonly originationNumber: string | undefined;
}

export type SendSms = (target: PhoneTarget, message: SmsMessage) => Promise<Delivery>;

/** For a number that has opted out, SNS answers with success and sends nothing. */
export function createSms(
  settings: SmsSettings,
  endpoint: string | undefined,
  { log, now }: Pick<Runtime, 'log' | 'now'>,
): SendSms {
  const client = lean(new SNSClient(deliveryClientSettings(endpoint, now)));
  const fixed = {
    'AWS.SNS.SMS.SMSType': text('Transactional'),
    ...(settings.maxPrice && { 'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: settings.maxPrice } }),
    ...(settings.senderId && { 'AWS.SNS.SMS.SenderID': text(settings.senderId) }),
    ...(settings.originationNumber && { 'AWS.MM.SMS.OriginationNumber': text(settings.originationNumber) }),
  };
  return ({ canonical }, message) => {
    const command = new PublishCommand({
      PhoneNumber: canonical,
      Message: message.text,
      MessageAttributes: { ...fixed, locale: text(message.locale) },
    });
    return deliverWith((abortSignal) => client.send(command, { abortSignal }), 'SNS', log);
  };
}

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value });
