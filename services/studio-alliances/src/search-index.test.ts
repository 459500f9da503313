import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Searchable, searchIndex, wordsOf } from './search-index.ts';

const studio = (over: Partial<Searchable>): Searchable => ({
  ...{ studio: 's', name: '刘更生创新工作室', code: 'GZS-07', leader: 'P-7', employer: '金隅集团', district: '东城区' },
  ...{
    trade: '京作家具',
    offers: ['榫卯结构'],
    seeks: ['掐丝珐琅'],
    level: 'national',
    status: 'recognised',
    version: 1,
  },
  ...over,
});
const found = (index: ReturnType<typeof searchIndex>, q: string, facets = {}) =>
  index.find(wordsOf(q), facets).map((f) => f.studio);

test('every word must match, in any script and width, and a name outranks a district', () => {
  const index = searchIndex();
  index.put(studio({ studio: 'a', name: '焊接检测工作室' }));
  index.put(studio({ studio: 'b', offers: ['机器人焊接'], seeks: ['超声检测'] }));
  index.put(studio({ studio: 'c', offers: ['焊接'], district: '检测区', status: 'suspended' }));
  expect(found(index, '焊接 检测')).toEqual(['a', 'b', 'c']);
  expect(found(index, '焊接　检测', { status: 'recognised' })).toEqual(['a', 'b']);
  expect(found(index, '接焊')).toEqual([]);
  expect(found(index, 'gzs-07 焊')).toEqual(['a', 'b', 'c']);
  expect(found(index, 'ＧＺＳ')).toEqual(['a', 'b', 'c']);
});

test('an amended studio is found by its current text only', () => {
  const index = searchIndex();
  for (let version = 1; version <= 3000; version++) index.put(studio({ version, offers: [`技能${version}号`] }));
  expect(found(index, '技能2999号')).toEqual([]);
  expect(found(index, '技能3000号')).toEqual(['s']);
  expect(index.size()).toBe(1);
});

test('the index finds exactly what a full scan finds', () => {
  const text = fc.string({ unit: fc.constantFrom('焊', '接', '检', '测', 'a', '1', '-'), minLength: 1, maxLength: 6 });
  const words = fc.array(text, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: text, trade: text, offers: fc.array(text) }), { maxLength: 20 }),
      words,
      (rows, q) => {
        const index = searchIndex();
        const all = rows.map((row, at) => studio({ ...row, studio: `s${at}` }));
        for (const row of all) index.put(row);
        const holds = (row: Searchable, word: string) =>
          [
            row.name,
            row.code,
            row.offers.join(' '),
            row.seeks.join(' '),
            row.trade,
            row.employer,
            row.district,
            row.leader,
          ]
            .map((field) => field.toLowerCase())
            .some((field) => field.includes(word));
        const naive = all.filter((row) => q.every((word) => holds(row, word))).map((row) => row.studio);
        expect(found(index, q.join(' ')).sort()).toEqual(naive.sort());
      },
    ),
  );
});
