// A ranking as its reader may see it; frozen, as it was then. Readers who see the same share one object.
import { evaluationId, isRefusal, type Refusal, roundId } from '@jiangong/contracts';
import type { Request } from '@jiangong/service-kit';
import { launchedOf } from '../assemble.ts';
import { frozenPages, publications } from '../publication-views.ts';
import { type Ranking, rankingOf } from '../ranking.ts';
import { shownRanking } from '../shown.ts';
import { publishedOf, yearPublished } from '../sight.ts';
import type { StandingsQuery } from '../standings.ts';
import { entries, rounds } from '../views.ts';
import { judges, type Published, visible } from '../visible.ts';
import { rankingFor } from './rankings.ts';

type Asked = Pick<Request, 'read' | 'actor' | 'companion'>;
const shown = new WeakMap<Ranking, Map<string, Ranking>>();

export async function rankingShown(
  competition: string,
  query: StandingsQuery,
  asked: Asked,
): Promise<Ranking | Refusal | undefined> {
  const ranking = await rankingFor(competition, query, asked);
  const { read, actor } = asked;
  if (!ranking || isRefusal(ranking) || judges(actor)) return ranking;
  const { track, period } = ranking;
  const id = period === null ? evaluationId(competition, track) : roundId(competition, track, period);
  const published = await publishedAs(competition, track, period, asked);
  const own = await read.get(publications, id);
  const freeze = own?.frozen ? `${id}/${own.freezes}` : undefined;
  const known = shown.get(ranking) ?? new Map<string, Ranking>();
  shown.set(ranking, known);
  const key = JSON.stringify([freeze, published, actor.units]);
  const found = known.get(key);
  if (found) return found;
  const children = actor.units.length > 0 ? await read.all(entries, { competition, parent: actor.units }) : [];
  const parents = new Map(children.flatMap(({ entry, parent }) => (parent ? [[entry, parent] as const] : [])));
  const as = freeze ? { ...published, frozen: false, closed: true } : published;
  const basis = freeze ? await frozenAt(freeze, ranking, asked) : ranking;
  const made = shownRanking(basis, visible(as, actor), parents);
  known.set(key, made);
  return made;
}

async function publishedAs(
  competition: string,
  track: string,
  period: string | null,
  { read }: Asked,
): Promise<Published> {
  if (period === null) return yearPublished((await launchedOf(competition, read))!, track, read);
  const id = roundId(competition, track, period);
  const { to, rows, frozen } = await publishedOf(id, competition, read);
  return { to, rows, frozen, closed: (await read.get(rounds, id))?.status === 'closed' };
}

async function frozenAt(freeze: string, { of: _, ...now }: Ranking, { read }: Asked): Promise<Ranking> {
  const pages = await read.all(frozenPages, { freeze });
  const { state = now.state } = pages[0] ?? {};
  const items = pages.flatMap((page) => page.items);
  return rankingOf({ ...now, state, items, honours: pages.flatMap((page) => page.honours) });
}
