// A stage of a contest: made, opened, closed once nothing is missing, published; its results are made anew by themselves
// when something they rest on is corrected.
import { type Command, type PublicationState, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import type { StageResult } from '@jiangong/scoring';
import { itemLabel } from '../scheme.ts';
import { wrongStatus } from '../state-labels.ts';
import { standingOf } from './changes.ts';
import type { StageInput } from './evaluate.ts';
import { closing, revised } from './revision.ts';
import type { Evaluate, Made, Published, Stage, StageEvent } from './stage-state.ts';
import { tieKey } from './standing-ties.ts';
import { type DecideTie, tieDecided } from './tie.ts';

export type { Stage, StageEvent };

type Make = Command<'make', Omit<Made, 'stage'>>;
type Open = Command<'open', object>;
type Close = Command<'close', Evaluate>;
/** Something it rests on may be another than it was. Requested once too often, it changes nothing. */
type Revise = Command<'revise', Evaluate>;
type Publish = Command<
  'publish',
  { to: PublicationState; appealDays?: number | undefined; reason?: string | undefined }
>;

export type State = Stage | undefined;
export const initial = undefined as State;

type Any = Make | Open | Close | Revise | Publish | DecideTie;

export function decide(stage: State, command: Any): StageEvent[] | Refusal {
  if (command.type === 'make')
    return stage ? [] : [{ type: 'contest-stage-made', data: { stage: command.id, ...command.data } }];
  if (!stage) return refuse('not-found', { what: command.id });
  switch (command.type) {
    case 'open':
      if (stage.status === 'open') return [];
      if (stage.status === 'closed') return wrongStatus(stage.status);
      return [{ type: 'contest-stage-opened', data: { stage: command.id, by: command.actor.sub } }];
    case 'close': {
      if (stage.status !== 'open') return wrongStatus(stage.status);
      if (command.data.input.contenders.length === 0) return refuse('contest-stage-empty');
      const { pages, data, pending } = closing(stage, command.data, 1);
      const refusal = incomplete(command.data.input, pending) ?? differ(command.data.differing);
      return refusal ?? [...pages, { type: 'contest-stage-closed', data }];
    }
    case 'revise':
      return revised(stage, command.data);
    case 'decide-tie':
      return tieDecided(stage, command);
    case 'publish':
      return publishedTo(stage, command);
    default:
      return command satisfies never;
  }
}

/** How many contestants lack something, and what: no refusal names a person. */
function incomplete({ body, ref }: StageInput, pending: StageResult['pending']): Refusal | undefined {
  if (pending.length === 0) return undefined;
  const items = [...new Set(pending.map(({ item }) => item))];
  const lacking = items.map((item) => {
    const [zh, en] = itemLabel(body, ref, item);
    const count = pending.filter((each) => each.item === item).length;
    return [`${zh}（${count} 名）`, `${en} (${count})`] as const;
  });
  return refuse('contest-stage-incomplete', {
    count: new Set(pending.map(({ entrant }) => entrant)).size,
    missing: lacking.map(([zh]) => zh),
    missingEn: lacking.map(([, en]) => en),
  });
}

const differ = (count = 0): Refusal | undefined => (count > 0 ? refuse('contest-marks-differ', { count }) : undefined);

const reach = { hidden: 0, entrants: 1, public: 2 } as const;
function publishedTo(stage: Stage, command: Publish): StageEvent[] | Refusal {
  const { to, reason } = command.data;
  if (stage.status !== 'closed') return wrongStatus(stage.status);
  const appeals = appealsOf(stage, command);
  if (to === stage.to && appeals?.workingDays === stage.appeals?.workingDays) return [];
  if (reach[to] < reach[stage.to] && !reason) return refuse('contest-publication-reason');
  const taken = appeals ? { appeals } : {};
  const data = { stage: stage.stage, to, ...taken, ...(reason ? { reason } : {}), by: command.actor.sub };
  return [{ type: 'contest-stage-published', data }];
}
/** Appeals are taken from the day on which contestants first see their results. */
function appealsOf({ to: before, appeals }: Stage, { data, businessDate }: Publish): Stage['appeals'] {
  if (data.to === 'hidden') return undefined;
  const { from = businessDate, workingDays = APPEAL_DAYS } = (before === 'hidden' ? undefined : appeals) ?? {};
  return { from, workingDays: data.appealDays ?? workingDays };
}
/** Working days for an appeal, unless the organiser sets others: as many as a public notice has. */
const APPEAL_DAYS = 5;

export function evolve(stage: State, event: StageEvent): State {
  if (event.type === 'contest-stage-made')
    return {
      ...event.data,
      status: 'made',
      to: 'hidden',
      revision: 0,
      basis: {},
      honours: [],
      ties: {},
      standings: {},
    };
  if (!stage) return stage;
  switch (event.type) {
    case 'contest-stage-opened':
      return { ...stage, status: 'open' };
    case 'contest-stage-results-paged': {
      const standings = event.data.results.map((result) => [result.contestant, standingOf(result)]);
      return { ...stage, standings: { ...stage.standings, ...Object.fromEntries(standings) } };
    }
    case 'contest-stage-closed':
    case 'contest-stage-revised': {
      const { honours, basis } = event.data;
      const revision = event.type === 'contest-stage-revised' ? event.data.revision : 1;
      return { ...stage, status: 'closed', revision, honours, basis };
    }
    case 'contest-tie-decided':
      return { ...stage, ties: { ...stage.ties, [tieKey(event.data)]: event.data } };
    case 'contest-stage-published':
      return published(stage, event.data);
    default:
      return event satisfies never;
  }
}

function published({ appeals: _, ...stage }: Stage, { to, appeals }: Published): Stage {
  return { ...stage, to, ...(appeals ? { appeals } : {}) };
}

/** Makes requests of this noun. */
export const stageCommand = requestsOf<Any>('contest-stage');
