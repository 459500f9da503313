// The faulty rows of a file as a file again, with the reason in a column of its own: mended there, it is imported as it is.
import { tableFile } from '../table.ts';
import { type Column, reasonTitle } from './columns.ts';
import type { ImportedFile } from './rows.ts';

/** Beyond them nobody mends a file row by row. */
const WRITTEN = 5_000;

export function faultyRows(
  columns: readonly Column[],
  { titles, cellsOf }: Pick<ImportedFile, 'titles' | 'cellsOf'>,
  reasons: ReadonlyMap<number, string>,
): Promise<Buffer> {
  const all = [...reasons].sort(([a], [b]) => a - b);
  const rows = all
    .slice(0, WRITTEN)
    .map(([line, reason]): (string | number | null)[] => [
      ...titles.map((_, n) => cellsOf(line)[n] ?? ''),
      reason,
      line,
    ]);
  if (all.length > WRITTEN) rows.push([...titles.map(() => ''), `另有 ${all.length - WRITTEN} 行未列出`, null]);
  const shown = titles.length > 0 ? titles : columns.map(({ label }) => label[0]);
  return tableFile(
    {
      name: '未导入的行',
      columns: [
        ...shown.map((title) => ({ title })),
        { title: reasonTitle(columns), width: 60 },
        { title: '原文件行号' },
      ],
      rows,
    },
    'xlsx',
  );
}
