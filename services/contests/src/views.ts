// What readers see of contests, who takes part, performances and stages; fed by events, one stream to a row.
import { type ContestResult, type EventNamed, peopleOf, type View } from '@jiangong/contracts';
import { type Appeal, type AppealEvent, evolve as evolveAppeal } from './appeal/appeal.ts';
import { type Contest, type ContestEvent, evolve as evolveContest } from './contest/contest.ts';
import { evolve as evolveFixture, type Fixture, type FixtureEvent } from './fixture/fixture-state.ts';
import { evolve as evolvePanel, type Panel, type PanelEvent } from './judging/panel.ts';
import { type Card, type CardEvent, evolve as evolveCard } from './judging/scorecard.ts';
import type { PerformanceEvent } from './performance/performance.ts';
import { after, type Entered, type SquadEvent } from './squad/squad.ts';
import { evolve as evolveStage, type Stage, type StageEvent } from './stage/stage.ts';

export const contests: View<Contest, ContestEvent> = {
  name: 'contests',
  events: ['contest-announced', 'contest-cancelled'],
  key: ({ data }) => data.contest,
  apply: evolveContest,
  index: ['year', 'state', 'competition'],
};

export type ContestantRow = Entered & { entrantId: string; unit?: string };
/** Everybody who was ever entered; one squad's stream feeds the rows of its contestants. */
export const contestants: View<ContestantRow, SquadEvent> = {
  name: 'contestants',
  events: ['contestant-registered', 'contestant-accepted', 'contestant-rejected', 'contestant-withdrawn'],
  key: ({ data }) => data.contestant,
  apply(row, event) {
    const entered = after(row, event);
    const { unit } = entered?.entrant ?? {};
    return entered && { ...entered, entrantId: entered.entrant.id, ...(unit ? { unit } : {}) };
  },
  index: [
    'contest',
    ['contest', 'track'],
    ['contest', 'track', 'state'],
    ['contest', 'track', 'entrantId'],
    ['contest', 'state'],
    'unit',
  ],
};

/** A performance with everybody who recorded it. */
export type PerformanceRow = PerformanceEvent['data'] & { recordedBy: string[] };
export const performances: View<PerformanceRow, PerformanceEvent> = {
  name: 'performances',
  events: ['performance-recorded'],
  key: ({ data }) => data.performance,
  apply: (row, { data, behalf }) => ({
    ...data,
    recordedBy: [...new Set([...(row?.recordedBy ?? []), ...peopleOf({ sub: data.by, behalf })])],
  }),
  index: ['stage'],
};

export const panels: View<Panel, PanelEvent> = {
  name: 'judging-panels',
  events: ['judging-panel-drawn', 'judging-panel-locked'],
  key: ({ data }) => data.panel,
  apply: evolvePanel,
  index: ['stage', 'status'],
};
export const scorecards: View<Card, CardEvent> = {
  name: 'scorecards',
  events: ['judge-marked', 'judge-recused', 'scorecard-reviewed'],
  key: ({ data }) => data.scorecard,
  apply: evolveCard,
  revision: 2,
  index: ['stage', 'panel', ['stage', 'differs']],
};

export const fixtures: View<Fixture, FixtureEvent> = {
  name: 'fixtures',
  events: [
    'fixture-drawn',
    'fixture-round-drawn',
    'fixture-game-entered',
    'fixture-game-confirmed',
    'fixture-game-disputed',
    'fixture-game-settled',
    'fixture-ended',
  ],
  key: ({ data }) => data.fixture,
  apply: evolveFixture,
  index: ['stage', 'contest'],
};

/** An appeal by the unit that may read it. */
export type AppealRow = Appeal & { unit: string };
export const appeals: View<AppealRow, AppealEvent> = {
  name: 'contest-appeals',
  events: ['contest-appeal-filed', 'contest-appeal-answered', 'contest-appeal-decided'],
  key: ({ data }) => data.appeal,
  apply(row, event) {
    const appeal = evolveAppeal(row, event);
    return appeal && { ...appeal, unit: appeal.entrant.unit ?? appeal.entrant.id };
  },
  index: ['contest', 'stage', 'contestant', ['stage', 'contestant'], 'status', 'unit'],
};

type Closed = EventNamed<'contest-stage-closed'>['data'];
/** A stage without its results, which stand on pages. */
export type StageRow = Omit<Stage, 'standings'> &
  Partial<Pick<Closed, 'digest' | 'inputDigest' | 'resultDigest' | 'scoredBy'>> &
  Partial<Pick<EventNamed<'contest-stage-revised'>['data'], 'causes'>>;
export const stages: View<StageRow, StageEvent> = {
  name: 'contest-stages',
  events: [
    'contest-stage-made',
    'contest-stage-opened',
    'contest-stage-closed',
    'contest-stage-revised',
    'contest-tie-decided',
    'contest-stage-published',
  ],
  key: ({ data }) => data.stage,
  apply(row, event) {
    const stage = evolveStage(row && { ...row, standings: {} }, event);
    if (!stage) return undefined;
    const { standings: _, ...rest } = stage;
    const { appeals: _window, ...before } = row ?? {};
    if (event.type !== 'contest-stage-closed' && event.type !== 'contest-stage-revised') return { ...before, ...rest };
    const { digest, inputDigest, resultDigest, scoredBy } = event.data;
    const causes = event.type === 'contest-stage-revised' ? { causes: event.data.causes } : {};
    return { ...rest, digest, inputDigest, resultDigest, scoredBy, ...causes };
  },
  index: ['contest', 'status', ['year', 'status']],
};

/** A page of a revision's results. */
export interface ResultPage {
  stage: string;
  revision: number;
  page: number;
  results: ContestResult[];
}
export const resultPages: View<ResultPage, EventNamed<'contest-stage-results-paged'>> = {
  name: 'contest-result-pages',
  events: ['contest-stage-results-paged'],
  key: ({ data: { stage, page } }) => `${stage}/${String(page).padStart(5, '0')}`,
  apply: (_, { data }) => data,
  index: ['stage'],
};

/** Every revision of a stage's results. */
export const stageRevisions: View<EventNamed<'contest-stage-revised'>['data'], EventNamed<'contest-stage-revised'>> = {
  name: 'contest-stage-revisions',
  events: ['contest-stage-revised'],
  key: ({ data: { stage, revision } }) => `${stage}/${String(revision).padStart(6, '0')}`,
  apply: (_, { data }) => data,
  index: ['stage'],
};
