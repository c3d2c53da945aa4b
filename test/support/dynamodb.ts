import { createServer, request } from 'node:http';
import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import { listen, type Running } from '../../infra/local/server.ts';

/** DynamoDB Local where TEST_DYNAMODB names it, behind a server of ours that can be listened to; else dynalite. */
export function startTestDynamoDb(): Promise<Running> {
  const behind = process.env.TEST_DYNAMODB;
  return behind ? startRelay(behind) : startDynamoDb(0, '127.0.0.1');
}

/** Waits longer than on Lambda: the table runs in this process. */
export const patient = { measure() {}, patience: 10 };

export const isDynalite = !process.env.TEST_DYNAMODB;

const startRelay = (to: string): Promise<Running> =>
  listen(
    createServer((incoming, answer) => {
      const { method = 'POST', headers } = incoming;
      const onward = request(to, { method, headers }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      });
      incoming.pipe(onward);
    }),
    0,
    '127.0.0.1',
  );
