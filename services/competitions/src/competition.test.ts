import { checkWritten, evaluationId, isRefusal, type Read, roundId } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { decide, evolve, initial, type State } from './competition.ts';
import { roundsClosed, unfinishedOf } from './progress-views.ts';
import { announcement, body, entrant, meta, projects, quarters } from './sample.ts';

type Given = Parameters<typeof decide>[1];
const decided = (state: State, type: Given['type'], data: object = {}) =>
  decide(state, { ...meta, type, data } as Given);
function given(state: State, type: Given['type'], data: object = {}): State {
  const decision = decided(state, type, data);
  if (isRefusal(decision)) throw new Error(decision.refused);
  for (const event of decision) checkWritten(event);
  return decision.reduce(evolve, state);
}
const refused = (decision: unknown) => (isRefusal(decision) ? decision.refused : undefined);
const announced = () => given(initial, 'announce', announcement);
const launch = { bodies: { projects: body } };

test('a track pins a published version and has exactly the periods its scheme names', () => {
  const announce = (track: object) =>
    refused(decided(initial, 'announce', { ...announcement, tracks: [{ ...projects, ...track }] }));
  expect(announce({})).toBeUndefined();
  expect(announce({ body: undefined })).toBe('scheme-unpublished');
  expect(announce({ track: 'runners' })).toBe('competition-track');
  expect(announce({ groups: [{ id: 'civil', label: '土建' }] })).toBe('competition-groups');
  expect(announce({ periods: quarters.slice(1) })).toBe('competition-periods');
  expect(announce({ periods: quarters.toReversed() })).toBe('competition-dates');
  expect(refused(decided(initial, 'announce', { ...announcement, tracks: [projects, projects] }))).toBe(
    'competition-track',
  );
});

test('a launch carries the schemes’ text and how many take part, however many they are', () => {
  const events = decided(announced(), 'launch', { ...launch, accepted: 100_000 });
  if (isRefusal(events)) throw new Error(events.refused);
  expect(events).toMatchObject([{ type: 'competition-launched', data: { accepted: 100_000, tracks: [{ body }] } }]);
  for (const event of events) checkWritten(event);
  expect(refused(decided(announced(), 'launch', { ...launch, accepted: 0 }))).toBe('no-accepted-entries');
  expect(refused(decided(announced(), 'launch', { bodies: {}, accepted: 1 }))).toBe('scheme-unpublished');
});

test('what a competition of 0.1.0 listed itself is passed over', () => {
  const [a, b] = [entrant(1), entrant(2)];
  const { competition } = announced()!;
  const old: Parameters<typeof evolve>[1][] = [
    { type: 'entry-listed', data: { competition, entrant: a, late: false } },
    { type: 'entry-unlisted', data: { competition, entry: a.entry, track: 'projects' } },
    { type: 'entries-paged', data: { competition, page: 1, entries: [b] } },
  ];
  expect(old.reduce<State>(evolve, announced())).toEqual(announced());
});

test('only a running competition is cancelled, only a launched one closed', () => {
  expect(refused(decided(announced(), 'close', { unfinished: [] }))).toBe('competition-state');
  const cancelled = given(announced(), 'cancel', { reason: '并入' });
  expect(refused(decided(cancelled, 'cancel', { reason: '并入' }))).toBe('competition-state');
  expect(refused(decided(cancelled, 'launch', { ...launch, accepted: 1 }))).toBe('competition-state');
  expect(decided(cancelled, 'end-registration')).toEqual([]);
  expect(decided(given(announced(), 'end-registration'), 'end-registration')).toEqual([]);
});

test('what was announced is amended with a reason; periods and schemes until the launch, under the same checks', () => {
  const amend = (state: State, change: object) => decided(state, 'amend', { ...change, reason: '录入有误' });
  const q1 = { ...quarters[0]!, from: '2024-01-08' };
  const moved = [q1, ...quarters.slice(1)];
  const [event, ...more] = amend(announced(), { name: '更名', tracks: [{ ...projects, periods: moved }] }) as object[];
  expect([event, more]).toMatchObject([
    { type: 'competition-amended', data: { name: '更名', theme: announcement.theme, tracks: [{ periods: moved }] } },
    [],
  ]);
  checkWritten(event as Parameters<typeof checkWritten>[0]);
  const wrong = (track: object) => refused(amend(announced(), { tracks: [{ ...projects, ...track }] }));
  expect(wrong({ periods: quarters.slice(1) })).toBe('competition-periods');
  expect(wrong({ periods: quarters.toReversed() })).toBe('competition-dates');
  expect(wrong({ schemeVersion: 2, body: undefined })).toBe('scheme-unpublished');
  expect(refused(amend(announced(), { registration: { from: '2024-02-01', to: '2024-01-01' } }))).toBe(
    'competition-dates',
  );
  expect(amend(announced(), { name: announcement.name })).toEqual([]);

  const running = given(announced(), 'launch', { ...launch, accepted: 1 });
  expect(refused(amend(running, { tracks: [projects] }))).toBe('competition-periods-fixed');
  expect(given(running, 'amend', { slogan: '更正', reason: '漏字' })).toMatchObject({
    state: 'launched',
    slogan: '更正',
  });
  const over = given(running, 'close', { unfinished: [] });
  expect(refused(amend(over, { name: '更名' }))).toBe('competition-state');
  expect(refused(amend(initial, { name: '更名' }))).toBe('not-found');
});

