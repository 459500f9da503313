// Against a small server written from clamd(8): `zINSTREAM\0`, pieces with their length in four bytes, a length of zero, one answer.
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { clamd } from './scanner.ts';

let server: Server;
afterEach(() => void server.close());

/** Answers what `judge` says of the bytes it was sent. */
async function scannerThat(judge: (content: Buffer, socket: Socket) => string | undefined) {
  server = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const content = contentOf(received);
      const answer = content === undefined ? undefined : judge(content, socket);
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return clamd(`127.0.0.1:${(server.address() as AddressInfo).port}`);
}
function contentOf(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (received.toString('latin1', 0, command.length) !== command) return undefined;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
const content = (text: string) => Readable.from([Buffer.from(text), Buffer.alloc(300_000), Buffer.from('end')]);

test('what the scanner finds is named, and what it passes is not', async () => {
  const scan = await scannerThat((bytes) =>
    bytes.includes('EICAR') && bytes.subarray(-3).toString() === 'end' ? 'stream: Eicar-Signature FOUND' : 'stream: OK',
  );
  expect(await scan(content('EICAR'))).toBe('Eicar-Signature');
  expect(await scan(content('harmless'))).toBeUndefined();
});

test.each([
  ['says that it cannot', () => 'INSTREAM size limit exceeded. ERROR'],
  ['hangs up', (_: Buffer, socket: Socket) => void socket.destroy()],
] as const)('nothing passes a scanner that %s', async (_, judge) => {
  const scan = await scannerThat(judge as (content: Buffer, socket: Socket) => string | undefined);
  await expect(scan(content('x'))).rejects.toMatchObject({ refusal: { refused: 'busy' } });
});

test('nothing passes a scanner that is not there', async () => {
  const scan = await scannerThat(() => 'stream: OK');
  server.close();
  await expect(scan(content('x'))).rejects.toMatchObject({ refusal: { refused: 'busy' } });
});
