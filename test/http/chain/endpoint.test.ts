import { setTimeout as pause } from 'node:timers/promises';
import { expect, jest, test } from '@jest/globals';
import { endpoint } from '../../../lib/http/chain/endpoint.ts';
import { problem, type Reply } from '../../../lib/http/chain/reply.ts';
import { createLog } from '../../../lib/runtime/log.ts';
import { createRuntime } from '../../../lib/runtime/runtime.ts';
import { gatewayEvent, lambdaContext } from '../../support/event.ts';

const edge = {
  ...createRuntime('test'),
  publicUrl: 'https://login.example.com',
  serviceName: 'test',
  development: true,
  defaultLocale: 'en' as const,
  allowedOrigins: ['https://app.example.com'],
};
const answering = (handle: () => Promise<Reply>) => endpoint({ method: 'POST', handle }, edge);

const handler = answering(async () => ({ kind: 'data', data: {}, headers: {} }));
const preflight = (origin: string) =>
  handler(
    gatewayEvent({ method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } }),
    lambdaContext(),
  );

test('a preflight from an allowed origin learns what it may send', async () => {
  const { statusCode, headers } = await preflight('https://app.example.com');
  expect(statusCode).toBe(204);
  expect(headers).toMatchObject({
    'Access-Control-Allow-Origin': 'https://app.example.com',
    'Access-Control-Allow-Methods': 'POST, OPTIONS',
    'Access-Control-Allow-Headers': expect.stringContaining('Content-Type'),
    'Access-Control-Max-Age': '7200',
  });
});

test('answers to other origins and to none say that they vary by it, so that no cache mixes them up', async () => {
  for (const Origin of ['https://evil.example', '']) {
    const answer = await handler(gatewayEvent({ headers: { Origin }, body: {} }), lambdaContext());
    expect(answer.headers?.Vary).toContain('Origin');
  }
});

test('a preflight from any other origin is allowed nothing', async () => {
  const { headers } = await preflight('https://evil.example');
  expect(headers?.['Access-Control-Allow-Origin']).toBeUndefined();
});

test('a fault nobody foresaw is internal-error, and says nothing of itself', async () => {
  const broken = answering(async () => {
    throw new TypeError('ada@mailbox.example did something odd');
  });
  const { statusCode, body } = await broken(gatewayEvent({ body: {} }), lambdaContext());
  expect(statusCode).toBe(500);
  expect(JSON.parse(body)).toMatchObject({ code: 30101901, i18n_key: 'error.internal', status: 500 });
  expect(body).not.toMatch(/TypeError|odd|ada|\.ts/);
});

test('every line written for a request carries its ids, however many run at once', async () => {
  const lines: Record<string, unknown>[] = [];
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
  const log = createLog('test');
  const logging = endpoint(
    {
      method: 'POST',
      handle: async ({ call }) => {
        await pause(5 * Math.random());
        log.info('within', { expected: call.requestId });
        return { kind: 'data', data: {}, headers: {} };
      },
    },
    edge,
  );
  await Promise.all(Array.from({ length: 20 }, () => logging(gatewayEvent({ body: {} }), lambdaContext())));
  write.mockRestore();
  const within = lines.filter(({ message }) => message === 'within');
  expect(within).toHaveLength(20);
  for (const { request_id, expected } of within) expect(request_id).toBe(expected);
});

test('a call that outlasts the deadline is answered all the same', async () => {
  const slow = answering(() => new Promise(() => {}));
  const context = { ...lambdaContext(), getRemainingTimeInMillis: () => 2_050 };
  const { statusCode } = await slow(gatewayEvent({ body: {} }), context);
  expect(statusCode).toBe(500);
});

test('an event that lacks what a gateway adds is answered, by an id of our own', async () => {
  const { requestContext, ...event } = gatewayEvent({ body: {} });
  const { statusCode, body } = await answering(async () => problem('not-found'))(event as never, lambdaContext());
  expect(statusCode).toBe(404);
  expect(JSON.parse(body).request_id).toMatch(/^req_[\da-f]{32}$/);
});

test('a line of log has the id that a client cannot choose', async () => {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const event = gatewayEvent({ body: {} });
  Object.assign(event.requestContext, { extendedRequestId: 'JKJaXmPLvHcESHA=' });
  await handler(event, lambdaContext());
  write.mockRestore();
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ extended_request_id: 'JKJaXmPLvHcESHA=' });
});

test('of the languages a client names the first ten are read, and no more', async () => {
  const of = async (languages: string[]) => {
    const call = { body: {}, headers: { 'Accept-Language': languages.join(',') } };
    const { body } = await answering(async () => problem('not-found'))(gatewayEvent(call), lambdaContext());
    return JSON.parse(body).title;
  };
  const unknown = (count: number) => Array.from({ length: count }, (_, i) => `x${(i % 26).toString(36)}`);
  expect(await of([...unknown(9), 'zh-CN'])).toBe('未找到');
  expect(await of([...unknown(10), 'zh-CN'])).toBe('Not found');
  expect(await of([...unknown(3_000), 'zh-CN'])).toBe('Not found');
});
