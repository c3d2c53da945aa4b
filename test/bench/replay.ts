/** The recorded calls of a request, made again by the SDK's clients: those that ours makes beside each other, beside each other. */
import {
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Recorded } from './stub.ts';

/** A JSON body is the input of its command, but for bytes, which it has in base64. */
export const inputsOf = <Input>(calls: readonly Recorded[], operation: string): readonly Input[] =>
  calls.filter((call) => call.operation === operation).map(({ body }) => JSON.parse(body, revive) as Input);

const bytes = new Set(['B', 'Message']);
const revive = (key: string, value: unknown): unknown =>
  bytes.has(key) && typeof value === 'string' ? Buffer.from(value, 'base64') : value;

/** The writes of a send: the caller's hit, then the target's beside the challenge, then what is left. */
export function sendWrites(dynamodb: DynamoDBClient, calls: readonly Recorded[]): () => Promise<void> {
  const [caller, target, ...others] = inputsOf<UpdateItemCommandInput>(calls, 'UpdateItem');
  const [challenge] = inputsOf<PutItemCommandInput>(calls, 'PutItem');
  if (!caller || !target || !challenge) throw new Error('these are not the calls of a send');
  return async () => {
    await dynamodb.send(new UpdateItemCommand(caller));
    await Promise.all([dynamodb.send(new UpdateItemCommand(target)), dynamodb.send(new PutItemCommand(challenge))]);
    for (const other of others) await dynamodb.send(new UpdateItemCommand(other));
  };
}
