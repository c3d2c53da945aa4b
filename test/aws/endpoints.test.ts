import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { PinpointSMSVoiceV2Client, PutMessageFeedbackCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetAccountCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterEach, expect, test } from '@jest/globals';
import { clientSettings } from '../../lib/aws/client.ts';
import { variable } from '../../lib/settings/variables.ts';

const names = [
  variable.dynamodbEndpoint,
  variable.sesEndpoint,
  variable.snsEndpoint,
  variable.endUserMessagingEndpoint,
  variable.secretsManagerEndpoint,
];
afterEach(() => {
  for (const name of names) delete process.env[name];
});

/** Where the client would send it. */
test.each([
  ['dynamodb', () => new DynamoDBClient(settings).send(new ListTablesCommand())],
  ['email', () => new SESv2Client(settings).send(new GetAccountCommand())],
  ['sns', () => new SNSClient(settings).send(new PublishCommand({ Message: '.' }))],
  [
    'sms-voice',
    () =>
      new PinpointSMSVoiceV2Client(settings).send(
        new PutMessageFeedbackCommand({ MessageId: '.', MessageFeedbackStatus: 'RECEIVED' }),
      ),
  ],
  ['secretsmanager', () => new SecretsManagerClient(settings).send(new GetSecretValueCommand({ SecretId: '.' }))],
])('a deployed function, whose endpoints are declared and empty, calls %s of AWS', async (service, call) => {
  for (const name of names) process.env[name] = '';
  await expect(call()).rejects.toThrow(`${service}.us-east-1.amazonaws.com`);
});

const settings = {
  ...clientSettings(undefined, 1_000, 1),
  requestHandler: {
    handle: async ({ hostname }: { hostname: string }): Promise<never> => {
      throw new Error(hostname);
    },
  },
};
