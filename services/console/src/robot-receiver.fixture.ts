// For tests: a group chat's robot on this machine, which keeps what it was sent.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  url: URL;
  body: Record<string, unknown>;
}

export async function openRobotReceiver(answer: object = { errcode: 0 }) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    received.push({ url: new URL(request.url!, 'http://x'), body: JSON.parse(text) });
    response.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/robot/send?access_token=t0k&key=k3y`;
  return { received, url, close: () => void server.close() };
}
