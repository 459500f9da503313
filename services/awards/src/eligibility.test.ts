import {
  annualEvaluationCompleted,
  annualStandingsPaged,
  derivedId,
  entrant,
  entrantResult,
  isRefusal,
  noticeId,
  type ServiceName,
  schemePublished,
  unitRegistered,
  unitRestored,
  unitRetired,
} from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decide } from './award-list.ts';
import { draftFrom } from './drafting.ts';
import {
  actor,
  carried,
  decided,
  drafted,
  evaluated,
  failure,
  frame,
  type Given,
  honour,
  issue,
  listId,
  publish,
  review,
  unit,
} from './sample.ts';
import { saying } from './saying.fixture.ts';
import { awards } from './service.ts';

const three = () => drafted(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2), unit(3, 3)] }));
const accident = failure(unit(2, 2).unit, 'result-barred', 'evaluation/1');
const outcomeOf = (list: ReturnType<typeof three>, command: Given) => {
  const outcome = decided(list, command);
  return isRefusal(outcome) ? outcome.refused : outcome.map(({ type }) => type);
};
const recipient = { type: 'unit' as const, id: unit(2, 2).unit, externalId: 'XM-2', name: '第2项目部' };
const candidate = { honour: 'winner', group: null, recipient, joint: false, state: 'proposed' as const };
const add = { type: 'add', data: { candidate, reason: '补充推荐', failures: [accident] } } satisfies Given;
const override = {
  type: 'override',
  data: { recipient: recipient.id, name: recipient.name, failures: [accident], reason: '经认定与该单位无关' },
} satisfies Given;
const reviewing = { type: 'review', data: { ...review.data, failures: [accident] } } satisfies Given;
const issuing = (number: string) =>
  ({ type: 'issue', data: { ...issue(number).data, failures: [accident] } }) satisfies Given;

test('a unit that is barred when its evaluation drafts a list stands there as barred, with the reason', () => {
  const evaluation = evaluated(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2)] }));
  const draft = { type: 'draft', data: draftFrom(evaluation, [accident]) } satisfies Given;
  expect(carried(undefined, draft).candidates.map(({ state, reason }) => [state, reason])).toEqual([
    ['proposed', undefined],
    ['barred', '因工死亡事故'],
  ]);
});

test('a barred unit is not added, and its list not reviewed, before the committee overrides the bar', () => {
  const { candidate: id } = three().candidates[1]!;
  const without = carried(three(), { type: 'remove', data: { candidate: id, reason: '…' } });
  expect(outcomeOf(without, add)).toBe('candidate-ineligible');
  expect(outcomeOf(three(), reviewing)).toBe('candidate-ineligible');
  // Whoever overrode the bar does not add the unit, too.
  expect(outcomeOf(carried(without, override), add)).toBe('own-nomination');
  const other = { ...frame, id: listId, actor: { ...actor, sub: 'user-organiser' } };
  expect(decide(carried(without, override), { ...other, ...add })).toMatchObject([{ type: 'candidates-added' }]);
  expect(outcomeOf(carried(three(), override), reviewing)).toEqual(['award-list-reviewed']);
  // Named by the committee as barred, it stands in the way no more.
  const bars = [{ candidate: id, reason: '因工死亡事故' }];
  expect(outcomeOf(three(), { ...reviewing, data: { ...reviewing.data, bars } })).toEqual(['award-list-reviewed']);
});

test('an override covers what stood against the unit then, and nothing that comes up later', () => {
  const overridden = carried(three(), override);
  const later = failure(recipient.id, 'unit-barred', 'award-bar/1');
  const again = { ...reviewing, data: { ...reviewing.data, failures: [accident, later] } };
  expect(outcomeOf(overridden, again)).toBe('candidate-ineligible');
  expect(outcomeOf(overridden, override)).toBe('nothing-to-override');
  const held = { ...override, data: { ...override.data, failures: [failure(recipient.id, 'honour-held', 'grant/1')] } };
  expect(outcomeOf(three(), held)).toBe('nothing-to-override');
});

test('whoever is barred between review and decision is not granted, and the list says why', () => {
  const list = carried(three(), review, publish);
  expect(outcomeOf(list, issuing('1'))).toEqual(['candidates-barred', 'awards-decided']);
  const states = carried(list, issuing('1')).candidates.map(({ state, reason }) => [state, reason]);
  expect(states).toEqual([
    ['granted', undefined],
    ['barred', '因工死亡事故'],
    ['granted', undefined],
  ]);
});

