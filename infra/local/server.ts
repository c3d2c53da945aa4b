import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What listens here can be reached from this machine alone. */
export const loopback = '127.0.0.1';

/** Something of ours that listens. */
export interface Running {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

export async function listen(server: Server, port: number, host: string): Promise<Running> {
  server.listen(port, host);
  await once(server, 'listening');
  return running(server);
}

export const running = (server: Server): Running => ({
  server,
  url: urlOf(server.address() as AddressInfo),
  async close() {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  },
});

/** Where this machine reaches it, also when it listens to all. */
const urlOf = ({ address, family, port }: AddressInfo): string => {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
};

/** A request that breaks off, or is no HTTP at all, ends by itself and nothing else with it. */
export const surviving =
  (listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
  (request, response) =>
    void listener(request, response).catch((error: Error) => {
      process.stderr.write(`${request.method} broke off: ${error.message}\n`);
      response.destroy();
    });
