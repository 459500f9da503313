// Routes of pairing runs: start, follow, cancel, repeat, run again.
import {
  id,
  isRefusal,
  type PairingAnswer,
  pairingAnswer,
  type Read,
  type Refusal,
  refuse,
  roles,
  runAgain,
  runPairing,
} from '@jiangong/contracts';
import { events, get, pageOf, paging, post, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { completedRun } from './background/pairing-borders.ts';
import { pairingOrderOf, recognisedOf, studiosFor } from './background/pairing-input.ts';
import { changesOf, withProgress } from './background/pairing-news.ts';
import { pairingCommand } from './pairing.ts';
import { faultOf, type PairingConstraints, partnersNow, wishAgain } from './pairing-constraints.ts';
import { decidedIn, runOf } from './pairing-reading.ts';
import { knownStudio } from './studio-directory.ts';
import { pairings, type StudioRow } from './views.ts';

const byId = z.object({ id });

/** The command that asks for a run, or what is wrong with its wishes. */
async function requestOf(
  { read, newId }: Request,
  given: string | undefined,
  studios: StudioRow[] | Refusal,
  wishOf: (studios: StudioRow[]) => PairingConstraints,
  after?: string,
) {
  if (isRefusal(studios)) return studios;
  const wish = wishOf(studios);
  const fault = (await unknownIn(read, studios, wish)) ?? faultOf(studios, wish);
  if (fault) return fault;
  if (given !== undefined && (await read.get(pairings, given))) return refuse('already-exists', { what: given });
  const listed = studios.map(({ studio, version }) => ({ studio, version }));
  return pairingCommand(given ?? newId(), 'request', { ...wish, studios: listed, ...(after ? { after } : {}) });
}

/** A wish about what is no studio that this union knows: not found, whatever else it is. */
async function unknownIn(read: Read, listed: StudioRow[], { kept, forbidden, leaders }: PairingConstraints) {
  const known = new Set(listed.map(({ studio }) => studio));
  for (const id of [...kept, ...forbidden, leaders.map(({ studio }) => studio)].flat())
    if (!known.has(id) && !(await knownStudio(read, id))) return refuse('not-found', { what: id });
  return undefined;
}

const about = (type: 'cancel' | 'repeat', summary: readonly [string, string]) =>
  post(`/pairings/:id/${type}`, {
    summary,
    roles: ['organiser'],
    params: byId,
    handle: ({ params }) => pairingCommand(params.id, type, {}),
  });

export const pairingRoutes = [
  post('/pairings', {
    summary: ['运行配对（结果稍后给出）', 'Start a pairing run; its result follows later'],
    roles: ['organiser'],
    body: runPairing,
    async handle(request) {
      const { id: given, studios: ids, ...wish } = request.body;
      return requestOf(request, given, await studiosFor(request.read, ids), () => wish as PairingConstraints);
    },
  }),
  post('/pairings/:id/again', {
    summary: ['再次运行：保留已采纳、排除已放弃的配对', 'Run again: keep accepted pairs, exclude dropped ones'],
    roles: ['organiser'],
    params: byId,
    body: runAgain,
    async handle(request) {
      const { read, params, body } = request;
      const run = await completedRun(request, params.id);
      if (isRefusal(run)) return run;
      const before = await pairingOrderOf(read, run);
      const listed = before.studios.map(({ studio }) => studio);
      // Whoever was suspended since takes no part any more.
      const { fit } = await recognisedOf(read, listed);
      const decided = await decidedIn(read, run);
      const mode = body.mode ?? before.mode;
      const { leaders } = before;
      const wishOf = (studios: StudioRow[]) => {
        const there = new Set(studios.map(({ studio }) => studio));
        const present = <T extends { studio: string }>(list: T[]) => list.filter(({ studio }) => there.has(studio));
        const pairs = (couples: PairingConstraints['kept']) =>
          couples.filter((c) => c.every((studio) => there.has(studio)));
        const { accepted, dropped } = decided;
        const wish = wishAgain(
          { kept: pairs(before.kept), forbidden: pairs(before.forbidden) },
          { accepted: pairs(accepted), dropped: pairs(dropped) },
          body as Pick<PairingConstraints, 'kept' | 'forbidden'>,
          partnersNow(studios),
        );
        return { mode, leaders: present(leaders), ...wish };
      };
      return requestOf(request, body.id, fit, wishOf, params.id);
    },
  }),
  about('cancel', ['取消正在运行的配对', 'Cancel a pairing run']),
  about('repeat', ['以原输入重算并核对摘要', 'Repeat a run on the same input and compare digests']),
  get('/pairings', {
    summary: ['历次配对列表', 'List pairing runs'],
    roles,
    querystring: z.object(paging),
    answer: pageOf(pairingAnswer),
    query: ({ query, read }) => read.page(pairings, {}, { after: query.cursor, limit: query.limit }),
  }),
  get('/pairings/:id', {
    summary: ['查看配对进度、结果与最优性证明', 'Read a pairing run with its result and certificate'],
    roles,
    params: byId,
    answer: pairingAnswer,
    query: async (request): Promise<PairingAnswer | Refusal> =>
      withProgress(request, await runOf(request.read, request.params.id)),
  }),
  events('/pairings/:id/events', {
    summary: ['配对进度（SSE）', 'Watch a pairing run (SSE)'],
    roles,
    params: byId,
    stream: (request) => changesOf(request, request.params.id),
  }),
];
