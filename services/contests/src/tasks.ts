// What people have to do in contests: organisers review entries, open, close and publish stages, look at marks again and decide
// disputed games; judges mark, referees enter games, the sides of a game confirm it, the committee decides ties of a shortlist.
import { peopleOf, type Task, type TaskKind } from '@jiangong/contracts';
import { type Assigned, toDo } from '@jiangong/service-kit';
import { entrantIn, type Fixture, sidesOf, statusesOf } from './fixture/fixture-state.ts';
import type { Panel } from './judging/panel.ts';
import { isDiffering, sitters } from './judging/scorecard.ts';
import { campaigns, claims } from './points/points-views.ts';
import { isOwn } from './sight.ts';
import { takingPart } from './squad/squad-routes.ts';
import { refOf } from './stage/stage-input.ts';
import { contestants, contests, fixtures, panels, type StageRow, scorecards, stages } from './views.ts';

/** Contests are decided in their year or the next. */
const yearsOf = ({ businessDate }: Assigned) => {
  const year = Number(businessDate.slice(0, 4));
  return [year - 1, year, year + 1];
};
/** A task of a stage. */
function ofStage(row: StageRow, task: TaskKind, [zh, en]: readonly [string, string], more: Partial<Task> = {}): Task {
  const named = `${row.trackLabel} · ${row.label}${row.periodLabel ?? ''}`;
  const text = { zh: `${zh}（${named}）`, en: `${en} (${named})` };
  return { task, text, about: row.contestName, link: `/contest-stages/${row.stage}`, ...more };
}
/** One task for as many things as wait, none where nothing does. */
const ofSome = (row: StageRow, task: TaskKind, text: readonly [string, string], count: number, link?: string) =>
  count === 0 ? [] : [ofStage(row, task, text, { count, ...(link === undefined ? {} : { link }) })];
const contestOf = async ({ contest }: StageRow, { read }: Assigned) => {
  const found = await read.get(contests, contest);
  return found?.state === 'announced' ? found : undefined;
};

export const tasks = [
  toDo(contests, {
    roles: ['organiser'],
    filter: (assigned) => ({ year: yearsOf(assigned), state: 'announced' }),
    async of({ contest, name, registration }, { read }) {
      const count = await read.count(contestants, { contest, state: 'registered' });
      const text = { zh: '审核参赛报名', en: 'Review entries of contestants' };
      const about = { about: name, since: registration.from, link: `/contests/${contest}` };
      return count === 0 ? undefined : { task: 'review-contestants', text, count, ...about };
    },
  }),
  toDo(campaigns, {
    roles: ['organiser'],
    filter: (assigned) => ({ year: yearsOf(assigned), state: 'open' }),
    async of({ campaign, name, from }, { read }) {
      const count = await read.count(claims, { campaign, state: 'waiting' });
      const text = { zh: '审核积分申报', en: 'Approve claims of points' };
      const about = { about: name, since: from, link: `/points-campaigns/${campaign}` };
      return count === 0 ? undefined : { task: 'approve-points', text, count, ...about };
    },
  }),
  toDo(stages, {
    roles: ['organiser'],
    filter: (assigned) => ({ year: yearsOf(assigned), status: ['made', 'open', 'closed'] }),
    async of(row, assigned) {
      const contest = await contestOf(row, assigned);
      if (!contest) return undefined;
      if (row.status === 'made') {
        const { to: since } = contest.registration;
        if (assigned.businessDate <= since) return undefined;
        return ofStage(row, 'open-contest-stage', ['开始登记成绩', 'Open the stage for results'], { since });
      }
      if (row.status === 'closed')
        return row.to === 'hidden' ? ofStage(row, 'publish-contest-stage', ['公布成绩', 'Publish results']) : undefined;
      const disputed = (await fixturesOf(row, assigned)).flatMap(({ games }) => Object.values(games));
      return [
        ...ofSome(row, 'look-again', ['复核分差过大的打分', 'Look at marks again'], await differing(row, assigned)),
        ...ofSome(
          ...[row, 'settle-game' as const, ['裁定有异议的场次', 'Decide disputed games'] as const],
          disputed.filter(({ status }) => status === 'disputed').length,
        ),
        ofStage(row, 'close-contest-stage', ['催齐成绩并关闭阶段', 'Have every result entered and close the stage']),
      ];
    },
  }),
  toDo(stages, {
    roles: ['checker'],
    filter: (assigned) => ({ year: yearsOf(assigned), status: 'open' }),
    async of(row, assigned) {
      if (!(await contestOf(row, assigned))) return undefined;
      const locked = (await assigned.read.all(panels, { stage: row.stage })).filter(
        ({ status }) => status === 'locked',
      );
      const marking = locked.map(async (panel) =>
        ofSome(
          row,
          'mark-contestants',
          ['打分', 'Mark'],
          await unmarked(panel, row, assigned),
          `/judging/${panel.panel}`,
        ),
      );
      const open = (await fixturesOf(row, assigned)).flatMap((fixture) =>
        [...statusesOf(fixture)].filter(([game, status]) => status === 'open' && sidesOf(fixture, game)),
      );
      return [
        ...(await Promise.all(marking)).flat(),
        ...ofSome(row, 'enter-games', ['登记比赛结果', 'Enter how games ended'], open.length),
      ];
    },
  }),
  toDo(stages, {
    roles: ['entrant'],
    filter: (assigned) => (assigned.actor.units.length > 0 ? { year: yearsOf(assigned), status: 'open' } : undefined),
    async of(row, assigned) {
      if (!(await contestOf(row, assigned))) return undefined;
      const games = (await fixturesOf(row, assigned)).flatMap((fixture) => toConfirm(fixture, assigned));
      return ofSome(row, 'confirm-games', ['确认比赛结果', 'Confirm how games ended'], games.length);
    },
  }),
  toDo(stages, {
    roles: ['committee'],
    filter: (assigned) => ({ year: yearsOf(assigned), status: 'closed' }),
    async of(row, assigned) {
      if (!(await contestOf(row, assigned))) return undefined;
      const ties = row.honours.filter(({ admits, referred }) => admits && referred.length > 0);
      return ofSome(row, 'decide-contest-tie', ['裁定入围并列', 'Decide a tie at the cut'], ties.length);
    },
  }),
];

