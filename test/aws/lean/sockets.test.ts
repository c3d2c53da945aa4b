import dns from 'node:dns';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HttpRequest } from '@smithy/types';
import { faultOf } from '../../../lib/aws/faults.ts';
import { abortError, brokenError, connectError, timeoutError } from '../../../lib/aws/lean/socket-errors.ts';
import { createSockets } from '../../../lib/aws/lean/sockets.ts';
import { second } from '../../../lib/core/time.ts';
import {
  type Behaviour,
  dropsConnection,
  neverAnswers,
  type Stub,
  stalls,
  startStub,
} from '../../support/stub-server.ts';

/** Longer than the busiest machine takes to answer. */
const sockets = createSockets({ connectTimeout: 10 * second, timeout: 10 * second });
/** For services that do not answer. */
const impatient = createSockets({ connectTimeout: second, timeout: 200 });

let stub: Stub;
beforeAll(async () => {
  stub = await startStub(neverAnswers);
});
afterAll(async () => {
  sockets.destroy?.();
  impatient.destroy?.();
  await stub.close();
});

const request = (body: string | Uint8Array = 'body'): HttpRequest => {
  const { protocol, hostname, port } = new URL(stub.url);
  return { protocol, hostname, port: Number(port), method: 'POST', path: '/', query: {}, headers: {}, body };
};
const ask = (behaviour: Behaviour, abortSignal?: AbortSignal, by = sockets) => {
  stub.behaviour = behaviour;
  return by.handle(request(), { abortSignal });
};

/** More of it comes sooner than any timeout passes. */
const drips: Behaviour = (answer) => {
  answer.writeHead(200, { 'content-length': '100' });
  const dripping = setInterval(() => answer.write(' '), 20);
  answer.once('close', () => clearInterval(dripping));
};

test('an answer comes with its status, its headers by small letters, and its whole body', async () => {
  const { response } = await ask((answer) => answer.writeHead(418, { 'X-Amzn-RequestId': 'id' }).end('whole'));
  expect(response).toMatchObject({ statusCode: 418, headers: { 'x-amzn-requestid': 'id' } });
  expect(String(response.body)).toBe('whole');
  expect(stub.bodies.at(-1)).toBe('body');
});

test('an answer without a body is one of no bytes', async () => {
  const { response } = await ask((answer) => answer.writeHead(204).end());
  expect(response.body).toHaveLength(0);
});

describe('a call fails', () => {
  test.each([
    ['by its timeout', neverAnswers, { name: 'TimeoutError', code: 'ETIMEDOUT' }],
    ['by its timeout within the answer', stalls, { name: 'TimeoutError', code: 'ETIMEDOUT' }],
    ['by its timeout though more of the answer comes', drips, { name: 'TimeoutError', code: 'ETIMEDOUT' }],
    ['when the connection breaks', dropsConnection, { name: 'TimeoutError', code: 'ECONNRESET' }],
    [
      'when the connection breaks within the answer',
      (answer, request) => {
        stalls(answer, request);
        setTimeout(() => answer.destroy(), 20);
      },
      { name: 'TimeoutError', code: 'ECONNRESET' },
    ],
  ] satisfies [string, Behaviour, { name: string; code: string }][])(
    '%s, and the service may have taken it',
    async (_, behaviour, shape) => {
      const by = shape.code === 'ETIMEDOUT' ? impatient : sockets;
      const error = await ask(behaviour, undefined, by).catch((error: unknown) => error);
      expect(error).toMatchObject(shape);
      expect(faultOf(error)).toBe('unknown');
    },
  );

  test.each([
    ['before it begins', AbortSignal.abort()],
    ['while it waits', AbortSignal.timeout(20)],
  ])('when it is aborted %s, and the service may have taken it', async (_, signal) => {
    const error = await ask(neverAnswers, signal).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(faultOf(error)).toBe('unknown');
  });

  test('within a second when no connection is made, and the service took nothing', async () => {
    const { lookup } = dns;
    Object.assign(dns, { lookup: () => {} });
    try {
      const patient = createSockets({ connectTimeout: second, timeout: 4 * second });
      const error = await patient.handle({ ...request(), hostname: 'slow.invalid' }).catch((error: unknown) => error);
      expect(error).toMatchObject({ name: 'TimeoutError' });
      expect(faultOf(error)).toBe('retryable');
    } finally {
      Object.assign(dns, { lookup });
    }
  });
});

test.each([
  ['a connection not made in time', connectError(1), 'retryable'],
  ['a refused one', brokenError(Object.assign(new Error(), { code: 'ECONNREFUSED' })), 'retryable'],
  ['a name nobody knows', brokenError(Object.assign(new Error(), { code: 'ENOTFOUND' })), 'retryable'],
  ['a broken pipe', brokenError(Object.assign(new Error(), { code: 'EPIPE' })), 'unknown'],
  ['silence', timeoutError(1), 'unknown'],
  ['our own deadline', abortError(AbortSignal.abort()), 'unknown'],
])('%s is sorted as it was', (_, error, fault) => expect(faultOf(error)).toBe(fault));

test('a call finds the socket of the one before', async () => {
  const ports: unknown[] = [];
  for (let i = 0; i < 3; i++) {
    await ask((answer, { socket }) => {
      ports.push(socket.remotePort);
      answer.end();
    });
  }
  expect(new Set(ports).size).toBe(1);
});
