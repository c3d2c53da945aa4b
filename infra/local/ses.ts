import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import sesLocal from 'aws-ses-v2-local';
import type { Message, Outbox } from './mailbox.ts';
import { type Running, running } from './server.ts';

const sendPath = '/v2/email/outbound-emails';
const keyHeader = 'x-login-code-key';

/** The parts that we read of the emulator's `GET /store`. */
interface Store {
  readonly emails: readonly {
    readonly from: string;
    readonly destination: { readonly to: readonly string[] };
    readonly subject: string;
    readonly body: { readonly text?: string; readonly html?: string };
    readonly headers?: readonly { readonly name: string; readonly value: string }[];
  }[];
}

export async function startSes(port: number, host: string): Promise<Running & Outbox> {
  const server = await sesLocal.default({ port, host });
  const { url, close } = running(server);
  const ours = closeStore(server);

  // The emulator dates mail only to the second, so mail and texts could not be put in order. We note the time
  // ourselves.
  let takenAt: Date[] = [];
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    response.on('finish', () => {
      if (request.url === sendPath && response.statusCode === 200) takenAt.push(new Date());
    });
  });

  return {
    url,
    server,
    close,
    async messages() {
      const { emails } = (await (await fetch(`${url}/store`, { headers: ours })).json()) as Store;
      return emails.map((email, index) => asMessage(email, takenAt[index] ?? new Date()));
    },
    async clear() {
      takenAt = [];
      await fetch(`${url}/clear-store`, { method: 'POST', headers: ours });
    },
  };
}

/**
 * The emulator shows its messages, codes included, to any page that asks, by any name that leads here. What is not SES's own
 * API is therefore answered only to requests with the headers that this gives.
 */
function closeStore(server: Server): Readonly<Record<string, string>> {
  const key = randomBytes(16).toString('hex');
  const [emulator] = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === sendPath || request.headers[keyHeader] === key) emulator?.(request, response);
    else response.writeHead(403).end();
  });
  return { [keyHeader]: key };
}

const asMessage = ({ from, destination, subject, body, headers }: Store['emails'][number], at: Date): Message => ({
  channel: 'email',
  to: destination.to.join(', '),
  from,
  subject,
  text: body.text ?? '',
  html: body.html ?? null,
  locale: headers?.find(({ name }) => name === 'Content-Language')?.value ?? null,
  at: at.toISOString(),
});
