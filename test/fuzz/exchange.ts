import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Seen } from './shape.ts';

/** Undefined: the connection ended without an answer, as it may when it brought no whole request. */
export async function exchange(port: number, bytes: Buffer): Promise<Seen | undefined> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(5_000, () => socket.destroy(new Error('no answer within 5 s')));
  socket.end(bytes);
  const answer = await buffer(socket).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return Buffer.alloc(0); // what was left unread
    throw error;
  });
  return answer.length === 0 ? undefined : parsed(answer.toString());
}

/** The last one: `100 Continue` comes before it. */
function parsed(answer: string): Seen {
  const text = answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const end = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]),
  );
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]),
    headers,
    body: headers['transfer-encoding'] === 'chunked' ? dechunked(text.slice(end + 4)) : text.slice(end + 4),
  };
}

function dechunked(text: string): string {
  const [, size = '0'] = /^([\da-f]+)\r\n/i.exec(text) ?? [];
  const rest = text.slice(size.length + 2);
  const length = Number.parseInt(size, 16);
  const bytes = Buffer.from(rest);
  return length === 0 ? '' : bytes.subarray(0, length).toString() + dechunked(bytes.subarray(length + 2).toString());
}
