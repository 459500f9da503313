// What an import takes besides its file, and what it answers.
import { fileReading } from '@jiangong/contracts';
import { z } from 'zod';
import type { Column } from './columns.ts';

/** Rows of which a preview says what would become. */
export const PREVIEWED = 200;

export const importQuery = z.object({
  on: z.string().optional().describe('业务日期 · business date, organisers only'),
  preview: z
    .enum(['true', 'false'])
    .optional()
    .describe('只预览：答复将新增、更改、不变和有误的行，什么也不写入 · say what would happen and write nothing'),
  faults: z
    .enum(['json', 'xlsx'])
    .optional()
    .describe(
      '未导入的行的格式；xlsx 为一份表格，末栏是原因，改正后可再导入 · xlsx answers the faulty rows with a column of reasons, to be mended and imported again',
    ),
  sheet: z.string().max(100).optional().describe('读取哪一张工作表，默认为有表头的第一张 · the sheet to read'),
  hidden: z.enum(['true', 'false']).optional().describe('隐藏或被筛选掉的行也导入 · import hidden rows, too'),
});
export type ImportQuery = z.infer<typeof importQuery>;

export const importAnswer = z.object({
  rows: z.int(),
  accepted: z.int(),
  /** With `preview=true`: how many rows would do what; of the first of them, each. */
  preview: z
    .object({
      new: z.int(),
      changed: z.int(),
      same: z.int(),
      faulty: z.int(),
      lines: z.array(z.object({ row: z.int(), outcome: z.enum(['new', 'changed', 'same']) })),
    })
    .optional(),
  ...fileReading.shape,
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** For the API's page: which columns a file has, and what the query asks for. */
export function importDescription(columns: readonly Column[]): string {
  const [zh, en] = ([0, 1] as const).map((language) =>
    columns.map(({ label, required }) => `${label[language]}${required ? '*' : ''}`),
  ) as [string[], string[]];
  const options = Object.entries(importQuery.shape).map(([name, { description }]) => `- \`${name}\` ${description}`);
  return [`栏 · columns (* 必填 · required): ${zh.join('、')} · ${en.join(', ')}`, ...options].join('\n');
}
