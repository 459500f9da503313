// The year of a track: its closed periods and its reviews, evaluated by the annual stage; and the honours in it.
import type { AnnualResult, Entrant, EventNamed, Marks } from '@jiangong/contracts';
import type { Criterion } from '@jiangong/scoring';
import { sheetOf, zh } from './criteria.ts';
import {
  type Body,
  evaluateAll,
  published,
  type Scored,
  type StageResult,
  schemeOf,
  stagesOf,
  type TrackInput,
} from './evaluate.ts';

/** Everything that the year of a track is evaluated from. */
export interface YearInput {
  scheme: string;
  schemeVersion: number;
  body: Body;
  track: string;
  stage: string;
  /** The periods that are closed, with the inputs of their sealed results. */
  closed: { stage: string; period: string; entrants: Scored[] }[];
  /** Years of other tracks that this one collects. */
  others: TrackInput[];
  entrants: { entrant: Entrant; members: string[]; inputs: Marks }[];
}

const byId = (a: Scored, b: Scored) => (a.id < b.id ? -1 : 1);
/** The tracks in the order in which they are evaluated, this one last; its last stage is the year. Entrants by id. */
export function tracksOf({ track, stage, closed, others, entrants, ...scheme }: YearInput): TrackInput[] {
  const scored = entrants.map(({ entrant, members, inputs }) => ({
    id: entrant.entry,
    group: entrant.group ?? null,
    members: [...members].sort(),
    inputs,
    vetoes: [],
  }));
  const periods = closed.map((period) => ({ track, ...period, entrants: [...period.entrants].sort(byId) }));
  return [...others, { ...scheme, stages: [...periods, { track, stage, period: null, entrants: scored.sort(byId) }] }];
}

export const evaluateYear = (input: YearInput): StageResult => evaluateAll(tracksOf(input)).at(-1)!;

/** The results with their entrants, in the order of the standings. */
export function annualResults({ entrants }: YearInput, stage: StageResult): AnnualResult[] {
  const byEntry = new Map(entrants.map(({ entrant }) => [entrant.entry, entrant]));
  return stage.entrants.map(({ id, group: _, place, ...result }) => ({ entrant: byEntry.get(id)!, place, result }));
}

export type Words = readonly [zh: string, en: string];

/** What is pending in the year, as people name it: the unit with the criterion or the result that is missing. */
export function pendingInWords({ body, track, stage, entrants }: YearInput, { pending }: StageResult): Words[] {
  const names = new Map(entrants.map(({ entrant }) => [entrant.entry, entrant.shortName]));
  const labels = new Map(labelled(body, track, stage));
  const missing = pending.map(({ entrant, item, missing: what, of }): Words => {
    const unit = names.get(entrant)!;
    const source = of && what !== 'mark' ? sourceName(body, of) : of;
    const [zhItem, enItem] = item === 'admission' ? ['入围结果', 'admission'] : [labels.get(item), labels.get(item)];
    return [
      `${unit} ${zhItem ?? item}${source ? `（${source}）` : ''}`,
      `${enItem ?? item} of ${unit}${source ? ` (${source})` : ''}`,
    ];
  });
  return [...new Map(missing.map((words) => [words[0], words])).values()];
}
/** `track.stage.period` as people name it. */
export function sourceName(body: Body, of: string): string {
  const [track, stage, period] = of.split('.');
  const found = schemeOf(body).tracks.find(({ id }) => id === track);
  const foundStage = found?.stages.find(({ id }) => id === stage);
  const foundPeriod = foundStage?.periods?.find(({ id }) => id === period);
  const labels = [found, foundPeriod ?? foundStage].flatMap((node) => (node?.label ? [zh(node.label)] : []));
  return labels.join(' ') || of;
}
function labelled(body: Body, track: string, stage: string): [string, string][] {
  const sheet = sheetOf(body, track, stage);
  const walk = (nodes: typeof sheet.criteria): [string, string][] =>
    nodes.flatMap((node) => [[node.id, zh(node.label)] as [string, string], ...walk(node.of ?? [])]);
  return walk([...sheet.criteria, ...(sheet.adjustments?.items ?? [])]);
}

export type Honours = EventNamed<'annual-evaluation-completed'>['data']['honours'];
/** The honours with the units that get them, as an award list needs them. */
export function honoursOf(
  { body, track, stage: stageId }: Pick<YearInput, 'body' | 'track' | 'stage'>,
  stage: StageResult,
  results: AnnualResult[],
): Honours {
  const labels = new Map((annualStage(body, track, stageId)?.honours ?? []).map(({ id, label }) => [id, zh(label)]));
  const byEntry = new Map(results.map((result) => [result.entrant.entry, result]));
  const honoured = (entry: string) => {
    const { entrant, place, result } = byEntry.get(entry)!;
    const score = published(result.score);
    const joint =
      place !== null &&
      results.some(
        (other) => other.entrant.entry !== entry && other.place === place && other.entrant.group === entrant.group,
      );
    return { ...entrant, ...(score === null ? {} : { score }), ...(place === null ? {} : { place }), joint };
  };
  return stage.honours.map(({ honour, group, seats, granted, referred, provisional }) => ({
    honour,
    label: labels.get(honour) ?? honour,
    group,
    seats,
    granted: granted.map(honoured),
    referred: referred.map(honoured),
    provisional: provisional.map(honoured),
  }));
}
const annualStage = (body: Body, track: string, stage: string) =>
  schemeOf(body)
    .tracks.find(({ id }) => id === track)
    ?.stages.find(({ id }) => id === stage);

/** The periods of the track's scheme that the competition must have closed before its year can be evaluated. */
export const periodicStage = (body: Body, track: string, period: string): string | undefined =>
  stagesOf(body, track).periodic.find(({ periods }) => periods?.some(({ id }) => id === period))?.id;

/** The other tracks whose years this one collects. */
export function collectedTracks(body: Body, track: string): string[] {
  const stages = schemeOf(body).tracks.find(({ id }) => id === track)?.stages ?? [];
  const from = (nodes: readonly Criterion[]): string[] =>
    nodes.flatMap(({ measure, of }) => [...(measure?.kind === 'collect' ? [measure.from] : []), ...from(of ?? [])]);
  const all = stages.flatMap(({ id }) => {
    const sheet = sheetOf(body, track, id);
    return from([...sheet.criteria, ...(sheet.adjustments?.items ?? [])]);
  });
  const tracks = all.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.')));
  return [...new Set(tracks)].filter((name) => name !== track);
}
