// Standings as they change: the answer is computed each second for all who watch it, in each copy of the service anew.
import { id, isRefusal, refuse, roles, type StandingsView } from '@jiangong/contracts';
import { events, watching } from '@jiangong/service-kit';
import { z } from 'zod';
import { inGroup, type StandingsQuery, standingsOf, trackOf } from './standings.ts';

export const liveStandings = watching<StandingsView>('live standings', 1000);

export const liveRoutes = [
  events('/standings/:competition/live', {
    summary: ['排名实时更新（SSE）', 'Standings as they change, as server-sent events'],
    roles,
    params: z.object({ competition: id }),
    querystring: z.object({
      track: z.string().optional(),
      stage: z.string().optional(),
      period: z.string().optional(),
      group: z.string().optional(),
    }),
    states: true,
    async stream({ params: { competition }, query, read, actor, companion, signal }) {
      const { group, stage, period } = query as StandingsQuery;
      // What does not exist is refused before anything is computed.
      const track = await trackOf(competition, query as StandingsQuery, read);
      if (track === undefined) return refuse('not-found', { what: competition });
      if (isRefusal(track)) return track;
      // All groups of a track share one computation.
      const wanted = { track: track.track, stage, period };
      const key = JSON.stringify([actor.org, competition, wanted]);
      const compute = () => standingsOf(competition, wanted, read);
      const states = await companion(liveStandings).watch(key, compute, signal);
      if (states === undefined) return refuse('not-found', { what: competition });
      return isRefusal(states) ? states : ofGroup(states, { group });
    },
  }),
];

async function* ofGroup(states: AsyncIterable<StandingsView>, wanted: StandingsQuery) {
  for await (const view of states) yield inGroup(view, wanted);
}
