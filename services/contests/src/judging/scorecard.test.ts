import { derivedId, judgingPanelId, scorecardId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import { bodyOf, contest, frame, organiser, person } from '../sample.ts';
import type { Panel } from './panel.ts';
import * as rules from './scorecard.ts';

const stage = derivedId('contest-stage', 1);
const contestant = derivedId('contestant', 1);
const id = judgingPanelId(stage, 'judges');
const pool = ['a', 'b', 'c', 'd', 'e'].map((judge) => ({ judge, avoids: [], ties: 0 }));
const panel: Panel = {
  ...{ panel: id, stage, contest, item: 'judges', itemLabel: '实操', draw: 1, seed: '1', by: 'u' },
  ...{ pool: [...pool.slice(0, 4), { ...pool[4]!, avoids: [person(1).id], ties: 1 }], seats: 3, lookAgain: 20 },
  ...{ status: 'locked', seeds: {} },
};
const about = {
  ...{ contestant, panel, entrant: person(1), body: bodyOf('ji-neng') },
  ref: { track: 'couriers', stage: 'contest', period: null },
};
const given = spec(rules, { ...frame, id: scorecardId(id, contestant) });
const as = (sub: string) => ({ actor: { ...organiser, sub, roles: ['checker' as const] } });
const practice = (value: number) => ({ practice: { value } });
const reason = '师徒关系';
const mark = (judge: string, value: number) =>
  ['mark', { ...about, marks: practice(value) }, as(judge)] as ['mark', never, never];
const recuse = (judge: string) => ['recuse', { ...about, reason }, as(judge)] as ['recuse', never, never];

test('a judge marks for the own seat, changes it, and says the same twice without effect', () => {
  const marked = given.when(mark('b', 88));
  marked.then([{ type: 'judge-marked', data: { seat: '2', judge: 'b', marks: practice(88), revision: 1, by: 'b' } }]);
  marked.when(mark('b', 88)).then([]);
  marked.when(mark('b', 90)).then([{ data: { revision: 2, marks: practice(90) } }]);
});

test('nobody else marks, nothing that is not theirs, and nothing above the full mark', () => {
  given.when(mark('d', 88)).then('not-on-panel');
  given.when(mark('b', 101)).then('performance-misfit');
  given.when(['mark', { ...about, marks: { theory: { value: 1 } } }, as('b')]).then('performance-misfit');
});

test('a substitute takes the seat of whoever is recused, the next free one by lot; whoever has a tie is passed over', () => {
  const recused = given.when(mark('b', 88), recuse('b'));
  recused.then([{ type: 'judge-recused', data: { seat: '2', judge: 'b', substitute: 'd', reason } }]);
  expect(recused.state?.seats['2']).toEqual({ judge: 'd', recused: false });
  recused.when(mark('b', 88)).then('not-on-panel');
  recused.when(mark('d', 70)).then([{ data: { seat: '2', judge: 'd' } }]);
  // e avoids this contestant, b was out already.
  const empty = recused.when(recuse('d'));
  const [event] = empty.outcome as rules.CardEvent[];
  expect(event!.data).not.toHaveProperty('substitute');
  empty.when(recuse('d')).then('not-on-panel');
  expect(empty.state?.seats['2']).toEqual({ judge: 'd', recused: true });
});

test('a judge with a tie on the panel is recused, not heard', () => {
  const tied = { ...panel, pool: [{ ...pool[0]!, unit: person(1).unit! }, ...pool.slice(1)] };
  given.when(['mark', { ...about, panel: tied, marks: practice(80) }, as('a')]).then('judge-tied');
});

test('marks that lie further apart than the panel lets them are looked at again once, with a reason', () => {
  const review = ['review', { ...about, reason: '录像复核' }] as ['review', never];
  const near = given.when(mark('a', 70), mark('b', 90));
  near.when(review).then('scorecard-agrees');
  near.then([{ data: { differs: false } }]);
  expect(near.state?.differs).toBe('no');
  const far = near.when(mark('c', 69));
  far.then([{ data: { differs: true } }]);
  expect(far.state?.differs).toBe('perhaps');
  // Once its judge is recused, the mark does not count any more.
  far.when(recuse('c')).then([{ type: 'judge-recused', data: { differs: false } }]);
  expect(rules.isDiffering(far.state!, panel, about.body, about.ref)).toBe(true);
  const looked = far.when(review);
  looked.then([{ type: 'scorecard-reviewed', data: { revision: 3 } }]);
  expect(looked.state?.differs).toBe('no');
  expect(rules.isDiffering(looked.state!, panel, about.body, about.ref)).toBe(false);
  looked.when(review).then('scorecard-agrees');
  // Another mark asks for another look.
  expect(rules.isDiffering(looked.when(mark('c', 68)).state!, panel, about.body, about.ref)).toBe(true);
});

test('after the closing an organiser corrects a seat’s marks, with a reason', () => {
  const correct = ['correct', { ...about, seat: '2', marks: practice(80), reason: '录入错误' }] as ['correct', never];
  given.when(mark('b', 88), correct).then([{ data: { seat: '2', judge: 'b', by: 'u', reason: '录入错误' } }]);
  given.when(['correct', { ...about, seat: '9', marks: practice(80), reason }]).then('not-found');
});

test('an event that does not say whether marks differ leaves it open', () => {
  const [{ type, data }] = given.when(mark('b', 88)).outcome as [Extract<rules.CardEvent, { type: 'judge-marked' }>];
  const { differs: _, ...earlier } = data;
  expect(rules.evolve(undefined, { type, data: earlier })?.differs).toBe('perhaps');
});
