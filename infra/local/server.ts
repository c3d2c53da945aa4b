import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens here can be reached only from this machine. */
export const loopback = '127.0.0.1';

/** A server that listens. */
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

/** The address for use on this machine, also if the server listens on every address. */
const urlOf = ({ address, family, port }: AddressInfo): string => {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
};

/** A request that breaks off, or is not HTTP, fails alone: it ends nothing else. */
export const surviving =
  (listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
  (request, response) =>
    void listener(request, response).catch((error: Error) => {
      process.stderr.write(`${request.method} broke off: ${error.message}\n`);
      response.destroy();
    });
