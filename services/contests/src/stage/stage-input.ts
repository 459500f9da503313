// What a stage is evaluated from, gathered from the views: its contestants with what they did, and the stages it rests on.
import { type ContestCause, type ContestResult, contestStageId, performanceId, type Read } from '@jiangong/contracts';
import type { StageResult } from '@jiangong/scoring';
import type { Contest } from '../contest/contest.ts';
import { judgedIn } from '../judging/judged.ts';
import { type Ref, sourcesOf } from '../scheme.ts';
import {
  type ContestantRow,
  contestants,
  contests,
  type PerformanceRow,
  performances,
  resultPages,
  type StageRow,
  stages,
} from '../views.ts';
import { admissionTo } from './admission.ts';
import { type Contender, priorOf, type StageInput } from './evaluate.ts';

/** A stage with its contest. */
export interface Site {
  stage: StageRow;
  contest: Contest;
  ref: Ref;
}
export async function siteOf(id: string, read: Read): Promise<Site | undefined> {
  const stage = await read.get(stages, id);
  const contest = stage && (await read.get(contests, stage.contest));
  return contest && { stage, contest, ref: refOf(stage) };
}
export const refOf = ({ track, name, period }: Pick<StageRow, 'track' | 'name' | 'period'>): Ref => ({
  ...{ track, stage: name, period },
});

/** The results of a closed stage as they now stand, in the order of the standings. */
export async function resultsIn({ stage, revision }: StageRow, read: Read): Promise<ContestResult[]> {
  const pages = await read.all(resultPages, { stage });
  return pages.filter((page) => page.revision === revision).flatMap(({ results }) => results);
}

/** The closed stages that a stage rests on, each with the revision that it was read at. */
async function priorIn({ contest, ref }: Site, read: Read) {
  const prior: StageResult[] = [];
  const sources: ContestCause[] = [];
  const scoredBy: string[] = [];
  for (const { track, stage } of sourcesOf(contest.body, ref))
    for (const period of periodsOf(contest, track, stage)) {
      const row = await read.get(stages, contestStageId(contest.contest, track, stage, period));
      if (row?.status !== 'closed') continue;
      prior.push(priorOf({ track, stage, period }, await resultsIn(row, read), row.honours));
      sources.push({ what: 'stage', id: row.stage, revision: row.revision });
      scoredBy.push(...(row.scoredBy ?? []));
    }
  return { prior, sources, scoredBy };
}
export function periodsOf({ tracks }: Contest, track: string, stage: string): (string | null)[] {
  const own = tracks.find((each) => each.track === track)?.stages.find((each) => each.stage === stage);
  return own && own.periods.length > 0 ? own.periods.map(({ id }) => id) : [null];
}

/** Whom it is about is fixed once it is closed: what happens to entries afterwards does not reach back. */
async function contestantsOf({ contest, stage }: Site, read: Read): Promise<ContestantRow[]> {
  const { contest: id } = contest;
  if (stage.status !== 'closed') return read.all(contestants, { contest: id, track: stage.track, state: 'accepted' });
  const results = await resultsIn(stage, read);
  const rows = await Promise.all(results.map(({ contestant }) => read.get(contestants, contestant)));
  return rows.filter((row) => row !== undefined);
}

/** Everything that a stage is evaluated from, and which revision of what it is. */
export async function inputOf(site: Site, read: Read) {
  const { contest, stage, ref } = site;
  const { prior, sources, scoredBy } = await priorIn(site, read);
  const recorded = new Map((await read.all(performances, { stage: stage.stage })).map((row) => [row.contestant, row]));
  const others = await membersOf(site, read);
  const judged = await judgedIn(stage.stage, contest.body, ref, read);
  const admission = stage.status === 'closed' ? undefined : await admissionTo(contest, ref, read);
  // Nobody waits for a number of those whom the shortlist left out.
  const isIn = ({ contestant }: ContestantRow) =>
    admission?.isOpen !== false ||
    admission.admitted.has(contestant) ||
    recorded.has(contestant) ||
    judged.marks.has(contestant);
  const own = (await contestantsOf(site, read)).filter(isIn);
  const contenders = own.map((row): Contender => {
    const { marks = {}, absence } = recorded.get(row.contestant) ?? {};
    const { contestant, entrant, group = null } = row;
    return {
      contestant,
      entrant,
      group,
      members: others.get(entrant.id) ?? [],
      marks,
      ...(judged.marks.has(contestant) ? { judges: judged.marks.get(contestant)! } : {}),
      ...(absence ? { absence } : {}),
    };
  });
  const about = own.flatMap(({ contestant }) => recorded.get(contestant) ?? []);
  const causes = own.map(({ contestant }) => causeOf(performanceId(stage.stage, contestant), recorded.get(contestant)));
  const cards = own.flatMap(({ contestant }) => judged.causesOf(contestant));
  const input: StageInput = { body: contest.body, ref, contenders, prior, ...judged.panels };
  const people = [...scoredBy, ...about.flatMap(({ recordedBy }) => recordedBy), ...judged.scoredBy];
  return {
    input,
    sources: [...sources, ...causes, ...cards],
    scoredBy: [...new Set(people)].sort(),
    differing: judged.differing(own.map(({ contestant }) => contestant)),
  };
}
/** 0 where nothing was recorded. */
const causeOf = (id: string, row: PerformanceRow | undefined): ContestCause => ({
  ...{ what: 'performance' as const, id, revision: row?.revision ?? 0 },
  ...(row?.reason ? { reason: row.reason } : {}),
});

/** Contestants of other tracks by the team or unit for which they compete. */
async function membersOf({ contest, ref }: Site, read: Read): Promise<Map<string, string[]>> {
  const tracks = new Set(sourcesOf(contest.body, ref).map(({ track }) => track));
  tracks.delete(ref.track);
  const members = new Map<string, string[]>();
  for (const track of tracks)
    for (const row of await read.all(contestants, { contest: contest.contest, track })) {
      const team = row.represents ?? row.unit;
      if (team && (row.state === 'accepted' || row.state === 'withdrawn'))
        members.set(team, [...(members.get(team) ?? []), row.contestant]);
    }
  return members;
}
