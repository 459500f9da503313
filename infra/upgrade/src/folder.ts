// A data folder as a fixture: each file as it was when its process was killed, compressed by itself.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const SUFFIX = '.br';
const best = {
  params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS, [constants.BROTLI_PARAM_QUALITY]: 11 },
};
export const compress = (content: Buffer | string) => brotliCompressSync(content, best);
export const decompress = (content: Buffer) => brotliDecompressSync(content);

/** Databases with what was not carried over into them yet; not the index of that, which is rebuilt when they are opened. */
const isKept = (name: string) => /\.db(-wal)?$/.test(name) || name === 'first-administrator.txt';

export function pack(folder: string, into: string) {
  mkdirSync(into, { recursive: true });
  for (const name of readdirSync(folder).filter(isKept))
    writeFileSync(join(into, name + SUFFIX), compress(readFileSync(join(folder, name))));
}

export function unpack(from: string, into: string) {
  for (const name of readdirSync(from).filter((name) => name.endsWith(SUFFIX)))
    writeFileSync(join(into, name.slice(0, -SUFFIX.length)), decompress(readFileSync(join(from, name))), {
      mode: 0o600,
    });
}
