/**
 * What no send can do without: its calls with the payloads they have, by the SDK's own clients as they come, and nothing else.
 * Those that ours makes beside each other go out beside each other.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { answer } from './process.ts';
import { inputsOf, sendWrites } from './replay.ts';
import type { Recorded } from './stub.ts';

export interface FloorQuestion {
  /** Those of one send. */
  readonly calls: readonly Recorded[];
  readonly sends: number;
  /** A connection of its own for each mail. */
  readonly newConnection: boolean;
}

export interface FloorReply {
  readonly cpuUs: number;
}

const dynamodb = new DynamoDBClient();
const kept = new SESv2Client();
const unkept = new SESv2Client({
  requestHandler: { httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } },
});

answer<FloorQuestion, FloorReply>(async ({ calls, sends, newConnection }) => {
  const write = sendWrites(dynamodb, calls);
  const [mail] = inputsOf<SendEmailCommandInput>(calls, 'SendEmail');
  if (!mail) throw new Error('these are not the calls of an email');
  const ses = newConnection ? unkept : kept;
  const before = process.cpuUsage();
  for (let i = 0; i < sends; i++) {
    await write();
    await ses.send(new SendEmailCommand(mail));
  }
  const { user, system } = process.cpuUsage(before);
  return { cpuUs: (user + system) / sends };
});
