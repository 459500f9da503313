// The file that an import asks for: its headings, what is known already, the values to choose from, and a page that explains them.

import { isRefusal } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Cell } from 'write-excel-file/node';
import { z } from 'zod';
import type { ImportRoute, KnownRow, LabelsByColumn } from '../../define/route.ts';
import type { Runtime } from '../../run/runtime.ts';
import { limits } from '../file/limits.ts';
import { lettersOf } from '../file/place.ts';
import { gate } from '../gate.ts';
import { Refused } from '../problem.ts';
import { requestOf } from '../request.ts';
import { sendFile, XLSX } from '../table.ts';
import { type Column, kindLabels, type Labels, namesOf } from './columns.ts';
import { CHOICES, EXPLANATIONS } from './table-file.ts';

/** Rows that are ready to be typed into, below what is known. */
const READY = 200;
/** Rows that are filled in beforehand: no more than may be sent back. */
const FILLED = limits.rows - READY;
/** Workbooks are written one after the other: each takes time and memory. */
const room = gate(1, 16);
/** Values that a list in a cell offers. */
const OFFERED = 5_000;

/** `GET <path>/template.xlsx` of an import. */
export function templateRoute(route: ImportRoute, described: object, runtime: Runtime, now: () => string) {
  const [zh, en] = route.summary;
  return {
    method: 'GET',
    url: `/api${route.path}/template.xlsx`,
    schema: {
      ...described,
      summary: `${zh}：模板 · ${en}: template`,
      response: {
        200: { description: '填写用的表格 · a file to fill in', content: { [XLSX]: { schema: z.string() } } },
      },
    },
    async handler(request: FastifyRequest, reply: FastifyReply) {
      const input = requestOf(request, runtime, now());
      const labels = await route.labels?.(input);
      if (isRefusal(labels)) throw new Refused(labels);
      const known = ((await route.known?.(input)) ?? []).slice(0, FILLED);
      return sendFile(reply, `${zh}模板.xlsx`, await room(() => templateOf(route.columns, labels ?? {}, known)));
    },
  };
}

export async function templateOf(
  columns: readonly Column[],
  labels: LabelsByColumn,
  known: readonly KnownRow[],
): Promise<Buffer> {
  const choices = columns.flatMap((column, at) => {
    const given = labels[column.key] ?? column.labels;
    if (column.kind !== 'choice' || !given) return [];
    return [{ at, names: shownNames(given) }];
  });
  const last = known.length + READY + 1;
  const nameOf = (column: number, value: string | number | undefined) =>
    choices.find(({ at }) => at === column)?.names.get(String(value)) ?? value;
  const sheets = [
    {
      sheet: '导入',
      columns: columns.map(({ kind }) => ({ width: kind === 'text' || kind === 'list' ? 24 : 16 })),
      stickyRowsCount: 1,
      data: [
        columns.map(heading),
        ...known.map((row) => columns.map(({ key, kind }, n) => cellOf(kind, nameOf(n, row[key])))),
        ...Array.from({ length: READY }, () => columns.map(({ kind }) => cellOf(kind, undefined))),
      ],
    },
    { sheet: EXPLANATIONS, columns: [14, 18, 8, 24, 60, 30].map((width) => ({ width })), data: explanations(columns) },
    ...(choices.length > 0 ? [{ sheet: CHOICES, columns: [], data: choiceRows(columns, choices) }] : []),
  ];
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets, { features: [await validation(choices, last)] }).toBuffer();
}

interface Choice {
  /** The column's number. */
  at: number;
  /** By value. */
  names: Map<string, string>;
}

/** What is chosen, by value: its name, or where two values have the same one, the value itself. */
function shownNames(labels: Labels): Map<string, string> {
  const names = Object.entries(labels).map(([value, label]) => [value, namesOf(label)[0]!] as const);
  const uses = new Map<string, number>();
  for (const [, name] of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return new Map(names.map(([value, name]) => [value, uses.get(name) === 1 ? name : value]));
}

const heading = ({ label: [zh], required }: Column): Cell => ({
  value: zh,
  fontWeight: 'bold',
  ...(required ? { backgroundColor: '#fde9e7' } : { backgroundColor: '#f2f2f2' }),
});
/** Texts are texts, so that a spreadsheet makes no number or date of a code. */
const cellOf = (kind: Column['kind'], value: string | number | undefined): Cell => ({
  ...(value === undefined ? {} : { value }),
  ...(kind === 'number' || kind === 'percent' ? {} : { type: String, format: '@' }),
});

function explanations(columns: readonly Column[]): Cell[][] {
  const titles = ['栏目', 'Column', '必填', '怎样填', '说明', '示例'];
  return [
    titles.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...columns.map(({ label, required, kind, help, example }) =>
      [label[0], label[1], required ? '必填' : '', kindLabels[kind][0], help?.[0] ?? '', example ?? ''].map(
        (value): Cell => ({ value, type: String, format: '@' }),
      ),
    ),
    [],
    ...notes.map((value): Cell[] => [{ value }]),
  ];
}
const notes = [
  '在「导入」表中逐行填写，表头不要改动；带底色的栏中，红底的必填。本页不会被导入。',
  'Fill in the first sheet row by row and keep its headings; columns with a red heading are required. This page is not imported.',
];

function choiceRows(columns: readonly Column[], choices: readonly Choice[]): Cell[][] {
  const lists = choices.map(({ names }) => [...names.values()].slice(0, OFFERED));
  const most = Math.max(...lists.map((names) => names.length));
  return [
    choices.map(({ at }): Cell => ({ value: `${columns[at]!.label[0]}可选`, fontWeight: 'bold' })),
    ...Array.from({ length: most }, (_, row) =>
      lists.map((names): Cell => ({ value: names[row], type: String, format: '@' })),
    ),
  ];
}

/** Lists in the cells of the first sheet, taken from the sheet of choices. */
async function validation(choices: readonly Choice[], last: number) {
  const utility = await import('write-excel-file/utility');
  const rules = choices
    .filter(({ names }) => names.size > 0)
    .map(({ at, names }, n) => {
      const [own, from] = [lettersOf(at), lettersOf(n)];
      const range = `'${CHOICES}'!$${from}$2:$${from}$${Math.min(names.size, OFFERED) + 1}`;
      return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${own}2:${own}${last}"><formula1>${range}</formula1></dataValidation>`;
    });
  const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  const order = utility.getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
            sheetIndex === 0 && rules.length > 0
              ? utility.insertElementMarkupAccordingToOrderOfSiblings(content, markup, order, 'worksheet')
              : content,
        },
      },
    },
  };
}
