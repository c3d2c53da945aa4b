/** What a send is compared with: clients made at module scope, the calls that ours makes, and nothing else. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  GetSecretValueCommand,
  type GetSecretValueCommandInput,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import type { StockEvent } from './cold.ts';
import { inputsOf, sendWrites } from './replay.ts';

const dynamodb = new DynamoDBClient();
const ses = new SESv2Client();
const secretsManager = new SecretsManagerClient();
let secrets: Promise<unknown> | undefined;

export async function handler({ calls }: StockEvent) {
  secrets ??= Promise.all(
    inputsOf<GetSecretValueCommandInput>(calls, 'GetSecretValue').map((input) =>
      secretsManager.send(new GetSecretValueCommand(input)),
    ),
  );
  await secrets;
  await sendWrites(dynamodb, calls)();
  for (const mail of inputsOf<SendEmailCommandInput>(calls, 'SendEmail')) await ses.send(new SendEmailCommand(mail));
  return { statusCode: 200 };
}