const fixturesOf = ({ stage }: StageRow, { read }: Assigned) => read.all(fixtures, { stage });

/** Contestants whose marks lie too far apart, and wait for another look; only their scorecards are read. */
async function differing(row: StageRow, { read }: Assigned): Promise<number> {
  const perhaps = await read.all(scorecards, { stage: row.stage, differs: 'perhaps' });
  if (perhaps.length === 0) return 0;
  const contest = (await read.get(contests, row.contest))!;
  const own = new Map((await read.all(panels, { stage: row.stage })).map((panel) => [panel.panel, panel]));
  const differ = perhaps.filter((card) => isDiffering(card, own.get(card.panel)!, contest.body, refOf(row)));
  const rows = await Promise.all(
    [...new Set(differ.map(({ contestant }) => contestant))].map((id) => read.get(contestants, id)),
  );
  return rows.filter((contestant) => contestant?.state === 'accepted').length;
}

/** Contestants whom the reader is still to mark on a panel. */
async function unmarked(panel: Panel, row: StageRow, { actor, read }: Assigned): Promise<number> {
  if (!panel.pool.some(({ judge }) => judge === actor.sub)) return 0;
  const cards = await read.all(scorecards, { panel: panel.panel });
  const known = new Map(cards.map((card) => [card.contestant, card]));
  const field = await takingPart(row.contest, row.track, read);
  return field.filter(({ contestant }) => {
    const card = known.get(contestant);
    const [seat] = [...sitters(card, panel)].find(([, judge]) => judge === actor.sub) ?? [];
    return seat !== undefined && card?.seats[seat]?.marks === undefined;
  }).length;
}

/** Games of the reader's sides that a referee entered and they neither confirmed nor disputed. */
function toConfirm(fixture: Fixture, { actor }: Assigned): string[] {
  return Object.entries(fixture.games).flatMap(([game, { status, confirmed, by }]) => {
    if (status !== 'entered' || peopleOf(actor).some((person) => by.includes(person))) return [];
    const own = sidesOf(fixture, game)?.find((side) => isOwn(actor, entrantIn(fixture, side)!));
    return own !== undefined && !confirmed.includes(own) ? [game] : [];
  });
}
