// A plan as lines of text: what is edited keeps the ids by which verified milestones are known.
import { expect, test } from 'vitest';
import { plannedOf } from '../web/entrant/plan-lines.ts';

const part = (id: string, label: string) => ({ id, label, weight: 50, plan: 100 });
const known = { parts: [part('base', '基础'), part('m2', '主体')] };
function idsOf(...labels: string[]) {
  const planned = plannedOf(
    labels.map((label) => `${label}，50，100`),
    known,
  );
  return 'parts' in planned ? planned.parts.map(({ id }) => id) : undefined;
}

test.each([
  ['unchanged', ['基础', '主体'], ['base', 'm2']],
  ['in another order', ['主体', '基础'], ['m2', 'base']],
  ['the first left out', ['主体'], ['m2']],
  ['one put before', ['桩基', '基础', '主体'], ['m1', 'base', 'm2']],
  ['one renamed in its line', ['基础', '主体结构'], ['base', 'm2']],
  ['one added', ['基础', '主体', '装修'], ['base', 'm2', 'm1']],
])('milestones keep their ids: %s', (_, labels, ids) => {
  expect(idsOf(...labels)).toEqual(ids);
});
