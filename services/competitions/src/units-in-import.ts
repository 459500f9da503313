// The column of an import that names a unit, by its code or by what it is called.
import type { Read } from '@jiangong/contracts';
import { type Column, labelsMentioned } from '@jiangong/service-kit';
import { type UnitRow, units } from './views.ts';

export const unitColumn = {
  key: 'unit',
  label: ['单位编码', 'unit code'],
  aliases: ['单位编号', '单位'],
  kind: 'choice',
  example: 'XM-07',
  help: ['单位的编码，也可以填名称或简称', 'the code of the unit, or its name'],
} as const satisfies Column;

const labelled = (row: UnitRow | undefined) => row && { code: row.code, names: [row.code, row.name, row.shortName] };

/** Labels of the units that a file mentions in its column `unit`; of all for a template. */
export const unitLabels = (read: Read, mentioned: ((column: string) => readonly string[]) | undefined) =>
  labelsMentioned(
    mentioned?.('unit'),
    async (code) => labelled((await read.all(units, { code }))[0]),
    async () => (await read.all(units)).sort((a, b) => (a.code < b.code ? -1 : 1)).map((row) => labelled(row)!),
  );
