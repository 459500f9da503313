// A Chinese font for the browser, which brings none: read from its package, since only plain TrueType files are found.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;
/** Han and Latin; then those with ✓, ← and →, as the package numbers its parts. */
const PARTS = ['chinese-simplified', 'latin', '87', '105', '109'];

/** The font that a WOFF 1 file wraps: the same tables, unpacked. */
function unwrapped(woff: Buffer): Buffer {
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

/** @returns the fontconfig file that names them */
export function fontconfig(): string {
  const folder = join(tmpdir(), `jiangong-fonts-${PARTS.join('-')}`);
  const file = join(folder, 'fonts.conf');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const files = new URL('files/', import.meta.resolve('@fontsource/noto-sans-sc/package.json'));
  for (const part of PARTS)
    for (const weight of [400, 700]) {
      const woff = readFileSync(fileURLToPath(new URL(`noto-sans-sc-${part}-${weight}-normal.woff`, files)));
      writeFileSync(join(folder, `${part}-${weight}.ttf`), unwrapped(woff));
    }
  // Last, and in one step: whoever finds it finds the fonts.
  writeFileSync(
    `${file}.new`,
    `<fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  renameSync(`${file}.new`, file);
  return file;
}
