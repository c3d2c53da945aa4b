import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { expect, test } from '@jest/globals';
import { idleSteps, lean } from '../../../lib/aws/lean/lean.ts';

test.each([DynamoDBClient, SESv2Client, SNSClient, KMSClient, SecretsManagerClient])(
  'what is taken out of a client is there before, and not afterwards (%p)',
  (Client) => {
    const steps = (client: InstanceType<typeof Client>): string[] =>
      client.middlewareStack.identify().map((step) => step.split(' ')[0] ?? '');
    const before = steps(new Client());
    const after = steps(lean(new Client()));
    expect(before).toEqual(expect.arrayContaining([...idleSteps]));
    expect(after).toEqual(
      before.filter((step) => !idleSteps.includes(step.replace(/:.*/, '') as (typeof idleSteps)[number])),
    );
    expect(after).toHaveLength(before.length - idleSteps.length);
  },
);
