/** What init is compared with: the three clients, and one command of each, with nothing of ours. */
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';

/** Nothing but the imports happens at start: clients made there would only make the baseline slower. */
export async function handler() {
  const [dynamodb, ses, sns] = [new DynamoDBClient(), new SESv2Client(), new SNSClient()];
  const text = { Data: 'text' };
  await dynamodb.send(new PutItemCommand({ TableName: 'login-code', Item: { pk: { S: 'key' } } }));
  await ses.send(new SendEmailCommand({ Content: { Simple: { Subject: text, Body: { Text: text } } } }));
  await sns.send(new PublishCommand({ PhoneNumber: '+12025550123', Message: 'text' }));
  return { statusCode: 200 };
}
