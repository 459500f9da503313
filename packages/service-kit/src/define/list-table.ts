// A list as a table, to be saved as csv or xlsx: a column for each heading, a row for each item.
import type { Table } from '@jiangong/contracts';
import { businessDateOf } from './calendar.ts';

type Cell = Table['rows'][number][number];
/** A column of a list: its heading, what an item has in it, and `date` where that is a day, or a moment of one, `score` where it is one. */
export type ListColumn<I> = readonly [title: string, cell: (item: I) => Cell, kind?: 'date' | 'score'];

/**
 * The table of a list's items, named as its file will be.
 * @example
 * ```ts
 * const table = listTable<{ code: string; at: string }>('单位', [
 *   ['编码', ({ code }) => code],
 *   ['登记日期', ({ at }) => at, 'date'],
 * ]);
 * table({ items: [{ code: 'XM-07', at: '2024-03-24T20:30:00.000Z' }] }).rows; // → [['XM-07', '2024-03-25']]
 * ```
 */
export const listTable =
  <I>(name: string, columns: readonly ListColumn<I>[]) =>
  ({ items }: { items: readonly I[] }): Table => ({
    name,
    columns: columns.map(([title, _, kind]) => (kind ? { title, kind } : { title })),
    rows: items.map((item) => columns.map(([, cell, kind]) => (kind === 'date' ? dayOf(cell(item)) : cell(item)))),
  });

/**
 * What the items of a list name by id, read once for each id.
 * @example
 * ```ts
 * const rows = await rowsById(['a', undefined, 'a'], async (id) => ({ name: id.toUpperCase() }));
 * [rows.size, rows.get('a')?.name]; // → [1, 'A']
 * ```
 */
export async function rowsById<R>(
  ids: readonly (string | undefined)[],
  get: (id: string) => Promise<R | undefined>,
): Promise<Map<string, R | undefined>> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  return new Map(await Promise.all(wanted.map(async (id) => [id, await get(id)] as const)));
}

const dayOf = (cell: Cell): Cell => (typeof cell === 'string' && cell.includes('T') ? businessDateOf(cell) : cell);
