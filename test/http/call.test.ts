import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { describeCall } from '../../lib/http/call.ts';

const requestId = async (id: unknown): Promise<string> => {
  const event = { path: '/', headers: {}, requestContext: { requestId: id } } as unknown as APIGatewayProxyEvent;
  return (await describeCall(event, [], { defaultLocale: 'en', random: randomBytes })).requestId;
};

test("the gateway's request id is ours", async () => {
  expect(await requestId('c6af9ac6-7b61-11e6-9a41-93e8deadbeef')).toBe('req_c6af9ac6-7b61-11e6-9a41-93e8deadbeef');
});

test.each([
  undefined, null, '', 'two words', 'two\nlines', 'ada@mailbox.example', '\uD800', 'x'.repeat(129),
])('one that is none, which clients can send, is replaced: %j', async (id) => {
  expect(await requestId(id)).toMatch(/^req_[\da-f]{32}$/);
}); // biome-ignore format: a list
