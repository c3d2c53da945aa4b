/** Every AWS service that ours calls, in a process of its own: answers at once, keeps nothing, counts the calls. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, loopback } from '../../infra/local/server.ts';
import { answer } from './process.ts';

export interface StubQuestion {
  /** Whose keys a condition fails for from now on. */
  readonly denied?: 'caller#' | 'target#' | '';
  /** An item that is there from now on, so that a code can be verified. */
  readonly stored?: Item;
  /** How many calls of each round must be there before any of them is answered, from now on. Then all are at once. */
  readonly rounds?: readonly number[];
}

export interface StubReply {
  readonly url: string;
  /** Since the last question. */
  readonly calls: readonly Recorded[];
}

export interface Recorded {
  readonly operation: string;
  /** As it was sent. */
  readonly body: string;
}

export interface Item {
  readonly pk: { readonly S: string };
}

interface Update {
  readonly Key: Item;
  readonly ReturnValues?: string;
  readonly ExpressionAttributeValues: Readonly<Record<string, unknown>>;
}

let denied: StubQuestion['denied'] = '';
let stored: Item | undefined;
let calls: Recorded[] = [];
let rounds: number[] = [];
let held: (() => void)[] = [];

const { publicKey: pair } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const publicKey = pair.export({ format: 'der', type: 'spki' }).toString('base64');
/** Nobody checks it. */
const signature = Buffer.alloc(256).toString('base64');

const server = createServer(async (request, response) => {
  if (request.method === 'GET') return void response.writeHead(404).end(); // only opens a connection
  const operation = operationOf(request);
  const body = await text(request);
  calls.push({ operation, body });
  await roundComplete();
  answers[operation]?.(response, body);
});
server.keepAliveTimeout = 0; // nobody should meet a connection that was just closed

const running = await listen(server, 0, loopback);
answer<StubQuestion, StubReply>(async (question) => {
  denied = question.denied ?? denied;
  stored = question.stored ?? stored;
  rounds = [...(question.rounds ?? rounds)];
  const reply = { url: running.url, calls };
  calls = [];
  return reply;
});
process.once('disconnect', () => void running.close());

const answers: Readonly<Record<string, (response: ServerResponse, body: string) => void>> = {
  UpdateItem: (response, body) => {
    const { Key, ReturnValues, ExpressionAttributeValues } = JSON.parse(body) as Update;
    if (denied && Key.pk.S.startsWith(denied)) return json(response, conditionFailed(Key), 400);
    if (ReturnValues !== 'ALL_NEW') return json(response, {});
    json(response, { Attributes: Key.pk.S === stored?.pk.S ? stored : newItem(Key, ExpressionAttributeValues) });
  },
  PutItem: (response) => json(response, {}),
  SendEmail: (response) =>
    json(response, { MessageId: '0100019aa0b1c2d3-1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809-000000' }),
  Publish: (response) => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    const id = '<MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId>';
    const xmlns = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"';
    response.end(`<PublishResponse ${xmlns}><PublishResult>${id}</PublishResult></PublishResponse>`);
  },
  GetPublicKey: (response) => json(response, { PublicKey: publicKey }),
  Sign: (response) => json(response, { Signature: signature }),
  GetSecretValue: (response, body) => json(response, { SecretString: `${JSON.parse(body).SecretId}`.padEnd(48, 'x') }),
};

function roundComplete(): Promise<void> {
  return new Promise((resolve) => {
    held.push(resolve);
    if (held.length < (rounds[0] ?? 1)) return;
    rounds.shift();
    for (const go of held) go();
    held = [];
  });
}

const operationOf = ({ url, headers }: IncomingMessage): string => {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.')[1] ?? '';
  return url === '/v2/email/outbound-emails' ? 'SendEmail' : 'Publish';
};

/** What a first hit leaves behind. */
const newItem = (key: Update['Key'], values: Update['ExpressionAttributeValues']) => ({
  ...key,
  sent_at: values[':now'],
  last_hit: values[':id'],
  expires_at: values[':ttl'],
  schema: values[':schema'],
});

/** Half a minute ago there were as many as any limit allows. */
const conditionFailed = (key: Update['Key']) => ({
  __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
  message: 'The conditional request failed',
  Item: {
    ...key,
    sent_at: { L: Array.from({ length: 20 }, () => ({ N: String(Date.now() - 30_000) })) },
    last_hit: { S: 'another' },
    schema: { N: '1' },
  },
});

function json(response: ServerResponse, body: object, status = 200): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'content-length': bytes.length });
  response.end(bytes);
}
