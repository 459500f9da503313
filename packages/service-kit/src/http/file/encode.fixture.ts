// For tests: texts in the encodings that files come in.
const tables = new Map<string, Map<string, Buffer>>();

/** Characters of two bytes, by decoding all of them. */
function tableOf(encoding: string): Map<string, Buffer> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, Buffer>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const bytes = Buffer.from([first, second]);
      try {
        const text = decoder.decode(bytes);
        if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
      } catch {
        // No character.
      }
    }
  tables.set(encoding, table);
  return table;
}

export function encoded(
  text: string,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'shift_jis',
): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  return Buffer.concat([...text].map((char) => (char < '\x80' ? Buffer.from(char) : table.get(char)!)));
}
