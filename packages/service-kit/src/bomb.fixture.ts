// For tests: a zip that is small to send and large to unpack.
import { deflateRawSync } from 'node:zlib';

/** Its only file inflates to so many bytes, and says so, or lies. */
export function zipBomb(bytes: number, says = bytes): Buffer {
  const body = deflateRawSync(Buffer.alloc(bytes));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const field = (...numbers: [size: 2 | 4, value: number][]) =>
    Buffer.concat(numbers.map(([size, value]) => Buffer.from(Uint32Array.of(value).buffer).subarray(0, size)));
  const about = field([2, 20], [2, 0], [2, 8], [4, 0], [4, 0], [4, body.length], [4, says], [2, name.length], [2, 0]);
  const local = Buffer.concat([field([4, 0x04034b50]), about, name, body]);
  const entry = Buffer.concat([field([4, 0x02014b50], [2, 20]), about, Buffer.alloc(14), name]);
  const end = field([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, entry.length], [4, local.length], [2, 0]);
  return Buffer.concat([local, entry, end]);
}
