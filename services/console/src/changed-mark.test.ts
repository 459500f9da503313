// A mark is corrected in the words of its scheme: no code of an event or a level reaches a form.
import { expect, test } from 'vitest';
import { fieldsOf, marksOf } from '../web/parts/changed-mark.ts';
import type { Measure } from '../web/parts/marks.ts';

const rate = (code: string, label: string) => ({ code, label, points: -1 });
const measure = (...rates: Measure['rates']): Measure => ({ kind: 'events', start: 'full', rates, scaled: false });
const measures = new Map([
  ['safety', measure(rate('hazard', '一般隐患'), rate('late', '逾期 2×24 小时未整改'))],
  ['site', measure(rate('good', '良好'), rate('fair', '合格'))],
]);
const scored = {
  criteria: [
    { criterion: 'safety', label: '安全生产', mark: { events: [{ code: 'hazard', times: 2 }, { code: 'late' }] } },
    { criterion: 'site', label: '文明施工', mark: { level: 'good' } },
    { criterion: 'cost', label: '经营成本', mark: { value: 4.5 } },
  ],
};

test('fields show what events and levels are called', () => {
  const [safety, site] = fieldsOf(scored, measures);
  expect(safety!.initial).toEqual(['一般隐患 × 2', '逾期 2×24 小时未整改 × 1']);
  expect(site!.options?.map(({ label }) => label)).toEqual(['良好', '合格']);
});

test('what is not changed makes no mark, and what is changed becomes its code', () => {
  const [safety, site, cost] = fieldsOf(scored, measures).map(({ initial }) => initial);
  expect(marksOf(scored, { safety, site, cost }, measures)).toEqual({});
  const changed = { safety: ['逾期 2×24 小时未整改'], site: 'fair', cost: 5 };
  expect(marksOf(scored, changed, measures)).toEqual({
    safety: { events: [{ code: 'late', times: 1 }] },
    site: { level: 'fair' },
    cost: { value: 5 },
  });
});

test('before the scheme is known, codes stand for themselves', () => {
  const [safety, site] = fieldsOf(scored, new Map()).map(({ initial }) => initial);
  expect(marksOf(scored, { safety, site }, measures)).toEqual({});
});
