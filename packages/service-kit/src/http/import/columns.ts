// What an import declares of its columns: from it come the headings that it knows, how cells are read, the template and its page.
import { valueLabels } from '@jiangong/contracts';
import type { z } from 'zod';
import { type Headings, headingOf } from '../file/header.ts';

/** What each value is called: `{ branch: '分支机构' }`; more than one name where people use several, the first being shown. */
export type Labels = Readonly<Record<string, string | readonly string[]>>;

/**
 * A column of an import. Its kind says how its cells are read:
 *
 * - `text`: a text; spaces at its ends and characters that nobody sees are dropped.
 * - `code`: a text that is known by its characters: full-width ones are made half-width (NFKC), every digit stays (`007`, eighteen
 *   digits), look-alikes are refused, and so is what a spreadsheet made of it (`1.23E+17`, a date).
 * - `number`: decimal digits, at most four places after the point. `95%` is 95: the number before the sign.
 * - `percent`: the same, and what could be a fraction (`0.95`) must be written with its sign.
 * - `date`: a day, such as 2024-03-01, 2024/3/1 or 2024年3月1日, or a date of a spreadsheet.
 * - `choice`: one of its labels, by the value or by what it is called.
 * - `list`: texts separated by semicolons; with labels, values that are read as a choice is.
 */
export interface Column {
  /** The field of the row that {@link ImportOptions.handle} is given; a heading that is known, too. */
  key: string;
  /** The heading of the template, and the English one. */
  label: readonly [zh: string, en: string];
  /** Other headings that people use. */
  aliases?: readonly string[];
  kind: 'text' | 'code' | 'number' | 'percent' | 'date' | 'choice' | 'list';
  required?: true;
  /** What the value must be beyond its kind: a schema of the contract, whose sentences then have the column's label. */
  schema?: z.ZodType;
  /** Of a choice; what depends on the request comes from the import's `labels`. */
  labels?: Labels;
  /** The template fills it in: a row that has nothing else is one that nobody has filled in. */
  given?: true;
  example?: string;
  /** For the template's page of explanations. */
  help?: readonly [zh: string, en: string];
}

type ValueOf<C extends Column> = C['kind'] extends 'number' | 'percent'
  ? number
  : C['kind'] extends 'list'
    ? string[]
    : C extends { labels: infer L }
      ? keyof L & string
      : string;
/** A row as its columns are read: what is required is there, a list may be empty, everything else may be absent. */
export type RowOf<C extends readonly Column[]> = {
  [K in C[number] as K extends { required: true } | { kind: 'list' } ? K['key'] : never]: ValueOf<K>;
} & {
  [K in C[number] as K extends { required: true } | { kind: 'list' } ? never : K['key']]?: ValueOf<K> | undefined;
};

export const headingsOf = (columns: readonly Column[]): Headings =>
  columns.flatMap(({ key, label, aliases = [] }, index) =>
    [key, ...label, ...aliases].map((heading) => [headingOf(heading), index] as const),
  );

export const namesOf = (label: string | readonly string[]): readonly string[] =>
  typeof label === 'string' ? [label] : label;

/** The heading of the column that says why a row was not imported. */
export const reasonTitle = (columns: readonly Column[]): string =>
  headingsOf(columns).some(([heading]) => heading === '原因') ? '未导入原因' : '原因';
/** Headings of our own files, which are passed over without a word. */
export const OWN_TITLES: ReadonlySet<string> = new Set(['原因', '未导入原因', '原文件行号']);

export const kindLabels = {
  text: ['文字', 'text'],
  code: ['编码', 'code'],
  number: ['数值', 'number'],
  percent: ['百分比', 'percentage'],
  date: ['日期', 'date'],
  choice: ['选项', 'choice'],
  list: ['若干项，用分号分隔', 'several, separated by semicolons'],
} as const satisfies Record<Column['kind'], readonly [string, string]>;

/**
 * The labels of a kind of value that the contract has.
 * @example
 * ```ts
 * labelsOfKind('unitKind').branch; // → '分支机构'
 * ```
 */
export const labelsOfKind = <K extends keyof typeof valueLabels>(kind: K): (typeof valueLabels)[K] => valueLabels[kind];

/**
 * Labels of the records that a file mentions, if it knows each by its key: of a hundred thousand, only those are read. Where it
 * calls one otherwise, by a name or wrongly, all are, so that the name is found and a fault lists what there is.
 * @example
 * ```ts
 * const units = { 'XM-07': '万泉寺项目部' };
 * const one = async (code: string) => (code === 'XM-07' ? { code, names: [units[code]] } : undefined);
 * const all = async () => [{ code: 'XM-07', names: ['万泉寺项目部'] }];
 * await labelsMentioned(['XM-07'], one, all); // → { 'XM-07': ['万泉寺项目部'] }
 * ```
 */
export async function labelsMentioned(
  mentioned: readonly string[] | undefined,
  one: (key: string) => Promise<Labelled | undefined>,
  all: () => Promise<readonly Labelled[]>,
): Promise<Record<string, readonly string[]>> {
  const found: Labelled[] = [];
  for (const key of mentioned ?? []) {
    const record = await one(key);
    if (!record) return byKey(await all());
    found.push(record);
  }
  return byKey(mentioned ? found : await all());
}
interface Labelled {
  code: string;
  names: readonly string[];
}
const byKey = (records: readonly Labelled[]) => Object.fromEntries(records.map(({ code, names }) => [code, names]));
