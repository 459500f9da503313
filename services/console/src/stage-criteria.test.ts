// What a stage of a contest has people enter and its judges mark, read from its scheme by the page.
import { expect, test } from 'vitest';
import { criteriaIn } from '../web/contests/criteria.ts';

const value = { kind: 'value', outOf: 100 };
const named = (id: string, rest: object) => ({ id, label: { zh: `指标${id}`, en: id }, ...rest });
const sheet = {
  criteria: [
    named('theory', { points: 30, measure: value }),
    named('time', { scale: { kind: 'rate' }, points: 10, measure: { kind: 'value' } }),
    named('places', { measure: { kind: 'collect', from: 'runners.race' } }),
    named('practice', {
      panel: { id: 'judges' },
      of: [named('look', { points: 5, measure: { kind: 'value' } }), named('grade', { measure: levels() })],
    }),
    named('speech', { panel: { id: 'other' }, due: false, points: 10, measure: { kind: 'value' } }),
  ],
  adjustments: { items: [named('cones', { points: 0, measure: { kind: 'events', tariff: [{ id: 'cone' }] } })] },
};
function levels() {
  return { kind: 'level', levels: [{ id: 'good', label: '良好' }, { id: 'poor' }] };
}
const body = (stage: object, sheets: object[] = []) =>
  ({ tracks: [{ id: 'track', label: '赛道', stages: [{ id: 'final', label: '决赛', ...stage }] }], sheets }) as never;

test('what judges mark is apart from what is entered; what is collected is neither', () => {
  const { entered, judged } = criteriaIn(body({ sheet }), 'track', 'final');
  expect(entered).toEqual([
    expect.objectContaining({ id: 'theory', label: '指标theory', kind: 'value', points: 100, most: 100, due: true }),
    expect.objectContaining({ id: 'time', kind: 'value', points: 10, due: true }),
    expect.objectContaining({ id: 'cones', kind: 'events', codes: ['cone'], due: false }),
  ]);
  // A measurement that a scale turns into points has no bound.
  expect(entered[1]).not.toHaveProperty('most');
  expect(judged.map(({ item, label, criteria }) => [item, label, criteria.map(({ id, due }) => [id, due])])).toEqual([
    [
      ...['judges', '指标practice'],
      [
        ['look', true],
        ['grade', true],
      ],
    ],
    ['other', '指标speech', [['speech', false]]],
  ]);
  expect(judged[0]!.criteria[1]).toMatchObject({ kind: 'level', codes: ['good', 'poor'] });
});

test('a panel of the whole stage marks its criteria, also on a sheet that stands apart', () => {
  const stage = { panel: { id: 'jury' }, sheet: 'common' };
  const { entered, judged } = criteriaIn(body(stage, [{ id: 'common', ...sheet }]), 'track', 'final');
  expect(entered.map(({ id }) => id)).toEqual(['cones']);
  expect(judged.map(({ item, label, criteria }) => [item, label, criteria.map(({ id }) => id)])).toEqual([
    ['jury', '决赛', ['theory', 'time']],
    ['judges', '指标practice', ['look', 'grade']],
    ['other', '指标speech', ['speech']],
  ]);
});

test('a stage that the scheme does not have takes nothing', () => {
  expect(criteriaIn(body({ sheet }), 'track', 'other')).toEqual({ entered: [], judged: [] });
  expect(criteriaIn(undefined, 'track', 'final')).toEqual({ entered: [], judged: [] });
});
