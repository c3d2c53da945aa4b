import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { listen } from '../../infra/local/server.ts';
import { createInvoke } from '../../lib/aws/invoke.ts';

const version = 'arn:aws:lambda:eu-west-1:123456789012:function:login-code-Send:8';

/** One call of a version: what Lambda gets. */
async function callOf(event: object) {
  const got = Promise.withResolvers<{ url: string; headers: IncomingHttpHeaders; body: string }>();
  const server = createServer(async (request, response) => {
    got.resolve({ url: request.url ?? '', headers: request.headers, body: await text(request) });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"statusCode":200,"body":"{}"}');
  });
  const lambda = await listen(server, 0, '127.0.0.1');
  try {
    return { answer: await createInvoke(lambda.url, 10)(version, event), ...(await got.promise) };
  } finally {
    await lambda.close();
  }
}

const sha256 = (body: string) => createHash('sha256').update(body).digest('hex');
const hmac = (key: string | Buffer, body: string) => createHmac('sha256', key).update(body).digest();

/** As AWS reckons it: the path escaped once more than it was sent, see "canonical URI" in its description of SigV4. */
function signatureOf({ url, headers, body }: Awaited<ReturnType<typeof callOf>>) {
  const authorization = headers.authorization ?? '';
  const [, scope = '', names = ''] = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(authorization) ?? [];
  const lines = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const path = url.split('/').map(encodeURIComponent).join('/');
  const canonical = `POST\n${path}\n\n${lines.join('')}\n${names}\n${sha256(body)}`;
  const toSign = `AWS4-HMAC-SHA256\n${headers['x-amz-date']}\n${scope}\n${sha256(canonical)}`;
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${process.env.AWS_SECRET_ACCESS_KEY}`);
  return hmac(key, toSign).toString('hex');
}

test('a version is called by its ARN, and the call is signed as AWS demands of a path with escapes', async () => {
  const call = await callOf({ path: '/auth/send-login-code' });
  expect(call.answer).toEqual({ statusCode: 200, body: '{}' });
  expect(call.url).toBe(`/2015-03-31/functions/${encodeURIComponent(version)}/invocations`);
  expect(JSON.parse(call.body)).toEqual({ path: '/auth/send-login-code' });
  expect(call.headers.authorization).toMatch(new RegExp(`Signature=${signatureOf(call)}$`));
});
