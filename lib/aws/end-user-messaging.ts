import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { secondsLeft } from '../core/time.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { deliveryClientSettings } from './client.ts';
import { deliverWith } from './delivery.ts';
import { lean } from './lean/lean.ts';
import { registrationOf, type SendSms, type SmsSettings, senderTo } from './sms.ts';

/** AWS End User Messaging. Unlike SNS, it gives up when the code has expired, and says which numbers it does not serve. */
export function createEndUserMessaging(
  settings: SmsSettings,
  endpoint: string | undefined,
  { log, now }: Pick<Runtime, 'log' | 'now'>,
): SendSms {
  const client = lean(new PinpointSMSVoiceV2Client(deliveryClientSettings(endpoint, now)));
  const { maxPrice, protectConfiguration, feedback } = settings;
  return async (target, message) => {
    const { senderId, originationNumber } = senderTo(target, settings);
    const { entityId, templateId } = registrationOf(target, message, settings) ?? {};
    const command = new SendTextMessageCommand({
      DestinationPhoneNumber: target.canonical,
      OriginationIdentity: originationNumber ?? senderId,
      MessageBody: message.text,
      MessageType: 'TRANSACTIONAL',
      TimeToLive: secondsLeft(message.lifetime),
      Context: { locale: message.locale },
      ...(maxPrice && { MaxPrice: withFraction(maxPrice) }),
      ...(protectConfiguration && { ProtectConfigurationId: protectConfiguration }),
      ...(feedback && { MessageFeedbackEnabled: true }),
      ...(entityId && {
        DestinationCountryParameters: { IN_ENTITY_ID: entityId, ...(templateId && { IN_TEMPLATE_ID: templateId }) },
      }),
    });
    let messageId: string | undefined;
    const send = async (abortSignal: AbortSignal) => {
      messageId = (await client.send(command, { abortSignal })).MessageId;
    };
    const delivery = await deliverWith(send, 'End User Messaging', log);
    return delivery === 'sent' && feedback && messageId ? { messageId } : delivery;
  };
}

/** It takes no whole number. */
const withFraction = (usd: string): string => (usd.includes('.') ? usd : `${usd}.0`);
