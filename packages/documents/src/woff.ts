// The font that a WOFF 1 file wraps: a reader of the wrapped one would unpack a whole table for each character.
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;

/** The plain TrueType file: the same tables, unpacked. */
export function unwrapped(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  for (const [at, value] of [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].entries())
    head.writeUInt16BE(value, 4 + 2 * at);
  const parts: Buffer[] = [head];
  let end = head.length;
  for (let table = 0; table < count; table++) {
    const at = HEADER + ENTRY * table;
    const [offset, packed, size, checksum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
      number,
    ];
    const raw = woff.subarray(offset, offset + packed);
    const data = packed < size ? inflateSync(raw) : raw;
    const line = 12 + 16 * table;
    woff.copy(head, line, at, at + 4);
    for (const [field, value] of [checksum, end, size].entries()) head.writeUInt32BE(value, line + 4 + 4 * field);
    const padding = Buffer.alloc((4 - (size % 4)) % 4);
    parts.push(data, padding);
    end += size + padding.length;
  }
  return Buffer.concat(parts);
}
