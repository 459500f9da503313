// Rankings that were computed, as long as they hold: one that is final until a command changes what it is made of, one that
// is still under way for a moment, so that a hall full of readers costs one computation.
import { type CommandRequest, isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host, Request } from '@jiangong/service-kit';
import { LRUCache } from 'lru-cache';
import { launchedOf } from '../assemble.ts';
import type { Ranking } from '../ranking.ts';
import { type StandingsQuery, standingsOf, trackOf } from '../standings.ts';

export interface Rankings extends Companion {
  /** The ranking under a key, computed unless the last one still holds. */
  get(key: string, compute: () => Promise<Ranking | undefined>): Promise<Ranking | undefined>;
  /** How many were computed. */
  count(): number;
}

/** Rows kept at most, of all rankings together. */
const ROWS = 400_000;
/** A ranking under way may be so old, or ten times as old as computing it takes. */
const MOMENT_MS = 500;

interface Known {
  ranking: Ranking;
  /** What had changed when its computation began. */
  changes: number;
  computedAt: number;
  goodFor: number;
}

const correcting = ['correct', 'decide-appeal', 'note-entry'];
/** Whether a command may change a result that is final. */
const changesResults = ({ stream, type }: CommandRequest) =>
  stream === 'check' ? correcting.includes(type) : ['round', 'review', 'evaluation'].includes(stream);

export const rankings: CompanionDeclaration<Rankings> = { name: 'rankings', make: (host) => rankingsOf(host) };

export function rankingsOf(
  { onHandled, store }: Pick<Host, 'onHandled' | 'store'>,
  clock = () => performance.now(),
): Rankings {
  const known = new LRUCache<string, Known>({
    maxSize: ROWS,
    sizeCalculation: ({ ranking }) => ranking.items.length + 1,
  });
  const underWay = new Map<string, { changes: number; answer: Promise<Ranking | undefined> }>();
  let changes = 0;
  let computed = 0;
  onHandled((request) => {
    if (changesResults(request)) changes += 1;
  });

  function holds({ ranking, changes: then, computedAt, goodFor }: Known): boolean {
    if (then !== changes) return false;
    // What other processes change is seen after a moment.
    return (ranking.state === 'final' && !store.shared) || clock() - computedAt < goodFor;
  }

  async function compute(key: string, make: () => Promise<Ranking | undefined>, then: number) {
    const begun = clock();
    computed += 1;
    const ranking = await make();
    const computedAt = clock();
    const goodFor = Math.max(MOMENT_MS, 10 * (computedAt - begun));
    if (ranking) known.set(key, { ranking, changes: then, computedAt, goodFor });
    else known.delete(key);
    return ranking;
  }

  return {
    async get(key, make) {
      const found = known.get(key);
      if (found && holds(found)) return found.ranking;
      const running = underWay.get(key);
      // A computation that began before the last change may not have read it.
      if (running?.changes === changes) return running.answer;
      const answer = compute(key, make, changes);
      const entry = { changes, answer };
      underWay.set(key, entry);
      try {
        const ranking = await answer;
        // The same rows are the same object: whoever watches need not compare them.
        if (found && ranking?.hash === found.ranking.hash && ranking.state === found.ranking.state) {
          const now = known.get(key);
          if (now) now.ranking = found.ranking;
          return found.ranking;
        }
        return ranking;
      } finally {
        if (underWay.get(key) === entry) underWay.delete(key);
      }
    },
    count: () => computed,
  };
}

/** The ranking that somebody asks for; what the competition does not have is refused before anything is computed. */
export async function rankingFor(
  competition: string,
  query: StandingsQuery,
  { read, actor, companion }: Pick<Request, 'read' | 'actor' | 'companion'>,
): Promise<Ranking | Refusal | undefined> {
  const launched = await launchedOf(competition, read);
  const track = trackOf(launched, query);
  if (!launched || !track || isRefusal(track)) return track as Refusal | undefined;
  const { period, stage } = query;
  // All groups of a track share one computation.
  const key = JSON.stringify([actor.org, competition, track.track, period]);
  const ranking = await companion(rankings).get(key, () => standingsOf(launched, track, period, read));
  if (ranking && (stage === undefined || stage === ranking.stage)) return ranking;
  return refuse('not-found', { what: [track.track, stage, period].filter(Boolean).join('.') });
}
