// What a file may hold is counted while it is read; a file that lies about it is refused, and costs no more than it may.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Refused } from '../problem.ts';
import { tableFile } from '../table.ts';
import { limits } from './limits.ts';
import { readFile } from './read.ts';
import { isDateFormat } from './styles.ts';
import { cellOf, sheetOf, workbookOf, zipOf } from './workbook.fixture.ts';

const wanted = { headings: ['name', '编码', '名称', '分值'].map((heading, n) => [heading, n] as const) };
const linesOf = async (file: string | Buffer) => (await readFile(Buffer.from(file as string), wanted)).lines;
async function refusedWith(file: string | Buffer) {
  try {
    await linesOf(file);
  } catch (error) {
    if (error instanceof Refused) return error.refusal.refused;
    throw error;
  }
  return 'read';
}

test('a workbook is read as it is written: texts, numbers, dates, gaps, with or without addresses', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>';
  const strings =
    '<sst><si><t>名称</t></si><si><r><t>甲</t></r><r><t> 乙</t></r><rPh><t>jia</t></rPh></si><si><t>a_x000A_b&amp;c</t></si></sst>';
  const rows =
    '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><row><c t="s"><v>1</v></c><c t="b"><v>1</v></c><c><v>5.50</v></c></row>' +
    '<row r="5"><c r="C5" s="1"><v>45352</v></c><c r="D5" s="2"><v>45352.5</v></c><c r="E5" s="0"><v>45352</v></c></row>' +
    '<row r="6"><c r="A6" s="1"/></row>' +
    '<row r="9"><c r="A9" t="s"><v>2</v></c><c r="B9" t="e"><v>#N/A</v></c><c r="C9" t="str"><f>A1</f><v>公式</v></c></row>';
  const read = await linesOf(workbookOf(sheetOf(rows), { strings, styles }));
  expect(read).toEqual([
    { line: 1, cells: ['名称'] },
    { line: 2, cells: ['甲 乙', 'true', '5.5'], kinds: 'tbn' },
    { line: 5, cells: ['', '', '2024-03-01', '2024-03-01', '45352'], kinds: 'ttddn' },
    { line: 9, cells: ['a\nb&c', '#N/A', '公式'], kinds: 'tet' },
  ]);
  expect(await linesOf(workbookOf(sheetOf(rows), { strings, styles, zip64: true }))).toEqual(read);
});

test('a written workbook reads back', async () => {
  const table = {
    name: '单位',
    columns: [{ title: '编码' }, { title: '分值' }],
    rows: [
      ['A-1', 3.5],
      [null, 0],
    ],
  };
  const lines = [
    { line: 1, cells: ['编码', '分值'] },
    { line: 2, cells: ['A-1', '3.5'] },
    { line: 3, cells: ['', '0'] },
  ];
  const workbook = await linesOf(await tableFile(table, 'xlsx'));
  expect(workbook.map(({ line, cells }) => ({ line, cells }))).toEqual(lines);
  expect(await linesOf((await tableFile(table, 'csv')).toString())).toEqual(lines);
});

test('a format that shows a day, month or time is a date', () => {
  for (const code of ['yyyy-mm-dd', 'm/d/yy h:mm', '[$-804]yyyy"年"m"月"d"日";@', '[h]:mm:ss', 'mm:ss.0', 'h:mm AM/PM'])
    expect([code, isDateFormat(code)]).toEqual([code, true]);
  for (const code of ['General', '0.00', '#,##0.00;[Red]-#,##0.00', '0"day"', '@', '0%'])
    expect([code, isDateFormat(code)]).toEqual([code, false]);
});

const rows = (n: number, cell: (row: number) => string) =>
  Array.from({ length: n }, (_, i) => `<row r="${i + 1}">${cell(i + 1)}</row>`).join('');
const huge = Buffer.alloc(40 * 1024 * 1024, 32);
const text = '字'.repeat(32_000);
const many = Object.fromEntries(
  Array.from({ length: 10_000 }, (_, n) => [`xl/worksheets/sheet${n + 2}.xml`, '<worksheet/>']),
);
const first = `<row r="1">${cellOf('A1', 'name')}</row>`;

