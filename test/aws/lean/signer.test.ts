import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { expect, test } from '@jest/globals';
import type { AwsCredentialIdentity, HttpRequest } from '@smithy/types';
import fc from 'fast-check';
import { createRequestSigner } from '../../../lib/aws/lean/signer.ts';

const request = (headers: Record<string, string>, body?: string | Uint8Array, path = '/'): HttpRequest => ({
  protocol: 'https:',
  hostname: headers.host ?? '',
  method: 'POST',
  path,
  query: {},
  headers: { ...headers },
  body,
});

const credentials: AwsCredentialIdentity = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const source = (held: AwsCredentialIdentity = credentials) => ({
  region: async () => 'us-east-1',
  credentials: async () => held,
  defaultSigningName: 'service',
});

test("a signature is the one of AWS's own test suite (post-vanilla)", async () => {
  const { headers } = await createRequestSigner(source()).sign(request({ host: 'example.amazonaws.com' }), {
    signingDate: new Date('2015-08-30T12:36:00Z'),
  });
  expect(headers.authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  );
});

const clients = { DynamoDBClient, SESv2Client, SNSClient, KMSClient, SecretsManagerClient };

test.each(Object.entries(clients))(
  "a signature is the one that the SDK's own signer makes for %s",
  async (_, Client) => {
    const text = fc.string({ unit: 'binary' });
    const anyRequest = fc.record({
      body: fc.oneof(text, fc.uint8Array(), fc.constant(undefined)),
      path: fc.constantFrom('/', '/v2/email/outbound-emails', '/functions/arn%3Aaws%3Alambda/invocations'),
      target: fc.stringMatching(/^[\w.]{1,60}$/),
      at: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
      secretAccessKey: fc.stringMatching(/^[\w/+]{1,40}$/),
      sessionToken: fc.option(fc.stringMatching(/^[\w/+=]{1,80}$/), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ body, path, target, at: signingDate, ...secrets }) => {
        const held = { accessKeyId: 'AKIDEXAMPLE', ...secrets };
        const client = new Client({ region: 'eu-west-1', credentials: held });
        const headers = {
          host: 'service.eu-west-1.amazonaws.com',
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': target,
          'x-amz-content-sha256': createHash('sha256')
            .update(body ?? '')
            .digest('hex'), // the SDK adds it by itself
        };
        const theirs = await (await client.config.signer()).sign(request(headers, body, path), { signingDate });
        const ours = await createRequestSigner(client.config).sign(request(headers, body, path), { signingDate });
        expect(ours.headers).toEqual(theirs.headers);
      }),
      { numRuns: 50 },
    );
  },
);

test('headers that a proxy may touch are not signed, nor is what an earlier attempt left', async () => {
  const signer = createRequestSigner(source());
  const one = request({
    host: 'a',
    'user-agent': 'x',
    'X-Amzn-Trace-Id': 'x',
    'amz-sdk-request': 'attempt=1',
    'content-length': '1',
  });
  const signingDate = new Date();
  const { authorization: first = '' } = { ...(await signer.sign(one, { signingDate })).headers };
  one.headers['amz-sdk-request'] = 'attempt=2';
  expect((await signer.sign(one, { signingDate })).headers.authorization).toBe(first);
  expect(first).toContain('SignedHeaders=host;x-amz-date,');
});

test('a key is of its day, its region and its secret: none outlives a change of any', async () => {
  const held = { ...credentials };
  const signer = createRequestSigner(source(held));
  const signatures = async (sign: typeof signer.sign) => {
    const made: unknown[] = [];
    for (const [day, region, secret] of [
      ['2025-01-01', 'us-east-1', 'a'],
      ['2025-01-02', 'us-east-1', 'a'],
      ['2025-01-02', 'eu-west-1', 'a'],
      ['2025-01-02', 'eu-west-1', 'b'],
    ] as const) {
      held.secretAccessKey = secret;
      const signed = await sign(request({ host: 'a' }), { signingDate: new Date(day), signingRegion: region });
      made.push(signed.headers.authorization);
    }
    return made;
  };
  const afresh = await signatures((...args) => createRequestSigner(source(held)).sign(...args));
  expect(await signatures(signer.sign)).toEqual(afresh);
  expect(new Set(afresh).size).toBe(4);
});
