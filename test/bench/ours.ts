/** `node ours.ts FOLDER`: one warm function, asked for so many requests at a time. */
import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { answer } from './process.ts';
import { contextOf, type Person, requestOf } from './requests.ts';

export interface OursQuestion {
  readonly channel: Person['channel'];
  readonly requests: number;
  /** Who asks each time. Else each is another. */
  readonly person?: number;
  /** In place of a send. */
  readonly event?: APIGatewayProxyEvent;
}

export interface OursReply {
  readonly cpuUs: number;
  readonly statuses: readonly number[];
  /** Of the last answer: its headers and its body. */
  readonly responseBytes: number;
  readonly body: string;
}

const { handler } = await import(pathToFileURL(`${process.argv[2]}/index.mjs`).href);
let people = 1_000;

answer<OursQuestion, OursReply>(async ({ channel, requests, person, event }) => {
  // The chain writes into what it is given.
  const make = () => (event ? structuredClone(event) : requestOf({ number: person ?? ++people, channel }));
  const events = Array.from({ length: requests }, make);
  const context = contextOf();
  const answers = [];
  const before = process.cpuUsage();
  for (const event of events) answers.push(await handler(event, context));
  const { user, system } = process.cpuUsage(before);
  const { headers, body } = answers.at(-1);
  return {
    cpuUs: (user + system) / requests,
    statuses: [...new Set(answers.map(({ statusCode }) => statusCode))],
    responseBytes: Buffer.byteLength(JSON.stringify(headers) + body),
    body,
  };
});
