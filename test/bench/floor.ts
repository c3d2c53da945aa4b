/**
 * What no send can do without: its calls with the payloads they have, by the SDK's own clients as they come, and nothing else.
 * The second and third go out beside each other, as ours do.
 */
import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { answer } from './process.ts';
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
  const inputs = (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ body }) => JSON.parse(body, revive));
  const [caller, target] = inputs('UpdateItem');
  const [challenge] = inputs('PutItem');
  const [mail] = inputs('SendEmail');
  const ses = newConnection ? unkept : kept;
  const before = process.cpuUsage();
  for (let i = 0; i < sends; i++) {
    await dynamodb.send(new UpdateItemCommand(caller));
    await Promise.all([dynamodb.send(new UpdateItemCommand(target)), dynamodb.send(new PutItemCommand(challenge))]);
    await ses.send(new SendEmailCommand(mail));
  }
  const { user, system } = process.cpuUsage(before);
  return { cpuUs: (user + system) / sends };
});

/** A JSON body is the input of its command, but for bytes, which it has in base64. */
const revive = (key: string, value: unknown): unknown =>
  key === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value;
