// Route of live standings: looked at each second for all who watch them, in each copy of the service anew.
import { id, isRefusal, refuse, roles } from '@jiangong/contracts';
import { events, watching } from '@jiangong/service-kit';
import { z } from 'zod';
import { launchedOf } from './assemble.ts';
import { rankingShown } from './background/ranking-shown.ts';
import { changeOf, type Ranking } from './ranking.ts';
import { type StandingsQuery, trackOf } from './standings.ts';
import { judges } from './visible.ts';

export const liveStandings = watching<Ranking>('live standings', 1000, ({ hash }) => hash);

export const liveRoutes = [
  events('/standings/:competition/live', {
    summary: ['排名实时更新（SSE）', 'Watch standings live (SSE)'],
    roles,
    params: z.object({ competition: id }),
    querystring: z.object({
      track: z.string().optional(),
      stage: z.string().optional(),
      period: z.string().optional(),
      group: z.string().optional(),
    }),
    states: true,
    async stream({ params: { competition }, query, signal, ...request }) {
      const { group, stage, period } = query as StandingsQuery;
      // What does not exist is refused before anything is computed.
      const track = trackOf(await launchedOf(competition, request.read), query as StandingsQuery);
      if (track === undefined) return refuse('not-found', { what: competition });
      if (isRefusal(track)) return track;
      // All groups of a track share one look, of those who see the same.
      const eyes = judges(request.actor) ? 'all' : request.actor.units;
      const wanted = { track: track.track, stage, period };
      const key = JSON.stringify([request.actor.org, competition, wanted, eyes]);
      const compute = () => rankingShown(competition, wanted, request);
      const states = await request.companion(liveStandings).watch(key, compute, signal);
      if (states === undefined) return refuse('not-found', { what: competition });
      return isRefusal(states) ? states : changesOf(states, group);
    },
  }),
];

async function* changesOf(states: AsyncIterable<Ranking>, group: string | undefined) {
  let shown: ReturnType<Ranking['of']>['view'] | undefined;
  for await (const ranking of states) {
    const { view } = ranking.of(group);
    yield changeOf(shown, view);
    shown = view;
  }
}
