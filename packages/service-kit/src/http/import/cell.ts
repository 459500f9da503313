// A cell read by its column: the value it stands for, or in both languages why it is none.
import { sentencesOf } from '../sentence.ts';
import { type Cell, codeOf, type Read, textOf, type Wrong, wrong } from './characters.ts';
import { choiceOf } from './choice.ts';
import type { Column, Labels } from './columns.ts';
import { dateOf } from './date.ts';
import { numberOf } from './number.ts';

const ERRORS = /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|#+)$/i;

/** @returns undefined for an empty cell; what is wrong has no label yet: that is the column's */
export function cellOf(column: Column, cell: Cell, labels: Labels | undefined): Read<unknown> | undefined {
  const broken = brokenIn(cell);
  if (broken) return broken;
  if (cell.text.trim() === '') return undefined;
  const read = readBy(column, cell, labels);
  if ('zh' in read || !column.schema) return read;
  const { schema } = column;
  const checked = schema.safeParse(read.value);
  if (checked.success) return { ...read, value: checked.data };
  const [first] = checked.error.issues.flatMap((issue) =>
    sentencesOf(issue, { schema, value: read.value, zh: '', en: '' }),
  );
  return wrong(first!.zh, first!.en);
}

function readBy(column: Column, cell: Cell, labels: Labels | undefined): Read<unknown> {
  switch (column.kind) {
    case 'code':
      return codeOf(cell);
    case 'number':
    case 'percent':
      return numberOf(cell, column.kind);
    case 'date':
      return dateOf(cell);
    case 'choice':
      return choiceOf(cell, labels ?? column.labels);
    case 'text':
      return textOf(cell);
    case 'list':
      return listOf(cell, labels ?? column.labels);
    default:
      return column.kind satisfies never;
  }
}

/** Texts as they are; or values, each by its labels. */
function listOf(cell: Cell, labels: Labels | undefined): Read<string[]> {
  const read = textOf(cell);
  if ('zh' in read) return read;
  const items = read.value.split(labels ? /[;；,，、\n]/ : /[;；\n]/).map((item) => item.trim());
  const values: string[] = [];
  for (const text of items) {
    if (text === '') continue;
    const item = labels ? choiceOf({ text, kind: 't', isMerged: false }, labels) : { value: text };
    if ('zh' in item) return item;
    values.push(item.value);
  }
  return { ...read, value: values };
}

/** What no column can read. */
function brokenIn({ text, kind, isMerged }: Cell): Wrong | undefined {
  if (kind === 'e' || ERRORS.test(text))
    return wrong(`是 Excel 的错误值 ${text}，请改正公式`, `is the error ${text} of a spreadsheet; mend its formula`);
  if (kind === 'f')
    return wrong(
      '是没有计算结果的公式，请在 Excel 中打开、保存后再导入，或改填数值',
      'is a formula without a result; open and save the file in Excel, or enter the value',
    );
  if (kind === 'q')
    return wrong(
      '中的引号不成对；含引号的内容请整格加引号，内部的引号写两遍',
      'has quotes that do not match; quote the whole cell and double the quotes inside it',
    );
  if (kind === 'm')
    return wrong(
      '是横跨几栏的合并单元格，请取消合并后分栏填写',
      'is merged with other columns; unmerge it and fill in each column',
    );
  if (isMerged && (kind === 'n' || kind === 'p'))
    return wrong(
      '是几行合用的合并单元格，数值不能一格管几行，请取消合并后逐行填写',
      'is merged with other rows; a number is for one row, so unmerge it and fill in each row',
    );
  if (text.includes('\uFFFD') || text.includes('锟斤拷'))
    return wrong('中有已经损坏的字（乱码），请改正', 'has characters that were destroyed; correct them');
  return undefined;
}
