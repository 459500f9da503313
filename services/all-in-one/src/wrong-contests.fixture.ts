// Wrong requests about contests; `{name}` is the id of what is there.
import type { Who, Wrong } from './wrong.fixture.ts';

export type Cast = Record<'union' | 'committee' | 'referee' | 'captain' | 'stranger', Who>;
const nowhere = '00000000-0000-8000-8000-000000000000';
const reason = '原因';
type Refused = readonly [status: number, type: string];
const wrong = (what: string, call: string, [status, type]: Refused, body?: unknown, who?: Who): Wrong => ({
  ...{ what, call: `POST /api${call}`, status, type },
  ...(body === undefined ? {} : { body }),
  ...(who === undefined ? {} : { who }),
});
const malformed = [400, 'malformed-request'] as const;
const missing = [404, 'not-found'] as const;

const tracks = [{ track: 'runners', entrants: 'person' }];
const contest = {
  ...{ name: '长跑', year: 2024, scheme: '{running}', tracks },
  registration: { from: '2024-04-01', to: '2024-04-20' },
};
/** Contests and whoever enters them. */
export function takingPartWrongs({ captain, stranger, referee }: Cast): Wrong[] {
  const enter = '/contests/{race}/contestants';
  const runner = { track: 'runners', entrant: '{person 2}' };
  return [
    wrong('a contest by a scheme that nobody has', '/contests', [409, 'scheme-unpublished'], {
      ...contest,
      scheme: nowhere,
    }),
    wrong('a contest by a draft', '/contests', [409, 'scheme-unpublished'], { ...contest, scheme: '{draft}' }),
    wrong('a contest by a version to come', '/contests', [409, 'scheme-unpublished'], { ...contest, schemeVersion: 7 }),
    wrong('a contest on a track of another scheme', '/contests', [422, 'contest-track'], {
      ...contest,
      tracks: [{ track: 'projects', entrants: 'unit' }],
    }),
    wrong('a track twice', '/contests', [422, 'contest-track'], { ...contest, tracks: [...tracks, ...tracks] }),
    wrong('teams without the runners they count', '/contests', [422, 'contest-tracks-missing'], {
      ...contest,
      tracks: [{ track: 'teams', entrants: 'unit' }],
    }),
    wrong('a contest without tracks', '/contests', malformed, { ...contest, tracks: [] }),
    wrong('a contest of cattle', '/contests', malformed, {
      ...contest,
      tracks: [{ track: 'runners', entrants: 'ox' }],
    }),
    wrong('entries until a day that is none', '/contests', malformed, {
      ...contest,
      registration: { from: '2024-02-01', to: '2024-02-30' },
    }),
    wrong('entries that end before they begin', '/contests', [422, 'competition-dates'], {
      ...contest,
      registration: { from: '2024-04-20', to: '2024-04-01' },
    }),
    wrong('no seat for a unit', '/contests', malformed, { ...contest, tracks: [{ ...tracks[0], perUnit: 0 }] }),
    wrong('a contest announced by a referee', '/contests', [403, 'forbidden'], contest, referee),
    wrong('a contest cancelled without a reason', '/contests/{race}/cancel', malformed, {}),
    wrong('a contest of others cancelled', '/contests/{race}/cancel', missing, { reason }, stranger),
    wrong('an entry in a contest that is nowhere', `/contests/${nowhere}/contestants`, missing, runner),
    wrong('an entry in a cancelled contest', '/contests/{cancelled}/contestants', [409, 'contest-cancelled'], runner),
    wrong('an entry on a track that is not there', enter, [422, 'contest-track'], { ...runner, track: 'riders' }),
    wrong('a unit among the runners', enter, [422, 'contest-entrant'], { ...runner, entrant: '{branch 1}' }),
    wrong('a runner for nobody', enter, [422, 'contest-represents'], { ...runner, represents: nowhere }),
    wrong('a runner entered twice', enter, [409, 'contestant-known'], { ...runner, entrant: '{person 1}' }),
    wrong('one runner more than a unit may have', enter, [409, 'contest-quota'], runner),
    wrong('an entry with a name', enter, malformed, { ...runner, name: '甲' }),
    wrong(
      ...(['an entry after its days', '/contests/{late}/contestants', [409, 'contest-registration-over']] as const),
      ...([{ track: 'teams', entrant: '{branch 1}' }, captain] as const),
    ),
    wrong('a unit entered by another', enter, missing, { track: 'teams', entrant: '{branch 2}' }, captain),
    wrong('a team without a group', '/contests/{cup}/contestants', [422, 'contest-group'], {
      ...{ track: 'teams', entrant: '{branch 1}' },
    }),
    wrong('a runner in a group where there are none', enter, [422, 'contest-ungrouped'], { ...runner, group: 'a' }),
    wrong('somebody rejected who takes part', '/contestants/{runner}/reject', [409, 'contestant-settled'], { reason }),
    wrong('an entry rejected without a reason', '/contestants/{runner}/reject', malformed, {}),
    wrong('nobody accepted', `/contestants/${nowhere}/accept`, missing),
  ];
}