test.each([
  [
    'a cell in the far corner',
    workbookOf(sheetOf(`${first}<row r="1048576">${cellOf('XFD1048576', 'x')}</row>`)),
    'too-many-columns',
  ],
  ['far corners', workbookOf(sheetOf(rows(40_000, (n) => cellOf(`XFD${n}`, 'x')))), 'too-many-columns'],
  ['a row beyond every sheet', workbookOf(sheetOf(`${first}<row r="1e9">${cellOf('A1', 'x')}</row>`)), 'read'],
  ['an address that is none', workbookOf(sheetOf('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>')), 'unreadable-body'],
  [
    'a dimension that lies',
    workbookOf(`<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${first}</sheetData></worksheet>`),
    'read',
  ],
  ['too many rows', workbookOf(sheetOf(rows(limits.rows + 2, (n) => cellOf(`A${n}`, 'x')))), 'too-many-rows'],
  [
    'one text, shared 1,000 times',
    workbookOf(sheetOf(rows(1000, (n) => `<c r="A${n}" t="s"><v>0</v></c>`)), {
      strings: `<sst><si><t>${text}</t></si></sst>`,
    }),
    'file-too-large-inside',
  ],
  ['a sheet of blanks', workbookOf(`<worksheet>${huge}</worksheet>`), 'file-too-large-inside'],
  [
    'texts without end',
    workbookOf(sheetOf(first), { strings: `<sst>${'<si/>'.repeat(1_000_000)}</sst>` }),
    'file-too-large-inside',
  ],
  ['a tag without end', workbookOf(`<worksheet ${'a'.repeat(20_000_000)}`), 'file-too-large-inside'],
  ['a sheet that says it is small', workbookOf(`<worksheet>${huge}</worksheet>`, { says: 1000 }), 'unreadable-body'],
  [
    'a sheet that says so in zip64',
    workbookOf(`<worksheet>${huge}</worksheet>`, { zip64: true }),
    'file-too-large-inside',
  ],
  ['10,000 sheets', workbookOf(sheetOf(first), { more: many }), 'read'],
  [
    'the longest text of a cell',
    workbookOf(sheetOf(`<row r="1">${cellOf('A1', '&quot;'.repeat(32_767))}</row>`)),
    'read',
  ],
  ['a bomb next to the sheet', workbookOf(sheetOf(first), { more: { 'xl/media/a.xml': huge } }), 'read'],
  ['a bomb in a zip', zipOf({ 'inner.zip': zipOf({ a: huge }) }), 'unreadable-body'],
  ['half a file', workbookOf(sheetOf(first)).subarray(0, 400), 'unreadable-body'],
  ['nothing', Buffer.alloc(0), 'read'],
  ['a text', Buffer.from('name\n一分公司'), 'read'],
  ['bytes that are no text', Buffer.from('name\n\xff\xfe\x80'.repeat(9), 'latin1'), 'unreadable-body'],
  ['a workbook of another age', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unreadable-body'],
  ['quotes that never close', `name\n${'"x\n'.repeat(20_000)}`, 'read'],
  [
    'a workbook merged all over',
    workbookOf(
      `<worksheet><sheetData>${rows(20_000, (n) => cellOf(`A${n}`, n === 1 ? 'name' : 'x'))}</sheetData><mergeCells>${'<mergeCell ref="A2:CV20000"/>'.repeat(1000)}</mergeCells></worksheet>`,
    ),
    'file-too-large-inside',
  ],
  ['csv of 500,000 rows', `name\n${'x\n'.repeat(500_000)}`, 'too-many-rows'],
  ['csv of 500,000 columns', `name${',x'.repeat(500_000)}`, 'too-many-columns'],
  ['csv with an open quote', 'name\n"x\ny\n', 'read'],
  ['csv of nothing', '', 'read'],
])('%s', { timeout: 240_000 }, async (_, file, expected) => {
  const before = process.memoryUsage().rss;
  expect(await refusedWith(file)).toBe(expected);
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
});

test('two files are read at a time, others queue, and too many are refused', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => refusedWith('name\nx\n')));
  const outcomesRead = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'));
  expect(outcomesRead.filter((each) => each === 'read').length).toBe(18);
  expect(outcomesRead.filter((each) => each === 'busy').length).toBe(2);
  await sleep(0);
  expect(await refusedWith('name\nx\n')).toBe('read');
});
