// The thread that reads one spreadsheet: the zip is inflated under a limit first, so that what is read after it is known to be small.
import { parentPort, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/universal';

const { file, limit } = workerData as { file: Uint8Array<ArrayBuffer>; limit: number };

class Bomb extends Error {}

/** Walks the zip's directory. @throws Bomb if it inflates beyond the limit, or to something else than it says */
function inflatable(zip: Buffer) {
  const end = zip.lastIndexOf('PK\x05\x06', zip.length, 'latin1');
  if (end < 0 || end + 22 > zip.length) throw new Error('not a zip');
  let left = limit;
  let at = zip.readUInt32LE(end + 16);
  for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new Error('broken zip directory');
    const [method, packed, plain] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const head = zip.readUInt32LE(at + 42);
    if (plain > left) throw new Bomb();
    if (head + 30 > zip.length) throw new Error('broken zip entry');
    const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    const body = zip.subarray(start, start + packed);
    if (method === 8 && inflatedLength(body, left) !== plain) throw new Error('broken zip entry');
    left -= plain;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
function inflatedLength(body: Uint8Array, most: number): number {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new Bomb();
    throw error;
  }
}

const text = (cell: unknown) =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);

try {
  const zip = Buffer.from(file);
  inflatable(zip);
  const rows = await readSheet(zip.buffer.slice(zip.byteOffset, zip.byteOffset + zip.length));
  parentPort!.postMessage({ rows: rows.map((row) => row.map(text)) });
} catch (error) {
  parentPort!.postMessage(
    error instanceof Bomb ? { bomb: true } : { reason: String((error as Error).message ?? error) },
  );
}
