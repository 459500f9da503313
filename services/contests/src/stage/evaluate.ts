// A stage's results by the scheme language. Whoever did not start, did not finish or was disqualified is not scored: they
// stand last, without a number, and are nobody's last place in what collects the stage unless the scheme says so.
import type { ContestAbsence, ContestEntrant, ContestHonour, ContestResult, Marks } from '@jiangong/contracts';
import { type Entrant, evaluateStage, render, type StageResult } from '@jiangong/scoring';
import { type Body, type Ref, schemeOf, stageIn, zh } from '../scheme.ts';

/** A contestant with what they did. `members`: contestants of other tracks whose results count for this one. */
export interface Contender {
  contestant: string;
  entrant: ContestEntrant;
  group: string | null;
  members: string[];
  marks: Marks;
  /** By panel, what each seat gave. */
  judges?: Record<string, Record<string, Marks | 'recused'>>;
  absence?: ContestAbsence | undefined;
}
/** Everything that a stage is evaluated from; `prior`: results of the stages it rests on, `panels`: the seats of each locked one.
 * `decisions`: of ties at a cut. */
export interface StageInput {
  body: Body;
  ref: Ref;
  contenders: Contender[];
  prior: StageResult[];
  panels?: Record<string, string[]>;
  decisions?: { honour: string; group: string | null; granted: string[] }[];
}

const byId = (a: Entrant, b: Entrant) => (a.id < b.id ? -1 : 1);
/** Those who are scored, by id, so that the order in which they arrived changes nothing. */
export const scoredIn = (contenders: readonly Contender[]): Entrant[] =>
  contenders
    .filter(({ absence }) => absence === undefined)
    .map(({ contestant, group, members, marks, judges }) => ({
      ...{ id: contestant, group, inputs: marks, ...(judges ? { judges } : {}) },
      ...(members.length > 0 ? { members: [...members].sort() } : {}),
    }))
    .sort(byId);

/** Which stage it is, with its panels and the ties that were decided. */
export const refIn = ({ ref, panels, decisions = [] }: Pick<StageInput, 'ref' | 'panels' | 'decisions'>) => ({
  ...{ ...ref, ...(panels ? { panel: panels } : {}), ...(decisions.length > 0 ? { decisions } : {}) },
});
export function evaluated({ body, contenders, prior, ...site }: StageInput): StageResult {
  return evaluateStage(schemeOf(body), refIn(site), scoredIn(contenders), prior);
}

/** The results with their contestants in the order of the standings; those without a number last, by id. */
export function resultsOf({ contenders }: StageInput, { entrants }: StageResult): ContestResult[] {
  const known = new Map(contenders.map((contender) => [contender.contestant, contender]));
  const scored = entrants.map(({ id, group, place, ...result }) => {
    return { contestant: id, entrant: known.get(id)!.entrant, group, place, result };
  });
  const absent = contenders.flatMap(({ contestant, entrant, group, absence }) =>
    absence ? [{ contestant, entrant, group, place: null, absence, result: without }] : [],
  );
  return [...scored, ...absent.sort((a, b) => (a.contestant < b.contestant ? -1 : 1))];
}
const without: ContestResult['result'] = {
  ...{ status: 'not-assessable', score: null, band: null },
  ...{ bars: [], figures: {} },
};

/** A closed stage as those that rest on it read it. */
export const priorOf = (
  ref: Ref,
  results: readonly ContestResult[],
  honours: readonly ContestHonour[],
): StageResult => ({
  ...ref,
  entrants: results
    .filter(({ absence }) => absence === undefined)
    .map(({ contestant, group, place, result: { alerts, ...result } }) => {
      return { id: contestant, group, place, ...result, ...(alerts ? { alerts } : {}) };
    }),
  honours: honours.map(({ honour, group, seats, granted, referred, provisional }) => ({
    ...{ honour, group, seats },
    granted: granted.map(({ contestant }) => contestant),
    referred: referred.map(({ contestant }) => contestant),
    provisional: provisional.map(({ contestant }) => contestant),
  })),
  pending: [],
});

/** A score as it is published: two decimals, half away from zero. */
export const published = (score: number | null): number | null =>
  score === null ? null : Math.sign(score) * (Math.round(Math.round(Math.abs(score) * 10_000) / 100) / 100);

/** The honours with the contestants that get them. */
export function honoursOf({ body, ref }: StageInput, stage: StageResult, results: ContestResult[]): ContestHonour[] {
  const { scheme, stage: own } = stageIn(body, ref);
  const labels = new Map((own.honours ?? []).map(({ id, label }) => [id, zh(label)]));
  const admitting = new Set(
    scheme.tracks.flatMap(({ id, stages }) =>
      stages.flatMap(({ admits }) =>
        admits && [ref.stage, `${ref.track}.${ref.stage}`].includes(admits.from) && isNamed(admits.from, id, ref)
          ? admits.honours
          : [],
      ),
    ),
  );
  const byContestant = new Map(results.map((result) => [result.contestant, result]));
  const honoured = (contestant: string): ContestHonour['granted'][number] => {
    const { entrant, place, group, result } = byContestant.get(contestant)!;
    const score = published(result.score);
    const isJoint =
      place !== null && results.filter((other) => other.place === place && other.group === group).length > 1;
    return {
      ...{ contestant, entrant, joint: isJoint },
      ...(place === null ? {} : { place }),
      ...(score === null ? {} : { score }),
    };
  };
  return stage.honours.map(({ honour, group, seats, granted, referred, provisional }) => ({
    ...{ honour, label: labels.get(honour) ?? honour, group, seats, admits: admitting.has(honour) },
    granted: granted.map(honoured),
    referred: referred.map(honoured),
    provisional: provisional.map(honoured),
  }));
}
/** A stage without its track's name is the own track's. */
const isNamed = (from: string, track: string, ref: Ref) => from.includes('.') || track === ref.track;

/** How one contestant's result came about, step by step and in words that name people, not ids. */
export function explained(
  { body, contenders, prior, ...site }: StageInput,
  contestant: string,
  names: ReadonlyMap<string, string>,
) {
  const { explain } = evaluateStage(schemeOf(body), refIn(site), scoredIn(contenders), prior, { explain: contestant });
  if (!explain) return undefined;
  const named = (text: string) => text.replace(uuid, (id) => names.get(id) ?? id);
  return { tree: explain, text: { zh: named(render(explain, 'zh')), en: named(render(explain, 'en')) } };
}
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
