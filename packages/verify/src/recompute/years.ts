// Every evaluated year anew: closed periods, reviews and members into results, places and honours.
import { type Entrant as Entry, type EventNamed, type Marks, reviewId, roundId } from '@jiangong/contracts';
import { type Criterion, type Entrant, evaluateSeason, type Scheme, type Season } from '@jiangong/scoring';
import { resultOf, type Sealed, schemeOf, scoredOf } from './checks.ts';
import { byStream, type Fact, isOf } from './facts.ts';
import { honoursOf, published } from './honours.ts';
import { type Collector, digestOf } from './report.ts';
import { byEntry, type Closing } from './rounds.ts';

type Launched = EventNamed<'competition-launched'>['data'];
type Track = Launched['tracks'][number];
type Evaluated = EventNamed<'annual-evaluation-completed' | 'annual-evaluation-revised'>['data'];
/** What an evaluation rests on besides its scheme. */
interface Sources {
  launched: ReadonlyMap<string, Launched>;
  checks: ReadonlyMap<string, Sealed[]>;
  closings: ReadonlyMap<string, Closing[]>;
  /** By review, the marks of each revision. */
  reviews: ReadonlyMap<string, Marks[]>;
  /** By competition and track, whom the year is about. */
  entrants: Map<string, Entry[]>;
}
const byId = (a: Entry, b: Entry) => (a.entry < b.entry ? -1 : 1);

/** @param announced the events of the competitions */
export function recomputeYears(
  facts: readonly Fact[],
  announced: readonly Fact[],
  { checks, closings }: Pick<Sources, 'checks' | 'closings'>,
  report: Collector,
): void {
  const launched = new Map(
    announced.flatMap((f) => (isOf(f, 'competition-launched') ? [[f.data.competition, f.data]] : [])),
  );
  const sources: Sources = { launched, checks, closings, reviews: reviewsOf(facts), entrants: new Map() };
  const years = [...byStream(facts, 'evaluation').values()];
  const told = years.map((own) => evaluationsOf(own)).filter((own) => own.length > 0);
  for (const own of told)
    for (const { pages, fact } of own) {
      const entrants = pages.flatMap(({ results }) => results.map(({ entrant }) => entrant));
      sources.entrants.set(`${fact.data.competition}/${fact.data.track}`, entrants);
    }
  for (const { pages, fact } of told.flat()) compareYear(sources, pages, fact, report);
}

type Page = EventNamed<'annual-standings-paged'>['data'];
/** Each evaluation with the pages before it. */
function evaluationsOf(own: readonly Fact[]) {
  const found: { pages: Page[]; fact: Fact & { data: Evaluated } }[] = [];
  let pages: Page[] = [];
  for (const fact of own) {
    if (isOf(fact, 'annual-standings-paged')) pages.push(fact.data);
    if (!isOf(fact, 'annual-evaluation-completed', 'annual-evaluation-revised')) continue;
    found.push({ pages, fact });
    pages = [];
  }
  return found;
}

function reviewsOf(facts: readonly Fact[]): Map<string, Marks[]> {
  const reviews = new Map<string, Marks[]>();
  for (const fact of facts) {
    if (!isOf(fact, 'review-recorded')) continue;
    const before = reviews.get(fact.data.review) ?? [];
    reviews.set(fact.data.review, [...before, { ...before.at(-1), ...fact.data.marks }]);
  }
  return reviews;
}

