// A stage that promises a flag grants it: in the round's standings and explanations, by an event, and again when corrected.
import { type Actor, checkId, digestOf, type Entrant, isRefusal, jsonObject, roundId } from '@jiangong/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealedInput } from './assemble.ts';
import { checkCommand } from './check.ts';
import type { Check } from './check-state.ts';
import { evaluate } from './evaluate.ts';
import { promising } from './promising.fixture.ts';
import { decide, evolve, type Round, roundCommand, type State } from './round.ts';
import { honoursOfRound } from './round-honours.ts';
import {
  entrantOf,
  type Planted,
  simulation,
  accepted as smallAccepted,
  competition as smallCompetition,
  launch as smallLaunch,
  smallScheme,
} from './simulation.fixture.ts';
import { checks, rounds } from './views.ts';
import { accepted, competition, complete, entrant, organiser, projects, startYear, type Year } from './year.fixture.ts';

const [first, second] = projects as [Entrant, Entrant, Entrant];
const round = roundId(competition, 'projects', 'q1');
let year: Year;
beforeAll(async () => {
  year = await startYear();
  for (const each of projects) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, promising);
  await year.quiet();
  await year.call(organiser, 'POST', `/rounds/${round}/open`);
  await year.quiet();
  for (const [n, { entry }] of projects.entries()) await complete(year, checkId(entry, 'q1'), [100, 80, 90][n]!);
}, 240_000);
afterAll(() => year.stop());
const post = async (path: string, given?: object) => {
  const answer = await year.call(organiser, 'POST', path, given);
  expect(answer.status).toBeOneOf([200, 202]);
  await year.quiet();
};
type Shown = { honour: string; seats: number; granted: { code: string }[] };
const granted = async (who = organiser) => {
  const { body } = await year.call(who, 'GET', `/standings/${competition}?track=projects&period=q1`);
  return body.honours.map(({ honour, granted }: Shown) => [honour, granted.map(({ code }) => code)]);
};

test('nothing is granted while the round is open; its closing grants what the stage promises', async () => {
  expect(await granted()).toEqual([]);
  await post(`/rounds/${round}/close`);
  // By hand: 95.5, 92.5 and 89.5, each with one defect; of three the half is one, and the flag is one unit's already.
  expect(await granted()).toEqual([
    ['flag', ['U-11']],
    ['quality-prize', []],
    ['advanced', ['U-13']],
  ]);
  const { body } = await year.call(organiser, 'GET', `/explanations/${checkId(first.entry, 'q1')}`);
  expect(body.honours).toEqual([{ honour: 'flag', label: '流动红旗', seat: 'granted' }]);
});

test('a correction moves them, and entrants see them once the round is published', async () => {
  const change = { marks: { quality: { events: [{ code: 'defect', times: 14 }] } }, reason: '复核' };
  await post(`/checks/${checkId(first.entry, 'q1')}/corrections`, change);
  expect(await granted()).toEqual([
    ['flag', ['U-13']],
    ['quality-prize', []],
    ['advanced', ['U-12']],
  ]);
  const own = entrant(second.unit);
  expect(
    (await year.call(own, 'GET', `/standings/${competition}?track=projects&period=q1`)).body.honours?.flatMap?.(
      ({ granted }: Shown) => granted,
    ) ?? [],
  ).toEqual([]);
  await post(`/publications/${round}`, { to: 'entrants' });
  expect(await granted(own)).toContainEqual(['flag', ['U-13']]);
});

const unit = { ...first, joint: false };
const of = (code: string) => [
  { honour: code, label: '流动红旗', group: null, seats: 1, granted: [unit], referred: [], provisional: [] },
];
const actor = { sub: 'system', org: 'o', roles: [], departments: [], units: [] };
function grant(state: State, attempt: number, basis: number, honours: ReturnType<typeof of>) {
  const data = { attempt, basis, honours, scoredBy: [] };
  const decided = decide(state, { id: round, type: 'grant', data, actor, businessDate: '2024-04-05', now: '' });
  if (isRefusal(decided)) throw new Error(decided.refused);
  return { events: decided, state: decided.reduce<State>(evolve, state) };
}
const closed = {
  ...{ round, status: 'closed', attempt: 1, competition, competitionName: '竞赛', year: 2024, track: 'projects' },
  ...{ trackLabel: '项目部', stage: 'quarter', period: { id: 'q1', label: '第一季度' } },
} as unknown as Round;

