// Standings as they change: each second, for standings that somebody watches, the answer is computed once per process and
// told to those who have another one. Nothing is remembered, so any copy of the service goes on where another stopped.
import { id, isRefusal, type Refusal, refuse, roles, type StandingsView } from '@jiangong/contracts';
import { type Beside, type Companion, events } from '@jiangong/service-kit';
import { z } from 'zod';
import { type Asked, standingsOf } from './standings.ts';

type Answer = StandingsView | Refusal | undefined;
interface Watched {
  watchers: number;
  answer: Promise<Answer>;
}
interface Watching extends Beside {
  /** The present answer, then that of each second, for as long as it is read. */
  watch(key: string, compute: () => Promise<Answer>): AsyncGenerator<StandingsView>;
}
const EACH_MS = 1000;

const watching: Companion<Watching> = {
  name: 'live standings',
  make() {
    const watched = new Map<string, Watched>();
    const stopping = new AbortController();
    return {
      async *watch(key, compute) {
        const one = watched.get(key) ?? { watchers: 0, answer: compute() };
        if (one.watchers === 0) {
          watched.set(key, one);
          void recompute(key, one, compute);
        }
        one.watchers += 1;
        try {
          while (!stopping.signal.aborted) {
            const answer = await one.answer;
            // Standings do not go away; a read that failed is made good by the next.
            if (answer && !isRefusal(answer)) yield answer;
            await pause();
          }
        } finally {
          one.watchers -= 1;
        }
      },
      async stop() {
        stopping.abort();
      },
    };

    async function recompute(key: string, one: Watched, compute: () => Promise<Answer>) {
      await pause();
      while (one.watchers > 0 && !stopping.signal.aborted) {
        one.answer = compute().catch(() => undefined);
        await one.answer;
        await pause();
      }
      if (watched.get(key) === one) watched.delete(key);
    }
    function pause() {
      return new Promise<void>((resolve) => {
        const timer = setTimeout(done, EACH_MS);
        function done() {
          clearTimeout(timer);
          stopping.signal.removeEventListener('abort', done);
          resolve();
        }
        stopping.signal.addEventListener('abort', done);
        if (stopping.signal.aborted) done();
      });
    }
  },
};

export const liveRoutes = [
  events('/standings/:competition/live', {
    summary: ['排名实时更新（SSE）', 'Standings as they change, as server-sent events'],
    roles,
    params: z.object({ competition: id }),
    query: z.object({
      track: z.string().optional(),
      stage: z.string().optional(),
      period: z.string().optional(),
      group: z.string().optional(),
    }),
    states: true,
    async tell({ params, query, read, actor, companion }) {
      const compute = () => standingsOf(params.competition, query as Asked, read);
      const now = await compute();
      if (now === undefined) return refuse('not-found', { what: params.competition });
      if (isRefusal(now)) return now;
      const key = JSON.stringify([actor.org, params.competition, query.track, query.stage, query.period, query.group]);
      return companion(watching).watch(key, compute);
    },
  }),
];