function compareYear(sources: Sources, pages: Page[], fact: Fact & { data: Evaluated }, report: Collector): void {
  const { competition, track, basis = {}, honours, digest, inputDigest, resultDigest } = fact.data;
  const own = sources.launched.get(competition)?.tracks.find((each) => each.track === track);
  if (!own) {
    report.compare('years', fact, track, undefined);
    return;
  }
  const scheme = schemeOf(own.body);
  const stages = stagesOf(sources, competition, own, basis, []);
  const { results } = evaluateSeason(scheme, { stages });
  const year = results.at(-1)!;
  const entrants = pages.flatMap((page) => page.results.map(({ entrant }) => entrant));
  const known = new Map(entrants.map((entrant) => [entrant.entry, entrant]));
  const written = pages.flatMap((page) => page.results);
  const found = year.entrants.map((result) => ({
    ...{ entrant: known.get(result.id), place: result.place, result: resultOf(result) },
  }));
  report.compare('years', fact, written, found);
  report.compare('honours', fact, honours, honoursOf(scheme, year, known));
  const standings = year.entrants.map(({ id, place, score }) => [known.get(id)?.code, place, published(score)]);
  report.compare(
    'digests',
    fact,
    { digest, inputDigest, resultDigest },
    {
      digest: digestOf(standings),
      ...(inputDigest ? { inputDigest: digestOf({ stages }) } : {}),
      ...(resultDigest ? { resultDigest: digestOf(results) } : {}),
    },
  );
}

/** The stages in the order in which they are evaluated: other years that this one collects, the periods, the year. */
function stagesOf(
  sources: Sources,
  competition: string,
  own: Track,
  basis: Record<string, number>,
  within: string[],
): Season['stages'] {
  const { launched, checks, closings, reviews, entrants } = sources;
  const { track, body, periods } = own;
  const scheme = schemeOf(body);
  const others = collectedTracks(scheme, track).filter((other) => {
    return !within.includes(other) && entrants.has(`${competition}/${other}`);
  });
  const collected = others.flatMap((other) => {
    const found = launched.get(competition)?.tracks.find((each) => each.track === other);
    return found ? stagesOf(sources, competition, found, basis, [...within, track]) : [];
  });
  const all = [track, ...others].flatMap((each) => entrants.get(`${competition}/${each}`) ?? []);
  const stageIds = scheme.tracks.find(({ id }) => id === track)?.stages ?? [];
  const closed = periods.flatMap(({ id: period }) => {
    const stage = stageIds.find((each) => each.periods?.some(({ id }) => id === period))?.id;
    const closing = closings.get(roundId(competition, track, period))?.at(-1);
    if (!stage || !closing) return [];
    const results = closing.checks.map((check) => {
      const wanted = basis[check] ?? 1;
      return checks.get(check)!.findLast(({ revision }) => revision === wanted)!;
    });
    return [{ track, stage, period, entrants: results.sort(byEntry).map(scoredOf) }];
  });
  const annual = stageIds.filter((each) => !each.periods);
  const year = annual.find(({ id }) => id === 'year') ?? annual.at(-1);
  if (!year) return [...collected, ...closed];
  const mine = [...(entrants.get(`${competition}/${track}`) ?? [])].sort(byId);
  const scored = mine.map((entrant): Entrant => {
    const members = all.filter(({ parent }) => parent === entrant.unit).map(({ entry }) => entry);
    const review = reviewId(entrant.entry);
    const marks = reviews.get(review)?.[(basis[review] ?? 1) - 1] ?? {};
    return { id: entrant.entry, group: entrant.group ?? null, members: members.sort(), inputs: marks, vetoes: [] };
  });
  return [...collected, ...closed, { track, stage: year.id, period: null, entrants: scored }];
}

/** The other tracks whose results a track collects. */
function collectedTracks(scheme: Scheme, track: string): string[] {
  const stages = scheme.tracks.find(({ id }) => id === track)?.stages ?? [];
  const from = (nodes: readonly Criterion[]): string[] =>
    nodes.flatMap(({ measure, of }) => [...(measure?.kind === 'collect' ? [measure.from] : []), ...from(of ?? [])]);
  const sheets = stages.flatMap(({ sheet }) => {
    const found = typeof sheet === 'string' ? scheme.sheets?.find(({ id }) => id === sheet) : sheet;
    return found ? [found] : [];
  });
  const names = sheets.flatMap(({ criteria, adjustments }) => from([...criteria, ...(adjustments?.items ?? [])]));
  const tracks = names.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.')));
  return [...new Set(tracks)].filter((name) => name !== track);
}