test('what was read before a later result changes nothing, nor does the same again or a round that is open', () => {
  expect(grant(closed, 1, 3, []).events).toEqual([]);
  const { state, events } = grant(closed, 1, 4, of('flag'));
  expect(events).toMatchObject([{ type: 'round-honours-granted', data: { revision: 1, basis: 4, period: 'q1' } }]);
  expect(grant(state, 1, 3, of('other')).events).toEqual([]);
  expect(grant(state, 1, 5, of('flag')).events).toEqual([]);
  expect(grant(state, 1, 5, of('other')).events).toMatchObject([{ data: { revision: 2 } }]);
  expect(grant({ ...state!, status: 'open' }, 1, 5, of('other')).events).toEqual([]);
  expect(grant({ ...state!, attempt: 2 }, 1, 9, of('other')).events).toEqual([]);
  expect(grant({ ...state!, attempt: 2 }, 2, 3, []).events).toMatchObject([{ data: { revision: 2, honours: [] } }]);
});

const flags = [{ id: 'flag', label: '流动红旗', take: 1, ties: 'include' }];
const scheme = structuredClone(smallScheme) as typeof smallScheme & { tracks: { stages: { honours?: object[] }[] }[] };
scheme.tracks[0]!.stages[0]!.honours = flags;
const small = jsonObject.parse(scheme);
const [safety, office] = (['checker', 'organiser'] as const).map((role): Actor => {
  return { sub: role, org: 'o', roles: [role], departments: ['safety'], units: [] };
}) as [Actor, Actor];
const entrants = [0, 1, 2].map(entrantOf);
const smallRound = roundId(smallCompetition, 'projects', 'q1');

/** Corrections of three results, and the round opened and closed again, delivered in any order. */
const inAnyOrder = (planted?: Planted) =>
  fc.asyncProperty(
    fc.array(fc.record({ n: fc.nat(2), value: fc.nat(100), deliver: fc.nat(20), again: fc.boolean() }), {
      maxLength: 12,
    }),
    fc.infiniteStream(fc.nat(1000)),
    async (deeds, choices) => {
      const { command, publish, settle, deliver, row, rowsOf } = simulation(planted);
      for (const each of entrants) publish(...smallAccepted(each));
      const { data } = smallLaunch as { data: { tracks: object[] } };
      const tracks = data.tracks.map((track) => ({ ...track, body: small }));
      publish(`competition/${smallCompetition}`, { ...smallLaunch, data: { ...data, tracks } });
      await settle(() => 0);
      command(roundCommand(smallRound, 'open', { unknown: [], panel: ['safety'] }), office);
      await settle(() => 0);
      for (const [n, { entry }] of entrants.entries()) {
        const given = { department: 'safety', marks: { safety: { value: 50 + n } } };
        command(checkCommand(checkId(entry, 'q1'), 'save-sheet', given), safety);
        command(checkCommand(checkId(entry, 'q1'), 'submit-sheet', { department: 'safety' }), safety);
      }
      const close = () => command(roundCommand(smallRound, 'close', { missing: [], count: 3 }), office);
      close();
      await settle(() => 0);
      for (const { n, value, deliver: steps, again } of deeds) {
        const change = { body: small, reason: '更正', marks: { safety: { value } }, raise: [], lift: [] };
        command(checkCommand(checkId(entrants[n]!.entry, 'q1'), 'correct', change), office);
        if (again) command(roundCommand(smallRound, 'undo-closure', { reason: '复核' }), office);
        for (let left = steps; left > 0; left -= 1) await deliver(choices.next().value!);
        close();
      }
      await settle(() => choices.next().value!);
      close();
      await settle(() => choices.next().value!);
      const stands = row<Round>(rounds, smallRound)!;
      expect(stands.status).toBe('closed');
      const all = rowsOf<Check>(checks);
      const scored = all.flatMap(sealedInput);
      const ranked = evaluate(small, { track: 'projects', stage: 'quarter', period: 'q1' }, scored);
      expect(stands.granted?.digest).toBe(digestOf(honoursOfRound(stands, all, ranked)));
    },
  );

test('in whatever order results are corrected and rounds closed again, what was granted last is what they come to', async () => {
  await fc.assert(inAnyOrder(), { numRuns: 150, seed: 1 });
}, 240_000);

const bugs: Record<string, Planted> = {
  'a correction grants nothing': {
    flaw: (event, requests) =>
      event.type === 'result-corrected' ? requests.filter(({ type }) => type !== 'grant') : requests,
  },
  'a closing grants nothing': {
    flaw: (event, requests) =>
      event.type === 'round-closed' ? requests.filter(({ type }) => type !== 'grant') : requests,
  },
};
test.each(Object.keys(bugs))(
  'a planted bug is caught: %s',
  async (name) => {
    const { failed } = await fc.check(inAnyOrder(bugs[name]), { numRuns: 300, seed: 2, endOnFailure: true });
    expect(failed).toBe(true);
  },
  240_000,
);
