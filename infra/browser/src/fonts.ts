// A Chinese font for the browser, which brings none: read from its package, since only plain TrueType files are found.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unwrapped } from '@jiangong/documents/woff';

/** Han and Latin; then those with ✓, ← and →, as the package numbers its parts. */
const PARTS = ['chinese-simplified', 'latin', '87', '105', '109'];

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
