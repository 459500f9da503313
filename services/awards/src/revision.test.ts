import { annualEvaluationRevised, awardListId, type EventNamed, isRefusal } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import type { State } from './award-list.ts';
import { noteOf } from './revision.ts';
import { carried, decided, drafted, type Given, honour, issue, publish, review, unit } from './sample.ts';

type Revised = EventNamed<'annual-evaluation-revised'>['data'];
const three = () => drafted(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2), unit(3, 3)] }));
/** The third place goes to another unit. */
const overtaken = (revision = 2): Revised => ({
  ...annualEvaluationRevised.example,
  revision,
  reason: '第3项目部 第二季度：补记隐患',
  honours: [honour('winner', 3, { granted: [unit(1, 1), unit(2, 2), unit(4, 3)] })],
  moves: [],
  honourMoves: [
    { ...about(3), before: 'granted', after: null },
    { ...about(4), before: null, after: 'granted' },
  ],
  scoredBy: ['user-union'],
});
const about = (n: number) => {
  const { unit: id, code, name } = unit(n, n);
  return { honour: 'winner', label: '优胜项目部', group: null, unit: id, code, name };
};
const note = (revised: Revised) => ({ type: 'note-revision' as const, data: noteOf(revised) });
const acknowledge = { type: 'acknowledge-revision' as const, data: { revision: 2, reason: '已核对，名单照此调整' } };
const refusal = (list: State, command: Given) => {
  const outcome = decided(list, command);
  return isRefusal(outcome) ? outcome.refused : undefined;
};
const names = (list: State) => list?.candidates.map(({ recipient, state }) => [recipient.name, state]);

test('a revised evaluation leaves the list unchanged and blocks it until the committee acknowledges it', () => {
  const list = carried(three(), note(overtaken()));
  expect(names(list)).toEqual(names(three()));
  expect(list.revisions).toMatchObject([
    { revision: 2, blocking: true, changes: [{ before: 'granted', after: null }, { after: 'granted' }] },
  ]);
  expect(list.scoredBy).toContain('user-union');
  expect(refusal(list, review)).toBe('revision-open');
  const known = carried(list, acknowledge);
  expect(known.revisions).toMatchObject([{ acknowledged: acknowledge.data.reason }]);
  expect(refusal(known, review)).toBeUndefined();
  expect(refusal(known, acknowledge)).toBeUndefined();
  expect(refusal(three(), acknowledge)).toBe('not-found');
});

test('a reviewed list blocks its decision, too', () => {
  const published = carried(three(), review, publish, note(overtaken()));
  expect(refusal(published, issue('1'))).toBe('revision-open');
  expect(refusal(carried(published, acknowledge), issue('1'))).toBeUndefined();
});

test('a decided list stays; the revision is only recorded', () => {
  const decided = carried(three(), review, publish, issue('1'), note(overtaken()));
  expect(decided.revisions).toMatchObject([{ revision: 2, blocking: false }]);
  expect(names(decided)?.map(([, state]) => state)).toEqual(['granted', 'granted', 'granted']);
});

test('a revision is noted once, and only if it concerns somebody on the list', () => {
  const list = three();
  const given = (state: State, revised: Revised) => decided(state, note(revised));
  const nobody = { ...overtaken(), honourMoves: [] };
  expect(given(list, nobody)).toEqual([]);
  expect(given(undefined, overtaken())).toEqual([]);
  expect(given(carried(list, note(overtaken())), overtaken())).toEqual([]);
  expect(given(carried(list, note(overtaken())), overtaken(3))).toHaveLength(1);
  const { entry, code, name } = unit(2, 2);
  const standing = (place: number, score: number) => ({ status: 'scored' as const, place, score });
  const move = { entry, code, name, group: null, before: standing(1, 99), after: standing(2, 98) };
  const [noted] = given(list, { ...nobody, moves: [move] }) as EventNamed<'evaluation-revision-noted'>[];
  expect(noted?.data.changes).toMatchObject([{ name, before: '1 / 99', after: '2 / 98' }]);
  expect(awardListId(annualEvaluationRevised.example.evaluation)).toBe(noted?.data.list);
});