/** Stages, performances and games. */
export function playingWrongs({ committee, referee, captain, stranger }: Cast): Wrong[] {
  const record = '/contest-stages/{run}/performances';
  const time = (value: unknown) => ({ contestant: '{runner}', marks: { time: { value } } });
  const draw = '/contest-stages/{group}/fixtures';
  const game = '/fixtures/{fixture}/games/{game}';
  return [
    wrong('a stage of a cancelled contest opened', '/contest-stages/{cancelled run}/open', [409, 'contest-cancelled']),
    wrong('a stage that is nowhere', `/contest-stages/${nowhere}/close`, missing),
    wrong('a stage closed that was not opened', '/contest-stages/{team}/close', [409, 'contest-stage-status']),
    wrong('a stage closed without its times', '/contest-stages/{run}/close', [409, 'contest-stage-incomplete']),
    wrong('a stage published that is open', '/contest-stages/{run}/publish', [409, 'contest-stage-status'], {
      to: 'public',
    }),
    wrong('a stage published to the press', '/contest-stages/{run}/publish', malformed, { to: 'press' }),
    wrong('a stage opened by a referee', '/contest-stages/{team}/open', [403, 'forbidden'], undefined, referee),
    wrong(
      ...(['a tie decided where there is none', '/contest-stages/{run}/decide-tie'] as const),
      ...([[409, 'contest-stage-status'], { honour: 'in', granted: ['{runner}'], reason }, committee] as const),
    ),
    wrong('a time in words', record, malformed, time('十八分')),
    wrong('a criterion that is not there', record, [422, 'performance-misfit'], {
      contestant: '{runner}',
      marks: { length: { value: 1 } },
    }),
    wrong('a time below zero', record, [422, 'performance-below-zero'], time(-5)),
    wrong('nothing recorded', record, [422, 'performance-empty'], { contestant: '{runner}' }),
    wrong('a time of somebody else’s contest', record, missing, { ...time(900), contestant: '{courier}' }),
    wrong('a time before the stage is open', '/contest-stages/{team}/performances', [409, 'contest-stage-status'], {
      ...time(900),
    }),
    wrong('a correction while the stage is open', `${record}/correct`, [409, 'contest-stage-status'], {
      ...{ ...time(900), reason },
    }),
    wrong('a correction without a reason', `${record}/correct`, malformed, time(900)),
    wrong('a time entered by others', record, missing, time(900), stranger),
    wrong(
      'a place entered that games decide',
      '/contest-stages/{group}/performances',
      [409, 'performance-by-fixture'],
      {
        ...{ contestant: '{side 1}', marks: { rank: { value: 1 } } },
      },
    ),
    wrong('a fixture in a form that nobody plays', draw, malformed, { form: 'ladder' }),
    wrong('a fixture of a group that is not there', draw, [422, 'contest-group'], { form: 'round-robin', group: 'z' }),
    wrong('a round robin for the third place', draw, [422, 'fixture-options'], {
      ...{ form: 'round-robin', group: 'a', third: true, reason },
    }),
    wrong('a fixture of nobody', draw, [422, 'fixture-field'], { form: 'round-robin', group: 'b' }),
    wrong('a fixture over another', draw, [409, 'fixture-overlaps'], { form: 'round-robin' }),
    wrong('a fixture drawn again without a reason', draw, [409, 'fixture-begun'], { form: 'round-robin', group: 'a' }),
    wrong('a fixture before its stage is open', '/contest-stages/{final}/fixtures', [409, 'contest-stage-status'], {
      form: 'single-elimination',
    }),
    wrong('a game without a score', `${game}/enter`, [422, 'game-outcome'], {}, referee),
    wrong('a game won by nobody who played', `${game}/enter`, [422, 'game-outcome'], {
      how: 'walkover',
      winner: nowhere,
    }),
    wrong('a score below zero', `${game}/enter`, malformed, { score: [-1, 0] }, referee),
    wrong('a game that is nowhere', '/fixtures/{fixture}/games/9-9/enter', missing, { score: [1, 0] }, referee),
    wrong('a game confirmed before it was entered', `${game}/confirm`, [409, 'game-status'], undefined, captain),
    wrong('a game disputed without a reason', `${game}/dispute`, malformed, {}, captain),
    wrong('a game decided that nobody disputes', `${game}/settle`, [409, 'game-status'], { score: [1, 0], reason }),
  ];
}

