import { PinpointSMSVoiceV2Client, PutMessageFeedbackCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { second } from '../core/time.ts';
import { clientSettings } from './client.ts';
import { lean } from './lean/lean.ts';

/** Tells End User Messaging that the person got this text. Throws if it was not told. */
export type TellReceived = (messageId: string) => Promise<void>;

/** One attempt of a second: the person waits for it. A text without feedback counts as not received, an hour later. */
export function createFeedback(endpoint: string | undefined): TellReceived {
  const client = lean(new PinpointSMSVoiceV2Client(clientSettings(endpoint, second, 1)));
  return async (MessageId) => {
    await client.send(new PutMessageFeedbackCommand({ MessageId, MessageFeedbackStatus: 'RECEIVED' }));
  };
}
