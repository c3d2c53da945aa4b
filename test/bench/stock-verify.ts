/** What verifying is compared with: clients made at module scope, the calls that ours makes, and nothing else. */
import { DynamoDBClient, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { GetPublicKeyCommand, KMSClient, SignCommand, type SignCommandInput } from '@aws-sdk/client-kms';
import {
  GetSecretValueCommand,
  type GetSecretValueCommandInput,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { StockEvent } from './cold.ts';
import { inputsOf } from './replay.ts';

const dynamodb = new DynamoDBClient();
const kms = new KMSClient();
const secretsManager = new SecretsManagerClient();
let secrets: Promise<unknown> | undefined;
let publicKey: Promise<unknown> | undefined;

export async function handler({ calls }: StockEvent) {
  secrets ??= Promise.all(
    inputsOf<GetSecretValueCommandInput>(calls, 'GetSecretValue').map((input) =>
      secretsManager.send(new GetSecretValueCommand(input)),
    ),
  );
  await secrets;
  const [caller, attempt, ...ends] = inputsOf<UpdateItemCommandInput>(calls, 'UpdateItem');
  const [sign] = inputsOf<SignCommandInput>(calls, 'Sign');
  if (!caller || !attempt || !sign) throw new Error('these are not the calls of verifying');
  publicKey ??= kms.send(new GetPublicKeyCommand({ KeyId: sign.KeyId }));
  await Promise.all([dynamodb.send(new UpdateItemCommand(caller)), publicKey]);
  await dynamodb.send(new UpdateItemCommand(attempt));
  await kms.send(new SignCommand(sign));
  await Promise.all(ends.map((end) => dynamodb.send(new UpdateItemCommand(end))));
  return { statusCode: 200 };
}
