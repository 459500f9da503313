// A stand-in for an HR system on this machine: it verifies the signature of each message, and keeps of every grant the newest revision.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HeldGrant, hrRow } from '@jiangong/contracts';
import { Webhook } from 'standardwebhooks';

export interface Receiver {
  url: string;
  /** From now on messages that this secret signs are taken; before, none is. */
  trust(secret: string): void;
  held(): HeldGrant[];
  /** As if the system had lost it. */
  forget(grant: string): void;
  close(): Promise<void>;
}
const [TAKEN, UNTRUSTED, UNKNOWN] = [204, 503, 401];

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

export async function openReceiver(): Promise<Receiver> {
  const held = new Map<string, HeldGrant>();
  let signing: Webhook | undefined;

  function take(body: string, headers: Record<string, string>): number {
    if (!signing) return UNTRUSTED;
    let message: { data: unknown };
    try {
      message = signing.verify(body, headers) as typeof message;
    } catch {
      return UNKNOWN;
    }
    const { grant, revision, status } = hrRow.parse(message.data);
    // A message may come twice, and an older one after a newer one.
    if (revision >= (held.get(grant)?.revision ?? 0)) held.set(grant, { grant, revision, status });
    return TAKEN;
  }
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    response.writeHead(take(body, request.headers as Record<string, string>)).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/awards`,
    trust(secret) {
      signing = new Webhook(secret);
    },
    held: () => [...held.values()],
    forget: (grant) => void held.delete(grant),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
