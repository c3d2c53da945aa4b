import { createServer, request } from 'node:http';
import { listen, type Running } from '../../infra/local/server.ts';

export interface LossyRelay extends Running {
  /** The next request is carried out, and its answer never arrives: the SDK tries again. */
  loseNextAnswer(): void;
}

export async function startLossyRelay(to: string): Promise<LossyRelay> {
  let lose = false;
  const server = createServer((incoming, answer) => {
    const { method = 'POST', headers } = incoming;
    const lost = lose;
    lose = false;
    const onward = request(to, { method, headers }, (response) => {
      if (lost) {
        response.resume().on('end', () => answer.destroy());
        return;
      }
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    incoming.pipe(onward);
  });
  return {
    ...(await listen(server, 0, '127.0.0.1')),
    loseNextAnswer() {
      lose = true;
    },
  };
}
