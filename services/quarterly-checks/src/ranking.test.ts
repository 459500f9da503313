// A ranking is given out by the page, and sent as what changed.
import { derivedId, type Standing } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, pageOf, rankingOf, WHOLE } from './ranking.ts';

const competition = derivedId('competition');
const head = {
  competition,
  competitionName: '竞赛',
  year: 2024,
  track: 'projects',
  trackLabel: '项目部',
  stage: 'quarter',
};
const about = { ...head, period: 'q1', periodLabel: '一季度', state: 'final' as const, honours: [] };
const standing = (n: number, score = 100 - n / 1000): Standing => ({
  ...{
    place: n + 1,
    joint: false,
    result: derivedId('check', n),
    entry: derivedId('entry', n),
    unit: derivedId('unit', n),
  },
  ...{ code: `U-${n}`, name: `项目${n}`, shortName: `${n}`, group: n % 2 ? 'odd' : 'even', groupLabel: null },
  ...{ status: 'scored', score, band: null, bandLabel: null, bars: [], alerts: [], figures: {} },
});
const ranking = (size: number, change: (item: Standing) => Standing = (item) => item) =>
  rankingOf({ ...about, items: Array.from({ length: size }, (_, n) => change(standing(n))) });

test('page by page every row is given once, in order, whatever the group and the size of a page', () => {
  fc.assert(
    fc.property(
      fc.nat(1200),
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom(undefined, 'odd', 'even'),
      (size, limit, group) => {
        const all = ranking(size);
        const codes: string[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = pageOf(all, { group, limit, cursor })!;
          expect(page.items.length).toBeLessThanOrEqual(limit);
          codes.push(...page.items.map(({ code }) => code));
          cursor = 'next' in page ? page.next : undefined;
          if (cursor === undefined) break;
        }
        expect(codes).toEqual(all.items.filter((item) => !group || item.group === group).map(({ code }) => code));
        expect(all.of(group).view.total).toBe(codes.length);
      },
    ),
    { numRuns: 60 },
  );
});

test('an entrant finds the page around it, by its entry or its check', () => {
  const all = ranking(1000);
  for (const result of [derivedId('entry', 700), derivedId('check', 700)])
    expect(pageOf(all, { around: result, limit: 5 })!.items.map(({ place }) => place)).toEqual([
      699, 700, 701, 702, 703,
    ]);
  expect(pageOf(all, { around: derivedId('entry', 0), limit: 3 })!.items[0]).toMatchObject({ place: 1 });
  expect(pageOf(all, { around: derivedId('entry', 700), group: 'odd' })).toBeUndefined();
});

test('up to 500 rows come whole; of more, what changed and a hash that tells whether anything is missing', () => {
  const [small, large] = [ranking(WHOLE), ranking(WHOLE + 1)];
  expect(changeOf(undefined, small.of(undefined).view)).toMatchObject({ whole: true, total: WHOLE });
  const before = large.of(undefined).view;
  expect(changeOf(undefined, before)).toMatchObject({ whole: false, items: [], total: WHOLE + 1 });
  const after = ranking(WHOLE + 1, (item) => (item.code === 'U-3' ? { ...item, score: 1 } : item)).of(undefined).view;
  const change = changeOf(before, after);
  expect(change.items.map(({ code }) => code)).toEqual(['U-3']);
  expect(change.hash).not.toBe(before.hash);
  // One object for all who were shown the same.
  expect(changeOf(before, after)).toBe(change);
});

test('a figure that a correction changed is another ranking, though place and score are the same', () => {
  const [before, after] = [3, 4].map((safety) => ranking(600, (item) => ({ ...item, figures: { safety } })));
  expect(after!.hash).not.toBe(before!.hash);
  expect(changeOf(before!.of('odd').view, after!.of('odd').view).items[0]).toMatchObject({ figures: { safety: 4 } });
  expect(changeOf(before, after!).items).toHaveLength(WHOLE);
});
