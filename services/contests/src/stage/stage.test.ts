import { type ContestResult, contestStageId, type EventNamed, performanceId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { announcement, contest, frame, race, runner } from '../sample.ts';
import type { Contender } from './evaluate.ts';
import * as rules from './stage.ts';

const id = contestStageId(contest, 'runners', 'race', null);
const head = {
  ...{ contest, contestName: announcement.name, year: 2024, track: 'runners', trackLabel: '运动员' },
  ...{ entrants: 'person' as const, name: 'race', label: '五公里跑', period: null, periodLabel: null },
  ...{ scheme: announcement.scheme, schemeVersion: 1 },
};
const evaluate = (contenders: Contender[], revision = 1, reason?: string) => ({
  input: { body: announcement.body, ref: race, contenders, prior: [] },
  sources: contenders.map(({ contestant }) => ({
    ...{ what: 'performance' as const, id: performanceId(id, contestant), revision },
    ...(reason ? { reason } : {}),
  })),
  scoredBy: ['referee'],
});
const opened = spec(rules, { ...frame, id }).when(['make', head], ['open']);
const field = [runner(1, 1200), runner(2, 1100), runner(3, undefined), runner(4, 1200), runner(5, 1300)];

const resultsOf = (events: rules.StageEvent[]): ContestResult[] =>
  events.flatMap((event) => (event.type === 'contest-stage-results-paged' ? event.data.results : []));
const closed = opened.when(['close', evaluate(field)]);

test('closing places everybody, and lists last whoever did not finish', () => {
  const events = closed.outcome as rules.StageEvent[];
  const shown = resultsOf(events).map(({ contestant, place, absence }) => [
    field.findIndex((each) => each.contestant === contestant) + 1,
    place,
    absence,
  ]);
  expect(shown.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
    [1, 2, undefined],
    [2, 1, undefined],
    [3, null, 'did-not-finish'],
    [4, 2, undefined],
    [5, 4, undefined],
  ]);
  expect(resultsOf(events).at(-1)?.absence).toBe('did-not-finish');
  const { honours } = (events.at(-1) as EventNamed<'contest-stage-closed'>).data;
  expect(honours).toMatchObject([{ honour: 'person', seats: 3, admits: false, granted: [{ place: 1 }, {}, {}] }]);
});

test('a stage is opened before it is closed, and never closed over something that is missing', () => {
  const made = spec(rules, { ...frame, id }).when(['make', head]);
  made.when(['close', evaluate(field)]).then('contest-stage-status');
  made.when(['publish', { to: 'public' }]).then('contest-stage-status');
  opened.when(['close', evaluate([])]).then('contest-stage-empty');
  const lacking = opened.when(['close', evaluate([...field, { ...runner(6, 1), marks: {} }])]);
  lacking.then('contest-stage-incomplete');
  expect(lacking.outcome).toMatchObject({ params: { count: 1, missing: ['成绩（秒）（1 名）'] } });
  closed.when(['open']).then('contest-stage-status');
  closed.when(['close', evaluate(field)]).then('contest-stage-status');
});

test('what is corrected is evaluated anew, with who moved and whose honour is another', () => {
  const after = field.map((each, n) => (n === 4 ? runner(5, 1000) : each));
  const revised = closed.when(['revise', evaluate(after, 2, '计时芯片复核')]);
  const event = (revised.outcome as rules.StageEvent[]).at(-1) as EventNamed<'contest-stage-revised'>;
  expect(event.data).toMatchObject({ revision: 2, moved: 4, causes: { 0: { reason: '计时芯片复核' } } });
  expect(event.data.honourMoves.map(({ before, after }) => [before, after])).toEqual(
    expect.arrayContaining([[null, 'granted']]),
  );
});

test('a request that knows nothing newer changes nothing, nor does one that was read before', () => {
  closed.when(['revise', evaluate(field)]).then([]);
  const revised = closed.when(['revise', evaluate(field, 3)]);
  revised.then([{}, { data: { revision: 2, moved: 0 } }]);
  revised.when(['revise', evaluate(field, 2)]).then([]);
  opened.when(['revise', evaluate(field, 2)]).then([]);
});

test('somebody of whom nothing was recorded, recorded after the closing, is noticed', () => {
  const none = { ...evaluate(field), sources: evaluate(field).sources.map((source) => ({ ...source, revision: 0 })) };
  const quiet = opened.when(['close', none]);
  quiet.when(['revise', none]).then([]);
  quiet.when(['revise', evaluate(field, 1)]).then([{}, { type: 'contest-stage-revised' }]);
});

test('to publish less than before takes a reason', () => {
  const shown = closed.when(['publish', { to: 'public' }]);
  shown.then([{ type: 'contest-stage-published', data: { to: 'public' } }]);
  shown.when(['publish', { to: 'public' }]).then([]);
  shown.when(['publish', { to: 'hidden' }]).then('contest-publication-reason');
  shown.when(['publish', { to: 'hidden', reason: '复核' }]).then([{ data: { to: 'hidden' } }]);
});

test('the order in which results arrive changes neither places nor digests', () => {
  const times = fc.array(fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(times, fc.infiniteStream(fc.nat()), (seconds, order) => {
      const contenders = seconds.map((each, n) => runner(n, each));
      const shuffled = contenders
        .map((contender) => [order.next().value as number, contender] as const)
        .sort(([a], [b]) => a - b)
        .map(([, contender]) => contender);
      const [one, other] = [contenders, shuffled].map((list) => opened.when(['close', evaluate(list)]).outcome);
      expect((other as rules.StageEvent[]).at(-1)).toEqual((one as rules.StageEvent[]).at(-1));
      expect(resultsOf(other as rules.StageEvent[])).toEqual(resultsOf(one as rules.StageEvent[]));
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
