import { contestStageId, performanceId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { announcement, contest, frame, runner } from '../sample.ts';
import { type Body, schemeOf } from '../scheme.ts';
import * as rules from './stage.ts';

const sheet = { criteria: [{ id: 'time', label: '成绩', measure: { kind: 'value' } }] };
const heat = { id: 'heat', label: '预赛', sheet, rankBy: ['time'], honours: [{ id: 'in', label: '入围', take: 2 }] };
const final = { id: 'final', label: '决赛', sheet, rankBy: ['time'], admits: { from: 'heat', honours: ['in'] } };
const tracks = [{ id: 't', label: '选手', stages: [heat, final] }];
const body = schemeOf({
  language: 1,
  id: 'x',
  version: 1,
  title: '入围赛',
  tracks,
} as unknown as Body) as unknown as Body;
const id = contestStageId(contest, 't', 'heat', null);
const head = {
  ...{
    contest,
    contestName: announcement.name,
    year: 2024,
    track: 't',
    trackLabel: '选手',
    entrants: 'person' as const,
  },
  ...{ name: 'heat', label: '预赛', period: null, periodLabel: null, scheme: announcement.scheme, schemeVersion: 1 },
};
/** Marks of contestants 1, 2, 3 …; each was recorded this often. */
const evaluate = (marks: number[], revision = 1) => {
  const contenders = marks.map((mark, n) => runner(n + 1, mark));
  return {
    input: { body, ref: { track: 't', stage: 'heat', period: null }, contenders, prior: [] },
    sources: contenders.map(({ contestant }) => ({
      ...{ what: 'performance' as const, id: performanceId(id, contestant), revision },
    })),
    scoredBy: ['referee'],
  };
};
const who = (n: number) => runner(n, 1).contestant;
const opened = spec(rules, { ...frame, id }).when(['make', head], ['open']);
const closed = opened.when(['close', evaluate([9, 7, 7, 7])]);
const decide = (granted: number[], marks = [9, 7, 7, 7], revision = 1) =>
  [
    'decide-tie',
    { ...evaluate(marks, revision), honour: 'in', group: null, granted: granted.map(who), reason: '加赛胜出' },
  ] as ['decide-tie', Parameters<typeof rules.stageCommand<'decide-tie'>>[2]];
const partOf = ({ state }: { state: rules.State }, part: 'granted' | 'referred') =>
  state!.honours[0]![part].map(({ contestant }) => contestant).sort();

test('a tie at the cut is open until somebody decides it, with a reason', () => {
  expect(partOf(closed, 'referred')).toEqual([2, 3, 4].map(who).sort());
  const decided = closed.when(decide([3]));
  expect(decided.outcome).toMatchObject([
    { type: 'contest-tie-decided', data: { granted: [who(3)], reason: '加赛胜出', by: 'u' } },
    { type: 'contest-stage-results-paged' },
    { type: 'contest-stage-revised', data: { revision: 2, moved: 0, causes: [{ what: 'tie', reason: '加赛胜出' }] } },
  ]);
  expect([partOf(decided, 'granted'), partOf(decided, 'referred')]).toEqual([[1, 3].map(who).sort(), []]);
  decided.when(decide([2])).then('no-tie');
});

test('exactly the open seats go to those who are tied', () => {
  closed.when(decide([2, 3])).then('contest-tie-seats');
  closed.when(decide([1])).then('contest-tie-seats');
  closed.when(['decide-tie', { ...decide([2])[1], honour: 'other' }]).then('no-tie');
  opened.when(decide([2])).then('contest-stage-status');
});

test('what was read before a correction decides nothing', () => {
  const revised = closed.when(['revise', evaluate([9, 7, 7, 6], 2)]);
  revised.when(decide([2])).then('contest-results-renewed');
  const both = revised.when(decide([2], [9, 7, 7, 6], 2));
  expect(partOf(both, 'granted')).toEqual([1, 2].map(who).sort());
});

test('a decision stands while the same are tied, and lapses when others are', () => {
  const places = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 });
  let [stood, lapsed] = [0, 0];
  fc.assert(
    fc.property(places, places, (before, after) => {
      const first = opened.when(['close', evaluate(before)]);
      const tied = partOf(first, 'referred');
      if (tied.length === 0) return;
      const open = 2 - partOf(first, 'granted').length;
      const numbers = [1, 2, 3, 4].filter((n) => tied.includes(who(n))).slice(0, open);
      const decided = first.when(decide(numbers, before)).when(['revise', evaluate(after, 2)]);
      const anew = opened.when(['close', evaluate(after)]);
      const stays = partOf(anew, 'referred').join() === tied.join() && partOf(anew, 'granted').length === 2 - open;
      if (stays) stood += 1;
      else lapsed += 1;
      const granted = partOf(anew, 'granted');
      expect(partOf(decided, 'granted')).toEqual(stays ? [...granted, ...numbers.map(who)].sort() : granted);
      expect(partOf(decided, 'referred')).toEqual(stays ? [] : partOf(anew, 'referred'));
    }),
    { numRuns: Number(process.env.RUNS ?? 1000) },
  );
  expect(Math.min(stood, lapsed)).toBeGreaterThan(5);
});
