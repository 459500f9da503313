// The entrant's own marks next to the departments', with the points that each comes to.
import type { Mark, Marks, selfScoreView } from '@jiangong/contracts';
import type { z } from 'zod';
import { type Check, departmentLabel } from './check-state.ts';
import { evaluateOne } from './evaluate.ts';
import type { Round } from './round.ts';
import { inputsOf } from './seal.ts';
import { sheetCriteria } from './self-score.ts';

/** `scored`: whether the reader sees what the departments gave. */
export function selfScoreShown(check: Check, { body }: Round, scored: boolean): z.input<typeof selfScoreView> {
  const self = check.selfScore?.marks ?? {};
  const sheets: Marks = Object.assign({}, ...Object.values(check.sheets).map(({ marks }) => marks));
  const counted = check.sealed?.inputs ?? { ...inputsOf(check), ...sheets };
  // The self score stands by itself: it tells nothing of what the departments gave.
  const [bySelf, bySheet] = [given(check, body, self), given(check, body, counted)];
  const items = sheetCriteria(check).map(({ id, label, owner, points }) => ({
    ...{ criterion: id, label, department: owner, departmentLabel: departmentLabel(check, owner) },
    ...(points === undefined ? {} : { most: points }),
    ...(self[id] ? { self: bySelf(id, self[id]) } : {}),
    ...(scored && counted[id] ? { sheet: bySheet(id, counted[id]) } : {}),
  }));
  const total = (points: (number | undefined)[]) =>
    Math.round(points.reduce<number>((sum, each = 0) => sum + each, 0) * 10_000) / 10_000;
  const { by, at } = check.selfScore ?? {};
  return {
    check: check.check,
    ...(by && at ? { by, at } : {}),
    items,
    totals: {
      self: total(items.map((item) => item.self?.points)),
      sheet: total(items.map((item) => item.sheet?.points)),
    },
  };
}

/** What marks come to, each by itself. */
function given(check: Check, body: Round['body'], inputs: Marks) {
  const { entry, entrant, track, stage, period } = check;
  const ref = { track, stage, period: period.id };
  const scored = { id: entry, group: entrant.group ?? null, inputs, vetoes: [] };
  const { figures } = evaluateOne(body, ref, scored).result;
  return (id: string, mark: Mark) => ({ mark, ...(figures[id] === undefined ? {} : { points: figures[id] }) });
}
