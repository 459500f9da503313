// A csv is read as it was written, whatever separates it; a quote that is wrong spoils its own line.
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsOf, type Separator, separators } from './csv.ts';

const read = (text: string, separator: Separator = 'comma') => [...recordsOf(text, separator)];

test('what a csv writer writes is read again', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'a甲",;\t\n ') }).map((text) => text.trim());
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(...(Object.keys(separators) as Separator[])),
      fc.boolean(),
      (rows, separator, crlf) => {
        const text = stringify(rows, {
          delimiter: separators[separator],
          quoted: true,
          record_delimiter: crlf ? '\r\n' : '\n',
        });
        expect(read(text, separator).map(({ cells }) => cells)).toEqual(rows);
      },
    ),
  );
});

test('lines are numbered as an editor shows them', () => {
  expect(read('a\r\n"b\nc"\r\n\r\nd\re').map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'a'],
    [2, 'b\nc'],
    [4, ''],
    [5, 'd'],
    [6, 'e'],
  ]);
});

test.each([
  ['a quote inside a cell', 'x,5"管,y', 'tq'],
  ['text after a quoted cell', 'x,"甲"乙,y', 'tq'],
  ['a quote that does not end', 'x,"甲,y', 'tq'],
])('%s spoils its line and no other', (_, line, kinds) => {
  const lines = read(`a,b,c\n${line}\nd,"e",f\n`);
  expect(lines.map(({ cells }) => cells.length)).toEqual([3, 3, 3]);
  expect(lines.map(({ kinds }) => kinds)).toEqual([undefined, kinds, undefined]);
  expect(lines[2]!.cells).toEqual(['d', 'e', 'f']);
});
