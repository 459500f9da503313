// A cell is read as what people mean by it, or named; what a spreadsheet did to it is never stored.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../file/limits.ts';
import { cellOf } from './cell.ts';
import type { Column, Labels } from './columns.ts';

type Given = string | [text: string, kind: Kind, isMerged?: boolean];
function read(kind: Column['kind'], given: Given, labels?: Labels): unknown {
  const [text, of, isMerged = false] = typeof given === 'string' ? ([given, 't'] as const) : given;
  const result = cellOf({ key: 'k', label: ['栏', 'column'], kind }, { text, kind: of, isMerged }, labels);
  if (result === undefined) return undefined;
  return 'zh' in result ? 'refused' : result.value;
}
const all = (kind: Column['kind'], cells: readonly (readonly [Given, unknown])[], labels?: Labels) =>
  expect(cells.map(([given]) => [given, read(kind, given, labels)])).toEqual(cells);

describe('a number', () => {
  test('is decimal, however wide its digits, with thousands or a sign', () =>
    all('number', [
      ['5', 5],
      ['4.50', 4.5],
      ['.5', 0.5],
      ['-3', -3],
      ['+4', 4],
      ['４．５', 4.5],
      ['1,234.5', 1234.5],
      [' 7 ', 7],
      ['-0', 0],
      [['1e-5', 'n'], 'refused'],
      ['0x5', 'refused'],
      ['0b11', 'refused'],
      ['1e1', 'refused'],
      ['Infinity', 'refused'],
      ['1,23', 'refused'],
      ['5分', 'refused'],
      ['五', 'refused'],
      ['.', 'refused'],
      ['-', 'refused'],
      ['', undefined],
    ]));
  test('has four places, and the noise of binary fractions is none', () => {
    all('number', [
      [['0.30000000000000004', 'n'], 0.3],
      [['73.28999999999999', 'n'], 73.29],
      ['5.0999999999999996', 5.1],
      ['1.00000001', 'refused'],
      ['1.23456', 'refused'],
    ]);
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -5, max: 5 }), (tenThousandths, noise) => {
        const exact = tenThousandths / 1e4;
        expect(read('number', [String(exact + noise * 1e-11), 'n'])).toBe(exact + 0);
      }),
    );
  });
  test('before a percent sign is the number, in a spreadsheet as in a text', () => {
    all('number', [
      ['95%', 95],
      ['９５％', 95],
      [['95', 'p'], 95],
    ]);
    all('percent', [
      ['95%', 95],
      ['95', 95],
      ['0.95%', 0.95],
      ['0.95', 'refused'],
      [['0.95', 'n'], 'refused'],
      [['0.95', 'p'], 0.95],
      ['0', 0],
    ]);
  });
  test('is no date, and no cell that is merged over rows', () =>
    all('number', [
      [['2024-03-01', 'd'], 'refused'],
      [['5', 'n', true], 'refused'],
    ]));
});

test('a code is kept digit for digit, and what looks like another is refused', () =>
  all('code', [
    ['007', '007'],
    ['110101199003070013', '110101199003070013'],
    ['Ｎ－１', 'N-1'],
    ['N\u00a0-\u30001', 'N - 1'],
    ['true', 'true'],
    ['1E5', '1E5'],
    ['2024-03-01', '2024-03-01'],
    [['1001', 'n'], '1001'],
    [['00123', 'n'], '00123'],
    [['110101199003070020', 'n'], 'refused'],
    [['1.5e+25', 'n'], 'refused'],
    ['1.23E+17', 'refused'],
    ['1.23457E+11', 'refused'],
    ['3月1日', 'refused'],
    ['1-Mar', 'refused'],
    ['Mar-24', 'refused'],
    [['2024-03-01', 'd'], 'refused'],
    [['true', 'b'], 'refused'],
    ...['\u200b', '\u200d', '\ufeff', '\u202e', '\u2066', '\u00ad'].map(
      (hidden) => [`R${hidden}1`, 'refused'] as const,
    ),
    ['\u0421-1A', 'refused'],
    ['\u0391B', 'refused'],
    ['Б-1', 'Б-1'],
  ]));

test('a text loses what nobody sees, and has no characters that turn it round', () =>
  all('text', [
    [' 第一\u200b分公司 ', '第一分公司'],
    ['两\n行', '两\n行'],
    ['a\u202eb', 'refused'],
    ['a\u0007b', 'refused'],
    ['乱\ufffd码', 'refused'],
    ['锟斤拷', 'refused'],
    [['2024-03-01', 'd'], '2024-03-01'],
  ]));

test('a day is read however it is written, and none that there is not', () =>
  all('date', [
    ['2024-03-01', '2024-03-01'],
    ['2024-3-1', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['2024.3.1', '2024-03-01'],
    ['2024年3月1日', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['２０２４－０３－０１', '2024-03-01'],
    ['2024-03-01 08:30', '2024-03-01'],
    [['2024-03-01', 'd'], '2024-03-01'],
    ['2024-02-30', 'refused'],
    ['3/1/2024', 'refused'],
    ['3月1日', 'refused'],
    [['45352', 'n'], 'refused'],
  ]));

test('of a choice whose values are ids, people type the code that is shown', () => {
  const id = '2ac28ec3-2783-8036-81be-ce4495766f47';
  const labels = { [id]: ['甲项目部', 'P-1'] };
  all(
    'choice',
    [
      ['P-1', id],
      ['甲项目部（P-1）', id],
    ],
    labels,
  );
  const column = { key: 'k', label: ['栏', 'column'] as const, kind: 'choice' as const };
  const refused = cellOf(column, { text: 'P-9', kind: 't', isMerged: false }, labels);
  expect(refused).toMatchObject({ zh: expect.stringContaining('甲项目部（P-1）'), en: expect.stringContaining('P-1') });
  expect(JSON.stringify(refused)).not.toContain(id);
});

test('a choice is known by its value or by any of its names, and an ambiguous name by neither', () => {
  const labels = { a: ['甲', '甲项目部'], b: '乙', c: '乙', 'D-1': '丁（一）' };
  all(
    'choice',
    [
      ['a', 'a'],
      ['A', 'a'],
      ['甲', 'a'],
      [' 甲 项目部', 'a'],
      ['b', 'b'],
      ['乙', 'refused'],
      ['甲（a）', 'a'],
      ['Ｄ－１', 'D-1'],
      ['丁(一)', 'D-1'],
      ['丙', 'refused'],
      ['constructor', 'refused'],
    ],
    labels,
  );
  all(
    'list',
    [
      ['甲；b', ['a', 'b']],
      ['a、甲项目部', ['a', 'a']],
      ['甲；丙', 'refused'],
    ],
    labels,
  );
});

test('what no column can read is named', () => {
  for (const kind of ['text', 'code', 'number', 'percent', 'date', 'choice', 'list'] as const)
    all(kind, [
      [['#N/A', 'e'], 'refused'],
      ['#REF!', 'refused'],
      ['######', 'refused'],
      [['', 'f'], 'refused'],
      [['x', 'q'], 'refused'],
      [['x', 'm'], 'refused'],
      [' ', undefined],
    ]);
});
