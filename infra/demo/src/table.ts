// Plain tables for a terminal, in which a Chinese character is two columns wide.

/** Columns that a text takes. */
export const widthOf = (text: string) =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffdc\u{20000}-\u{3ffff}]/u.test(c) ? 2 : 1), 0);
const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)));

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((cell, at) => Math.max(widthOf(cell), ...rows.map((row) => widthOf(row[at] ?? ''))));
  return [head, ...rows].map((row) => `  ${row.map((cell, at) => padded(cell, widths[at]!)).join('  ')}`.trimEnd());
}

export const title = (zh: string, en: string) => ['', `${zh}  ${en}`];
