import { type MessageAttributeValue, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Runtime } from '../runtime/runtime.ts';
import { deliveryClientSettings } from './client.ts';
import { deliverWith } from './delivery.ts';
import { lean } from './lean/lean.ts';
import { registrationOf, type SendSms, type SmsSettings, senderTo } from './sms.ts';

/** For a number that has opted out, SNS answers with success and sends nothing. */
export function createSns(
  settings: SmsSettings,
  endpoint: string | undefined,
  { log, now }: Pick<Runtime, 'log' | 'now'>,
): SendSms {
  const client = lean(new SNSClient(deliveryClientSettings(endpoint, now)));
  const { maxPrice } = settings;
  return (target, message) => {
    const { senderId, originationNumber } = senderTo(target, settings);
    const { entityId, templateId } = registrationOf(target, message, settings) ?? {};
    const command = new PublishCommand({
      PhoneNumber: target.canonical,
      Message: message.text,
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': text('Transactional'),
        ...(maxPrice && { 'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: maxPrice } }),
        ...(senderId && { 'AWS.SNS.SMS.SenderID': text(senderId) }),
        ...(originationNumber && { 'AWS.MM.SMS.OriginationNumber': text(originationNumber) }),
        ...(entityId && { 'AWS.MM.SMS.EntityId': text(entityId) }),
        ...(templateId && { 'AWS.MM.SMS.TemplateId': text(templateId) }),
        locale: text(message.locale),
      },
    });
    return deliverWith((abortSignal) => client.send(command, { abortSignal }), 'SNS', log);
  };
}

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value });
