import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Millis } from '../../lib/core/time.ts';

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: any JSON
  readonly body: any;
}

/** Each request has a connection of its own, as one of each client would. */
const agent = new Agent({ keepAlive: false });

/** Every address of 127.0.0.0/8 is this machine: to the stack, each is another client. */
const callers = 200 * 200;
const ipOf = (nth: number): string => `127.${1 + Math.floor((nth % callers) / 200)}.${nth % 200}.1`;

/** Posts from the nth caller, or gets. What is no answer is status 0. */
export async function call(url: string, { body, caller = 0, method = 'POST' }: Call): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const asked = request(
    url,
    {
      agent,
      method,
      headers: { 'content-type': 'application/json' },
      timeout: patience,
      ...(process.platform === 'linux' && { localAddress: ipOf(caller) }), // others have 127.0.0.1 alone
    },
    (answer) => {
      text(answer).then(
        (said) => resolve({ status: answer.statusCode ?? 0, body: said === '' ? undefined : JSON.parse(said) }),
        reject,
      );
    },
  );
  asked.on('timeout', () => asked.destroy(new Error('no answer in time'))).on('error', reject);
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  return promise.catch(() => ({ status: 0, body: undefined }));
}

interface Call {
  readonly body?: unknown;
  readonly caller?: number;
  readonly method?: string;
}

/** As long as API Gateway waits for a function. */
const patience: Millis = 29_000;
