// A wire between the product and a server that can fail as networks do: cut, slow, or half-open. Bytes are never altered,
// nor lost on a connection that lives on, because TCP would send them again.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** `half-open`: connections stay, new ones are accepted, but what goes one way (or both) does not arrive before all is well. */
export type Trouble =
  | { kind: 'cut' }
  | { kind: 'slow'; ms: number }
  | { kind: 'half-open'; silent: 'up' | 'down' | 'both' };

export interface Wire {
  port: number;
  /** Where it leads, on this machine. */
  leadsTo(port: number): void;
  /**
   * Trouble begins.
   * @param share part of the connections that suffer it, 0 to 1; the others notice nothing
   * @returns how it ends
   */
  suffer(trouble: Trouble, share?: number): () => void;
  close(): Promise<void>;
}

/** Spreads the connections evenly over 0 to 1, in whatever order they come. */
const GOLDEN = 0.618_033_988_749_895;

export async function openWire(): Promise<Wire> {
  const connections = new Map<Socket, { place: number; end(): void }>();
  let target = 0;
  let count = 0;
  let now: { trouble: Trouble; share: number; over: Promise<void> } | undefined;

  const troubleOf = (place: number) => (now && place < now.share ? now.trouble : undefined);
  /** Each direction carries one piece after another, so their order is kept. */
  function gate(way: 'up' | 'down', place: number) {
    return new Transform({
      async transform(piece, _, done) {
        const trouble = troubleOf(place);
        if (trouble?.kind === 'slow') await sleep(trouble.ms);
        if (trouble?.kind === 'half-open' && trouble.silent !== (way === 'up' ? 'down' : 'up')) await now?.over;
        done(null, piece);
      },
    });
  }

  const server = createServer((client) => {
    count += 1;
    const place = (count * GOLDEN) % 1;
    if (troubleOf(place)?.kind === 'cut') return void client.destroy();
    const upstream = connect(target, '127.0.0.1');
    const end = () => {
      client.destroy();
      upstream.destroy();
      connections.delete(client);
    };
    connections.set(client, { place, end });
    for (const socket of [client, upstream]) socket.setNoDelay(true).on('error', end).on('close', end);
    for (const [from, way, to] of [
      [client, 'up', upstream],
      [upstream, 'down', client],
    ] as const)
      pipeline(from, gate(way, place), to).catch(end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    leadsTo(port) {
      target = port;
    },
    suffer(trouble, share = 1) {
      const { promise: over, resolve } = Promise.withResolvers<void>();
      now = { trouble, share, over };
      if (trouble.kind === 'cut') for (const { place, end } of connections.values()) if (place < share) end();
      return () => {
        now = undefined;
        resolve();
      };
    },
    async close() {
      for (const { end } of connections.values()) end();
      server.close();
      await once(server, 'close');
    },
  };
}
