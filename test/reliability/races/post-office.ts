import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, loopback, type Running, surviving } from '../../../infra/local/server.ts';
import { monotonic } from './clock.ts';
import type { Message } from './history.ts';

/** SES and SNS for one process: what it is asked to send is kept, also what is refused. */
export const startPostOffice = (
  process: number,
  isRefused: (to: string) => boolean,
  keep: (message: Message) => void,
): Promise<Running> =>
  listen(
    createServer(
      surviving(async (request, response) => {
        const body = await text(request);
        if (request.method === 'GET') return void response.writeHead(404).end(); // only opens a connection
        const isEmail = request.url === '/v2/email/outbound-emails';
        const [to, words] = isEmail ? emailIn(body) : textIn(body);
        const code = /(?<!\d)\d{10}(?!\d)/.exec(words)?.[0];
        if (code === undefined) throw new Error('A message without a code');
        const taken = !isRefused(to);
        keep({ process, to, code, at: monotonic(), taken });
        const answer = (isEmail ? answers.email : answers.sms)[taken ? 'taken' : 'refused'];
        response.writeHead(taken ? 200 : 400, answer.headers).end(answer.body());
      }),
    ),
    0,
    loopback,
  );

interface Email {
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly Content: { readonly Simple: { readonly Body: { readonly Text: { readonly Data: string } } } };
}

function emailIn(body: string): readonly [to: string, words: string] {
  const { Destination, Content }: Email = JSON.parse(body);
  return [Destination.ToAddresses.join(), Content.Simple.Body.Text.Data];
}

function textIn(body: string): readonly [to: string, words: string] {
  const form = new URLSearchParams(body);
  return [form.get('PhoneNumber') ?? '', form.get('Message') ?? ''];
}

const json = { 'content-type': 'application/json' };
const xml = { 'content-type': 'text/xml' };

/** As both services answer, in their own protocols. */
const answers = {
  email: {
    taken: { headers: json, body: () => JSON.stringify({ MessageId: randomUUID() }) },
    refused: { headers: { ...json, 'x-amzn-errortype': 'BadRequestException' }, body: () => '{"message":"No"}' },
  },
  sms: {
    taken: {
      headers: xml,
      body: () =>
        '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>' +
        `<MessageId>${randomUUID()}</MessageId></PublishResult></PublishResponse>`,
    },
    refused: {
      headers: xml,
      body: () =>
        '<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">' +
        '<Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>No</Message></Error></ErrorResponse>',
    },
  },
} as const;
