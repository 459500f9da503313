// For tests: a receiver of webhooks on this machine, which records what it is sent and answers as it is told.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  id: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the data
  data: any;
  body: string;
  headers: Record<string, string>;
}
type Answering = (received: Received, response: ServerResponse) => void;

export async function openReceiver(answer: Answering = (_, response) => response.end()) {
  const received: Received[] = [];
  let answering = answer;
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const headers = request.headers as Record<string, string>;
    const { type, data } = JSON.parse(body);
    const one = { id: headers['webhook-id']!, type, data, body, headers };
    received.push(one);
    answering(one, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    /** `grant/revision`, as they came. */
    revisions: () => received.map(({ data }) => `${data.grant}/${data.revision}`),
    answer(other: Answering) {
      answering = other;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(code, headers).end();