/** Panels and their judges. */
export function judgingWrongs({ referee, captain }: Cast): Wrong[] {
  const draw = '/contest-stages/{drive}/panels';
  const panel = '/judging-panels/{panel}';
  const pool = ['j1', 'j2', 'j3', 'j4', 'j5'].map((judge) => ({ judge }));
  const marks = { practice: { value: 80 } };
  const given = { contestant: '{courier}', marks };
  return [
    wrong('judges of a race', '/contest-stages/{run}/panels', [422, 'judging-panel-none'], { pool, seats: 5 }),
    wrong('a panel that the scheme does not have', draw, [422, 'judging-panel-unknown'], {
      item: 'vips',
      pool,
      seats: 5,
    }),
    wrong('a panel drawn again after it was locked', draw, [409, 'judging-panel-status'], { pool, seats: 5, reason }),
    wrong('a panel without a pool', draw, malformed, { pool: [], seats: 5 }),
    wrong('a panel with a seed of one’s own', draw, malformed, { pool, seats: 5, seed: '8' }),
    wrong('a panel that is nowhere', `/judging-panels/${nowhere}/lock`, missing),
    wrong('marks of somebody off the panel', `${panel}/marks`, [403, 'not-on-panel'], given, referee),
    wrong('marks for nobody', `${panel}/marks`, missing, { ...given, contestant: nowhere }, referee),
    wrong('marks of a captain', `${panel}/marks`, [403, 'forbidden'], given, captain),
    wrong('no marks', `${panel}/marks`, malformed, { ...given, marks: {} }, referee),
    wrong('a recusal without a reason', `${panel}/recuse`, malformed, { contestant: '{courier}' }, referee),
    wrong('a recusal from a seat that is not there', `${panel}/recuse`, [403, 'not-on-panel'], {
      ...{ contestant: '{courier}', seat: '9', reason },
    }),
    wrong('a look at marks that agree', `${panel}/look-again`, [409, 'scorecard-agrees'], {
      ...{ contestant: '{courier}', reason },
    }),
    wrong('marks corrected while the stage is open', `${panel}/marks/correct`, [409, 'contest-stage-status'], {
      ...{ ...given, seat: '1', reason },
    }),
  ];
}
