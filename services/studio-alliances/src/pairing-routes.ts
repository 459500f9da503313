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
import { events, get, pageOf, paging, post, type Remark, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { completedRun } from './background/pairing-borders.ts';
import { pairingOrderOf, recognisedOf, studiosFor } from './background/pairing-input.ts';
import { changesOf, withProgress } from './background/pairing-news.ts';
import { pairingCommand } from './pairing.ts';
import {
  type Couple,
  faultOf,
  type PairingConstraints,
  partnersNow,
  setAside,
  wishAgain,
} from './pairing-constraints.ts';
import { decidedIn, runOf } from './pairing-reading.ts';
import { freePlaces } from './profiles.ts';
import { knownStudio } from './studio-directory.ts';
import { tables } from './tables.ts';
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

const namesOf = (read: Read, couples: Couple[]) =>
  Promise.all(
    couples.map(async (couple) =>
      (await Promise.all(couple.map(async (id) => (await knownStudio(read, id))?.name ?? '…'))).join('—'),
    ),
  );
/** What a run again sets aside: each kind once, with the first of them. */
function remarksOf(pairs: string[], suspended: string[], leaders: string[]): Remark[] {
  const said = (names: string[], zh: string, en: string) =>
    names.length
      ? [
          {
            zh: `${zh}（${names.length}）：${names.slice(0, 20).join('、')}`,
            en: `${en} (${names.length}): ${names.slice(0, 20).join(', ')}`,
          },
        ]
      : [];
  return [
    ...said(pairs, '已不合适、不再保留的配对', 'pairs set aside, which fit no longer'),
    ...said(suspended, '已暂停、不再参加的工作室', 'studios set aside, which are not recognised'),
    ...said(leaders, '没有空余名额、不再牵头的工作室', 'studios that lead no longer, having no free place'),
  ];
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
      const { fit, unfit } = await recognisedOf(read, listed);
      const decided = await decidedIn(read, run);
      const there = new Map(fit.map((row) => [row.studio, row]));
      // Whoever has no free place any more leads nobody.
      const leaders = before.leaders.filter(({ studio }) => there.has(studio) && freePlaces(there.get(studio)!) > 0);
      const said = body as Pick<PairingConstraints, 'kept' | 'forbidden'>;
      const partners = partnersNow(fit);
      const wish = wishAgain(before, decided, said, partners);
      const { aside, ...fitting } = setAside(fit, { ...wish, leaders }, said);
      const asked = await requestOf(
        request,
        body.id,
        fit,
        () => ({ mode: body.mode ?? before.mode, leaders, ...fitting }),
        params.id,
      );
      if (isRefusal(asked)) return asked;
      const gone = before.leaders.filter((l) => !leaders.includes(l)).map(({ studio }) => there.get(studio)?.name);
      return {
        request: asked,
        remarks: remarksOf(
          await namesOf(read, aside),
          unfit,
          gone.filter((name) => name !== undefined),
        ),
      };
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
    table: tables.pairings,
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