test('a registration window ends by the last day that stands, as often as it is lengthened', () => {
  const { from, to } = announcement.registration;
  const ended = given(announced(), 'end-registration', { to });
  const amended = (state: State, to: string) => given(state, 'amend', { registration: { from, to }, reason: '延期' });
  const longer = amended(ended, '2024-01-20');
  expect([ended?.registrationEnded, longer?.registrationEnded]).toEqual([true, false]);
  // Due for the day before.
  expect(decided(longer, 'end-registration', { to })).toEqual([]);
  expect(given(longer, 'end-registration', { to: '2024-01-20' })?.registrationEnded).toBe(true);
  // Written before windows could be amended.
  expect(given(announced(), 'end-registration')?.registrationEnded).toBe(true);
  expect(amended(ended, '2024-01-10')?.registrationEnded).toBe(true);
  // The last day is past already: no deadline comes for it any more.
  expect(amended(longer, '2024-01-04')?.registrationEnded).toBe(true);
});

test('a competition does not close while rounds are open or years are not evaluated, and names them', () => {
  const running = given(announced(), 'launch', { ...launch, accepted: 1 });
  const unfinished = [{ zh: '关闭项目部四季度检查', en: 'closing Q4 of projects' }];
  expect(decided(running, 'close', { unfinished })).toMatchObject({
    refused: 'competition-unfinished',
    params: { count: 1, unfinished: ['关闭项目部四季度检查'] },
  });
  expect(decided(running, 'close', { unfinished: [] })).toMatchObject([{ type: 'competition-closed' }]);
});

test('what is unfinished follows the rounds and evaluations that were published', async () => {
  const bodies = { projects: body };
  const rows = new Map<string, object>();
  const read = { get: async (_: unknown, key: string) => rows.get(key) } as unknown as Read;
  const left = async () => (await unfinishedOf(announced()!, bodies, read)).map(({ zh }) => zh);
  const { competition } = announced()!;
  const about = { competition, track: 'projects', stage: 'quarter' };
  expect(await left()).toHaveLength(5);
  const closing = { count: 1, digest: '' };
  const show = (type: 'round-closed' | 'round-closure-undone', period: string) => {
    const round = roundId(competition, 'projects', period);
    const data = { ...about, ...closing, round, period, attempt: 1, reason: '', by: '' };
    rows.set(round, roundsClosed.apply(undefined, { type, data } as never)!);
  };
  for (const { id } of quarters) show('round-closed', id);
  expect(await left()).toEqual(['项目部年终考评']);
  rows.set(evaluationId(competition, 'projects'), { isEvaluated: true });
  expect(await left()).toEqual([]);
  show('round-closure-undone', 'q2');
  expect(await left()).toEqual(['关闭项目部二季度检查']);
});

test('a name with 国家, 中国 or 全国 needs the document that approves it, however it is written', () => {
  const announce = (more: object) => decided(initial, 'announce', { ...announcement, ...more });
  for (const name of ['全国劳动竞赛', '中 国建工杯', '国\u200b家级擂台赛'])
    expect(refused(announce({ name }))).toBe('name-not-approved');
  const named = { name: '全国劳动竞赛', approval: '国评组函〔2024〕7号' };
  expect(announce(named)).toMatchObject([{ type: 'competition-announced', data: named }]);
  const amend = (state: State, change: object) => decided(state, 'amend', { ...change, reason: '更名' });
  expect(refused(amend(announced(), { name: '中国杯' }))).toBe('name-not-approved');
  expect(refused(amend(announced(), { name: '中国杯', approval: '国评组函〔2024〕8号' }))).toBeUndefined();
  const approved = given(initial, 'announce', { ...announcement, ...named });
  expect(amend(approved, { name: '全国技能竞赛' })).toMatchObject([{ data: { approval: named.approval } }]);
});
