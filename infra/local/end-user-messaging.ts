import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { isNumber, keepTexts, type Outbox } from './mailbox.ts';
import { listen, type Running, surviving } from './server.ts';

/** The parts of SendTextMessage that the stack reads. */
interface Text {
  readonly DestinationPhoneNumber?: string;
  readonly OriginationIdentity?: string;
  readonly MessageBody?: string;
  readonly TimeToLive?: number;
  readonly Context?: { readonly locale?: string };
  readonly MessageFeedbackEnabled?: boolean;
}

type Answer = object | { readonly error: string; readonly reason: string };

/** Accepts SendTextMessage, in the AWS JSON protocol, keeps the text, and takes feedback about it once. */
export async function startEndUserMessaging(port: number, host: string): Promise<Running & Outbox> {
  const { keep, outbox } = keepTexts();
  const awaitingFeedback = new Set<string>();
  const operations: Readonly<Record<string, (input: never) => Answer>> = {
    SendTextMessage(text: Text) {
      const reason = complaintAbout(text);
      if (reason) return { error: 'ValidationException', reason };
      const MessageId = randomUUID();
      keep(textIn(text));
      if (text.MessageFeedbackEnabled) awaitingFeedback.add(MessageId);
      return { MessageId };
    },
    PutMessageFeedback: ({ MessageId, MessageFeedbackStatus }: Readonly<Record<string, string>>) =>
      awaitingFeedback.delete(MessageId ?? '')
        ? { MessageId, MessageFeedbackStatus }
        : { error: 'ResourceNotFoundException', reason: 'message' },
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = operations[String(request.headers['x-amz-target']).replace('PinpointSMSVoiceV2.', '')];
    const answer = operation?.((await json(request)) as never) ?? {
      error: 'ValidationException',
      reason: 'UNKNOWN_OPERATION',
    };
    const refused = 'error' in answer;
    response.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(refused ? { __type: answer.error, Reason: answer.reason } : answer));
  };
  return { ...(await listen(createServer(surviving(serve)), port, host)), ...outbox };
}

/** From five seconds to three days. */
const isTimeToLive = (seconds: number): boolean => Number.isInteger(seconds) && seconds >= 5 && seconds <= 259_200;

function complaintAbout({ DestinationPhoneNumber, MessageBody, TimeToLive = 259_200 }: Text): string | undefined {
  const valid = isNumber(DestinationPhoneNumber) && MessageBody && isTimeToLive(TimeToLive);
  return valid ? undefined : 'INVALID_PARAMETER';
}

const textIn = ({ DestinationPhoneNumber, OriginationIdentity, MessageBody, Context }: Text) => ({
  to: DestinationPhoneNumber ?? '',
  from: OriginationIdentity ?? null,
  text: MessageBody ?? '',
  locale: Context?.locale ?? null,
});
