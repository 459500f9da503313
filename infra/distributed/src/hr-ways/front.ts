// A front of a receiver that fails by the lot: it refuses some messages, and of others says so after they were taken.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from '../../../kills/src/random.ts';

/** @param random of three messages one is refused the first time, and one of ten is taken and failed */
export async function frontOf(url: () => string, random: Random) {
  const seen = new Set<unknown>();
  const server = createServer((message, answer) => {
    const id = message.headers['webhook-id'];
    const lot = seen.has(id) ? 1 : random();
    seen.add(id);
    if (lot < 1 / 3) {
      message.resume();
      return void answer.writeHead(503).end();
    }
    const forwarded = request(url(), { method: 'POST', headers: message.headers }, (given) => {
      answer.writeHead(lot < 0.4 ? 500 : given.statusCode!);
      given.pipe(answer);
    });
    forwarded.once('error', () => answer.writeHead(502).end());
    message.pipe(forwarded);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
