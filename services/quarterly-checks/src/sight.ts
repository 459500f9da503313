// Who asks, and how far what they ask about is published: a round by its own state, a year by the least of all it is made of.
import { type Actor, evaluationId, isOwn, type Read, roundId } from '@jiangong/contracts';
import { launchedOf } from './assemble.ts';
import { hiddenYet, least, unset } from './publication.ts';
import { publications } from './publication-views.ts';
import type { Round } from './round.ts';
import { checks, entries, type LaunchedRow, rounds } from './views.ts';
import { judges, type Published, type Sight, type Sighting, visible } from './visible.ts';
import { collectedTracks } from './year.ts';

export interface Asking {
  actor: Actor;
  read: Read;
}
const nothingHidden: Published = { to: 'public', rows: 'own', frozen: false, closed: true };

/** Without a row, results are hidden, unless the rounds themselves say that they were launched before 0.2.0. */
export async function publishedOf(id: string, competition: string | undefined, read: Read) {
  const row = await read.get(publications, id);
  if (row || !competition) return row ?? hiddenYet;
  const round = await read.get(rounds, id);
  const made = round ? [round] : await read.all(rounds, { competition });
  return made.some(({ publication }) => publication === undefined) ? unset : hiddenYet;
}

type Seen = Pick<Round, 'round' | 'status'> & { competition?: string };
export async function sightOfRound(round: Seen, { actor, read }: Asking): Promise<Sighting> {
  if (judges(actor)) return visible(nothingHidden, actor);
  return visible(
    { ...(await publishedOf(round.round, round.competition, read)), closed: round.status === 'closed' },
    actor,
  );
}
/** Of a year, each of whose numbers comes from its rounds and the years that it collects. */
export async function sightOfYear(launched: LaunchedRow, track: string, { actor, read }: Asking): Promise<Sighting> {
  if (judges(actor)) return visible(nothingHidden, actor);
  return visible(await yearPublished(launched, track, read), actor);
}

export async function yearPublished(launched: LaunchedRow, track: string, read: Read): Promise<Published> {
  const { competition } = launched;
  const own = await publishedOf(evaluationId(competition, track), competition, read);
  const parts = await partsOf(launched, track, read);
  const { to, rows } = parts.map(({ published }) => published).reduce<Pick<Published, 'to' | 'rows'>>(least, own);
  return { to, rows, frozen: own.frozen || parts.some(({ published }) => published.frozen), closed: true };
}

/** What a year is made of: the rounds that count in it, and the years that it collects with theirs. */
export async function partsOf(launched: LaunchedRow, track: string, read: Read, within: string[] = []) {
  const own = launched.tracks.find((each) => each.track === track);
  const parts: { zh: string; en: string; published: Pick<Published, 'to' | 'rows' | 'frozen'> }[] = [];
  for (const { id, label } of own?.periods ?? []) {
    const round = await read.get(rounds, roundId(launched.competition, track, id));
    if (!round || (round.status !== 'closed' && !round.undone)) continue;
    const named = { zh: `${own!.label}${label}`, en: `${label} of ${own!.label}` };
    parts.push({ ...named, published: await publishedOf(round.round, round.competition, read) });
  }
  for (const other of own ? collectedTracks(own.body, track) : []) {
    if (within.includes(other)) continue;
    const { label = other } = launched.tracks.find((each) => each.track === other) ?? {};
    const published = await publishedOf(evaluationId(launched.competition, other), launched.competition, read);
    parts.push({ zh: `${label}年度`, en: `the year of ${label}`, published });
    parts.push(...(await partsOf(launched, other, read, [...within, track])));
  }
  return parts;
}

/** Of a check's result, or of an entry's year; undefined if there is no such. */
export async function sightOfResult(id: string, asking: Asking): Promise<{ sight: Sight; all: boolean } | undefined> {
  const { ofRound, ofYear } = sights(asking);
  const check = await asking.read.get(checks, id);
  const entry = check ? undefined : await asking.read.get(entries, id);
  const entrant = check?.entrant ?? entry?.entrant;
  if (!entrant) return undefined;
  const sighting = check ? await ofRound(check.round) : await ofYear(entry!.competition, entrant.track);
  return { sight: sighting.of(entrant), all: sighting.all };
}

export type Sights = ReturnType<typeof sights>;
/** Of many records, each round or year looked up once. */
export function sights(asking: Asking) {
  const known = new Map<string, Promise<Sighting>>();
  const once = (key: string, find: () => Promise<Sighting>) => {
    const found = known.get(key) ?? find();
    known.set(key, found);
    return found;
  };
  return {
    ofRound: (id: string) =>
      once(id, async () => {
        const round = await asking.read.get(rounds, id);
        return sightOfRound(round ?? { round: id, status: 'made' }, asking);
      }),
    ofYear: (competition: string, track: string) =>
      once(evaluationId(competition, track), async () => {
        const launched = await launchedOf(competition, asking.read);
        if (launched) return sightOfYear(launched, track, asking);
        return visible({ to: 'hidden', rows: 'own', frozen: false, closed: true }, asking.actor);
      }),
  };
}

/** The files of a check's appeals are for those who judge and for its own unit. */
export async function readableCheck({ actor, read }: Asking, id: string) {
  const check = await read.get(checks, id);
  return check && (judges(actor) || isOwn(actor, check.entrant)) ? check : undefined;
}
