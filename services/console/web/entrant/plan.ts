// The fields of a check's plan and progress, and what their values make.
import type { CheckCriterion, CheckView, ReportProgress, SetPlan } from '@jiangong/client';
import type { FieldOf, Values } from '../parts/form.tsx';
import { linesOf, plannedOf } from './plan-lines.ts';

export const worksOf = ({ criteria, entrant }: CheckView): CheckCriterion[] =>
  criteria.filter(({ from, only }) => from === 'work' && (!only || only.includes(entrant.group ?? '')));

export const planFields = (check: CheckView): FieldOf[] =>
  worksOf(check).map(({ id, label }) => ({
    name: id,
    label: [label, label],
    kind: 'lines',
    initial: linesOf(check.plan?.items[id]),
    hint: [
      '只有一个计划数时填数字；分节点时每行一个：名称，权重，计划（%），完成日期',
      'One number; or a milestone a line: name, weight, planned per cent, due date',
    ],
  }));

export const planOf = (check: CheckView, values: Values): SetPlan['items'] =>
  Object.fromEntries(
    worksOf(check)
      .filter(({ id }) => values[id].length > 0)
      .map(({ id }) => [id, plannedOf(values[id], check.plan?.items[id])]),
  );

const partName = (criterion: string, part: string) => `${criterion}/${part}`;
/** A field per planned figure, with what was reported before. */
export const progressFields = (check: CheckView): FieldOf[] =>
  worksOf(check).flatMap(({ id, label }): FieldOf[] => {
    const planned = check.plan?.items[id];
    const reported = check.reported[id];
    if (!planned) return [];
    if ('plan' in planned)
      return [
        {
          name: id,
          kind: 'number',
          label: [`${label}：完成（计划 ${planned.plan}）`, `${label}: done (planned ${planned.plan})`],
          initial: reported && 'done' in reported ? reported.done : undefined,
        },
      ];
    return planned.parts.map((part) => ({
      name: partName(id, part.id),
      kind: 'number',
      label: [
        `${label} · ${part.label}：完成 %（计划 ${part.plan}）`,
        `${label} · ${part.label}: % done (planned ${part.plan})`,
      ],
      initial: reported && 'parts' in reported ? reported.parts.find((each) => each.id === part.id)?.done : undefined,
    }));
  });
export function progressOf(check: CheckView, values: Values): ReportProgress['items'] {
  return Object.fromEntries(
    Object.entries(check.plan?.items ?? {}).map(([id, planned]) => [
      id,
      'plan' in planned
        ? { done: values[id] }
        : { parts: planned.parts.map((part) => ({ id: part.id, done: values[partName(id, part.id)] })) },
    ]),
  );
}
