import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  async close() {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  },
});
