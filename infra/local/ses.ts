import type { IncomingMessage, ServerResponse } from 'node:http';
import sesLocal from 'aws-ses-v2-local';
import type { Message, Outbox } from './mailbox.ts';
import { type Running, running } from './server.ts';

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

  // The emulator dates mail only to the second, so mail and texts could not be put in order. We note the time
  // ourselves.
  let takenAt: Date[] = [];
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    response.on('finish', () => {
      if (request.url === '/v2/email/outbound-emails' && response.statusCode === 200) takenAt.push(new Date());
    });
  });

  return {
    url,
    server,
    close,
    async messages() {
      const { emails } = (await (await fetch(`${url}/store`)).json()) as Store;
      return emails.map((email, index) => asMessage(email, takenAt[index] ?? new Date()));
    },
    async clear() {
      takenAt = [];
      await fetch(`${url}/clear-store`, { method: 'POST' });
    },
  };
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
