// Standings: places, units, scores, of one period or of the year, computed from what is sealed or completed.
import {
  type AnnualResult,
  checkId,
  type Entrant,
  evaluationId,
  type Provisional,
  type Read,
  type Refusal,
  refuse,
  roundId,
  type Standing,
  type StandingsView,
} from '@jiangong/contracts';
import { checksIn, sealedInput } from './assemble.ts';
import type { Check } from './check-state.ts';
import { sheetOf, zh } from './criteria.ts';
import { type Body, evaluate, published, type Scored, schemeOf } from './evaluate.ts';
import { provisionalIn } from './provisional.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import { honoursOfRound } from './round-honours.ts';
import { annualPages, evaluations, type LaunchedRow, rounds } from './views.ts';
import { annualResults, evaluateYear, periodicStage, sourceName } from './year.ts';
import { type Track, yearOf } from './year-input.ts';

export interface StandingsQuery {
  track?: string | undefined;
  stage?: string | undefined;
  period?: string | undefined;
  group?: string | undefined;
}

/** The requested track, checked before anything is computed: what the scheme does not have is refused. */
export function trackOf(launched: LaunchedRow | undefined, query: StandingsQuery): Track | Refusal | undefined {
  const track = launched?.tracks.find((each) => query.track === undefined || each.track === query.track);
  if (!track) return launched && refuse('not-found', { what: query.track });
  const { stages = [], groups = [] } = schemeOf(track.body).tracks.find(({ id }) => id === track.track) ?? {};
  const has = (of: { id: string }[], id: string | undefined) => id === undefined || of.some((each) => each.id === id);
  if (!has(stages, query.stage)) return refuse('not-found', { what: query.stage });
  if (!has([...groups, ...track.groups], query.group)) return refuse('not-found', { what: query.group });
  return track;
}

/** Computes the ranking of a track in a period, or in its year. */
export async function standingsOf(
  launched: LaunchedRow,
  track: Track,
  period: string | undefined,
  read: Read,
): Promise<Ranking | undefined> {
  const { competition, name: competitionName, year } = launched;
  const view = period ? await ofPeriod(launched, track, period, read) : await ofYear(launched, track, read);
  return (
    view && rankingOf({ competition, competitionName, year, track: track.track, trackLabel: track.label, ...view })
  );
}

type View = Pick<StandingsView, 'stage' | 'period' | 'periodLabel' | 'state' | 'items' | 'honours'>;

/** Sealed results with their places; whoever is not sealed yet stands below, without a place, with what it may still come to. */
async function ofPeriod(
  { competition }: LaunchedRow,
  { track, periods, body }: Track,
  period: string,
  read: Read,
): Promise<View | undefined> {
  const stage = periodicStage(body, track, period);
  const round = await read.get(rounds, roundId(competition, track, period));
  if (!stage || !round) return undefined;
  const scored: Scored[] = [];
  const entrants = new Map<string, Entrant>();
  const waiting: AnnualResult[] = [];
  const all: Check[] = [];
  for await (const check of checksIn(round, read)) {
    all.push(check);
    entrants.set(check.entry, check.entrant);
    scored.push(...sealedInput(check));
    if (!check.sealed) waiting.push({ entrant: check.entrant, place: null, result: pendingResult });
  }
  const ranked = evaluate(round.body, { track, stage: round.stage, period }, scored);
  const results = ranked.entrants.map(({ id, group: _, place, ...result }) => ({
    entrant: entrants.get(id)!,
    place,
    result,
  }));
  const soFar = waiting.length > 0 ? provisionalIn(round, all) : new Map<string, Provisional>();
  const least = ({ entrant }: AnnualResult) => soFar.get(entrant.entry)?.ifNothing ?? 0;
  waiting.sort((a, b) => least(b) - least(a) || (a.entrant.code < b.entrant.code ? -1 : 1));
  const items = itemsOf([...results, ...waiting], body, track, stage, ({ entry }) => checkId(entry, period));
  return {
    stage,
    period,
    periodLabel: periods.find(({ id }) => id === period)?.label ?? null,
    state: round.status === 'closed' ? 'final' : 'provisional',
    items: items.map((item) => ({ ...item, ...provisionalOf(soFar.get(item.entry)) })),
    honours: honoursOfRound(round, all, ranked),
  };
}
const provisionalOf = (provisional: Provisional | undefined) => (provisional ? { provisional } : {});
const pendingResult = { status: 'pending' as const, score: null, band: null, bars: [], figures: {} };

/** The year as it was completed; before that, as far as it has come. */
async function ofYear(launched: LaunchedRow, { track, body }: Track, read: Read): Promise<View | undefined> {
  const evaluation = evaluationId(launched.competition, track);
  const completed = await read.get(evaluations, evaluation);
  const about = { period: null, periodLabel: null };
  if (completed) {
    const pages = await read.all(annualPages, { evaluation });
    const stage = pages[0]?.stage ?? 'year';
    const results = pages.flatMap((page) => page.results);
    const items = itemsOf(results, body, track, stage, ({ entry }) => entry);
    return { ...about, stage, state: 'final', items, honours: completed.honours };
  }
  const year = await yearOf(launched, track, read);
  if (!year) return undefined;
  const { input } = year;
  const results = annualResults(input, evaluateYear(input));
  const items = itemsOf(results, body, track, input.stage, ({ entry }) => entry);
  return { ...about, stage: input.stage, state: 'provisional', items, honours: [] };
}

function itemsOf(
  results: AnnualResult[],
  body: Body,
  track: string,
  stage: string,
  resultOf: (entrant: Entrant) => string,
): Standing[] {
  const { bands = [] } = sheetOf(body, track, stage);
  const bandLabels = new Map(bands.map(({ id, label }) => [id, zh(label)]));
  const groups = schemeOf(body).tracks.find(({ id }) => id === track)?.groups ?? [];
  const groupLabels = new Map(groups.map(({ id, label }) => [id, zh(label)]));
  const causes = new Map([['admission', '上一阶段未入围'], ...vetoesOfTrack(body, track)]);
  const sharing = new Map<string, number>();
  const seat = ({ entrant, place }: AnnualResult) => `${entrant.group ?? ''}/${place}`;
  for (const result of results) sharing.set(seat(result), (sharing.get(seat(result)) ?? 0) + 1);
  return results.map((each) => {
    const { entrant, place, result } = each;
    const { entry, unit, code, name, shortName, group = null } = entrant;
    const { status, band, bars, alerts = [], figures } = result;
    return {
      place,
      joint: place !== null && sharing.get(seat(each))! > 1,
      result: resultOf(entrant),
      ...{ entry, unit, code, name, shortName, group, status, band, alerts, figures },
      groupLabel: group === null ? null : (groupLabels.get(group) ?? group),
      score: published(result.score),
      bandLabel: band === null ? null : (bandLabels.get(band) ?? band),
      bars: bars.map((bar) => ({
        ...bar,
        label: causes.get(bar.cause) ?? bar.cause,
        atLabel: sourceName(body, bar.at),
      })),
    };
  });
}

/** Vetoes of all stages of a track: a year shows those of its quarters. */
function vetoesOfTrack(body: Body, track: string): Map<string, string> {
  const stages = schemeOf(body).tracks.find(({ id }) => id === track)?.stages ?? [];
  const vetoes = stages.flatMap(({ id }) => sheetOf(body, track, id).vetoes ?? []);
  return new Map(vetoes.map(({ id, label }) => [id, zh(label)]));
}