const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const committee = { org: 'union', sub: 'zhao', roles: ['committee' as const] };
type Who = Parameters<Testing['call']>[0];
let t: Testing;
beforeAll(async () => {
  t = await startTesting([awards, ...(['competitions', 'quarterly-checks'] as const).map(saying)], {
    now: () => '2025-02-05T01:00:00Z',
  });
});
afterAll(() => t.stop());
/** `stream`: what was said there before counts as older. */
const say = async (name: ServiceName, stream: string | undefined, ...events: { type: string; data: object }[]) => {
  const body = { events, ...(stream ? { stream } : {}) };
  expect((await t.call(organiser, 'POST', `/api/say/${name}`, body)).status).toBeOneOf([200, 201]);
  await t.quiet();
};
async function ok(who: Who, path: string, body: object, method: 'POST' | 'PUT' = 'POST', version?: string) {
  const answer = await t.call(who, method, `/api${path}`, body, version ? { 'if-match': version } : {});
  expect([answer.status, answer.body]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body.id as string;
}
async function refused(who: Who, path: string, body: object) {
  const { status, body: problem } = await t.call(who, 'POST', `/api${path}`, body);
  return [status, problem.type.replace('/problems/', ''), problem.detail];
}
const { example: page } = annualStandingsPaged;
const { example: completed } = annualEvaluationCompleted;
const registered = (n: number) => ({
  type: 'unit-registered',
  data: { ...unitRegistered.example, unit: unit(n, n).unit, code: `XM-${n}`, name: `第${n}项目部` },
});
const result = (n: number, bars: unknown[]) => ({
  entrant: entrant.parse(unit(n, n)),
  place: bars.length ? null : n,
  result: { ...entrantResult.parse(page.results[0]!.result), bars },
});
const casualty = { cause: 'casualty', level: 'year', at: 'projects.quarter.q2' };
const vetoes = [{ id: 'casualty', label: { zh: '因工死亡或重伤事故', en: 'Fatal or serious injury' }, bars: 'year' }];
/** A year of which the second unit is barred by a fatal accident. */
const year = (evaluation: string, of: number) => [
  { type: 'annual-standings-paged', data: { ...page, evaluation, results: [result(1, []), result(2, [casualty])] } },
  {
    type: 'annual-evaluation-completed',
    data: { ...completed, evaluation, year: of, honours: [honour('winner', 3, { granted: [unit(1, 1)] })] },
  },
];
const hand = (of: number, competition?: string) => ({
  ...{ kind: 'hand', title: `${of}年度优胜`, year: of, ...(competition ? { competition } : {}) },
  honours: [{ code: 'hand', name: `${of}年度优胜项目部`, shortName: `${of}优胜`, level: 'enterprise' }],
});
const joining = { honour: 'hand', recipient: unit(2, 2).unit, reason: '补充推荐' };

test('who is barred by an evaluation reaches no list by hand, with the words and the event of its bar', async () => {
  const { scheme, version } = schemePublished.example;
  await say('competitions', undefined, registered(2), registered(3));
  await say('competitions', unit(1, 1).unit, registered(1));
  await say('competitions', undefined, {
    type: 'scheme-published',
    data: { scheme, version, body: { sheets: [{ vetoes }] } },
  });
  await say('quarterly-checks', completed.evaluation, ...year(completed.evaluation, 2024));

  const why = '因工死亡或重伤事故';
  for (const competition of [undefined, completed.competition, derivedId('another')]) {
    const list = await ok(organiser, '/award-lists', hand(2024, competition));
    const at = `/award-lists/${list}`;
    const [status, type, detail] = await refused(organiser, `${at}/candidates`, joining);
    expect([status, type]).toEqual([409, 'candidate-ineligible']);
    expect(detail).toContain(`第2项目部（${completed.competitionName} 2024 年考评：${why}）`);
    const tried = (await t.call(organiser, 'GET', `/api${at}/eligibility?recipient=${unit(2, 2).unit}`)).body;
    expect(tried).toMatchObject({ failing: 1, items: [{ honour: 'hand', failures: [{ rule: 'result-barred' }] }] });
    const source = { event: 'annual-standings-paged', stream: `evaluation/${completed.evaluation}` };
    expect(tried.items[0].failures[0].source).toMatchObject(source);
  }
  // The year after, the unit is free; with a rule of three years it is not.
  const next = await ok(organiser, '/award-lists', hand(2025));
  await ok(organiser, '/award-rules', { barYears: [{ cause: 'casualty', years: 3 }] }, 'PUT');
  expect((await refused(organiser, `/award-lists/${next}/candidates`, joining))[1]).toBe('candidate-ineligible');
  await ok(organiser, '/award-rules', { barYears: [] }, 'PUT', '*');
  await ok(organiser, `/award-lists/${next}/candidates`, joining);
});

test('a recorded bar holds for its years at review and notice, is overridden with a reason or lifted', async () => {
  const bar = {
    unit: unit(3, 3).unit,
    kind: 'safety-accident',
    happenedOn: '2023-05-17',
    document: '京建安〔2023〕12号',
  };
  const list = await ok(organiser, '/award-lists', hand(2025));
  const at = `/award-lists/${list}`;
  await ok(organiser, `${at}/candidates`, { ...joining, recipient: bar.unit });
  const recorded = await ok(organiser, '/award-bars', bar);
  expect((await refused(committee, `${at}/review`, {}))[1]).toBe('candidate-ineligible');
  const dry = (await t.call(committee, 'GET', `/api${at}/eligibility`)).body;
  expect(dry).toMatchObject({ failing: 1, items: [{ name: '第3项目部', failures: [{ rule: 'unit-barred' }] }] });
  expect(await refused(organiser, `${at}/override`, { recipient: bar.unit, reason: '…' })).toContain('forbidden');
  await ok(committee, `${at}/override`, { recipient: bar.unit, reason: '事故认定为非责任事故' });
  await ok(committee, `${at}/review`, {});
  const dryAgain = (await t.call(committee, 'GET', `/api${at}/eligibility`)).body;
  expect(dryAgain).toMatchObject({ failing: 0, items: [{ failures: [{ overridden: { by: 'zhao' } }] }] });

  // Another bar comes up before the notice: the list is not shown to anybody until the committee has seen it.
  const arrears = await ok(organiser, '/award-bars', { ...bar, kind: 'wage-arrears', happenedOn: '2025-01-04' });
  const channels = [{ kind: 'visit', where: '公司工会办公室' }];
  const notice = { list, from: '2025-02-06', workingDays: 5, firstDayCounts: true, channels };
  expect((await refused(organiser, '/notices', notice))[1]).toBe('candidate-ineligible');
  expect((await t.call(undefined, 'GET', `/api/public/notices/${noticeId(list)}`)).status).toBe(404);
  await ok(committee, `/award-bars/${arrears}/lift`, { reason: '工资已结清，系误报' });
  expect((await refused(committee, `/award-bars/${arrears}/lift`, { reason: '…' }))[1]).toBe('bar-lifted');
  await ok(organiser, '/notices', notice);
  // An accident bars three years and arrears one, unless the record says otherwise.
  const { items } = (await t.call(committee, 'GET', '/api/award-bars')).body;
  expect(Object.fromEntries(items.map((each: { bar: string; years: number }) => [each.bar, each.years]))).toEqual({
    [recorded]: 3,
    [arrears]: 1,
  });
});

test('a retired unit is not added, until it is restored', async () => {
  const list = await ok(organiser, '/award-lists', hand(2022));
  const named = { unit: unit(1, 1).unit, reason: '与 XM-3 重复登记' };
  await say('competitions', named.unit, { type: 'unit-retired', data: { ...unitRetired.example, ...named } });
  const adding = { ...joining, recipient: named.unit };
  expect((await refused(organiser, `/award-lists/${list}/candidates`, adding))[1]).toBe('unit-retired');
  await say('competitions', named.unit, { type: 'unit-restored', data: { ...unitRestored.example, ...named } });
  await ok(organiser, `/award-lists/${list}/candidates`, adding);
});

test('an evaluation that is revised bars by what it finds now', async () => {
  const evaluation = derivedId('evaluation', 2);
  await say('quarterly-checks', evaluation, ...year(evaluation, 2021));
  const list = await ok(organiser, '/award-lists', hand(2021));
  expect((await refused(organiser, `/award-lists/${list}/candidates`, joining))[1]).toBe('candidate-ineligible');
  const cleared = { ...page, evaluation, results: [result(1, []), result(2, [])] };
  await say('quarterly-checks', evaluation, { type: 'annual-standings-paged', data: cleared });
  await ok(organiser, `/award-lists/${list}/candidates`, joining);
});
