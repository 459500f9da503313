// How the world reaches pairing runs and their proposals.
import {
  id,
  isRefusal,
  pairingAnswer,
  proposalAnswer,
  proposalsPerPage,
  type Read,
  type Refusal,
  refuse,
  roles,
  runPairing,
} from '@jiangong/contracts';
import { get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { pageOf as proposalPageOf } from './pairing.ts';
import { propose } from './propose.ts';
import { pairings, proposalPage, proposals, type StudioRow, studios } from './views.ts';

const byId = z.object({ id });
const byNumber = z.object({ id, number: z.coerce.number().int().min(1) });

/** The studios asked for, of whichever organisation; by default all recognised ones of this. */
async function studiosOf(read: Read, wanted: string[] | undefined): Promise<StudioRow[] | Refusal> {
  if (!wanted) return read.all(studios, { status: 'recognised' });
  const everywhere = read.everywhere();
  const rows = await Promise.all([...new Set(wanted)].map(async (id) => (await everywhere.get(studios, id)) ?? id));
  const unfit = rows.filter((row) => typeof row === 'string' || row.status !== 'recognised');
  const nameOf = (row: StudioRow | string) => (typeof row === 'string' ? row : row.studio);
  if (unfit.length) return refuse('studio-not-recognised', { studios: unfit.slice(0, 20).map(nameOf) });
  return rows.filter((row) => typeof row !== 'string');
}

const decision = (word: 'accept' | 'drop', summary: readonly [string, string]) =>
  post(`/pairings/:id/proposals/:number/${word}`, {
    summary,
    roles: ['organiser'],
    params: byNumber,
    run: ({ params: { id, number } }) => ({ stream: 'pairing', id, type: word, data: { number } }),
  });

export const pairingRoutes = [
  post('/pairings', {
    summary: ['运行配对', 'Run a pairing'],
    roles: ['organiser'],
    body: runPairing,
    async run({ body: { id, studios: wanted, ...wish }, read, newId }) {
      const profiles = await studiosOf(read, wanted);
      if (isRefusal(profiles)) return profiles;
      const found = propose(profiles, wish);
      return isRefusal(found) ? found : { stream: 'pairing', id: id ?? newId(), type: 'run', data: found };
    },
  }),
  decision('accept', ['采纳一项配对建议', 'Accept a proposal']),
  decision('drop', ['放弃一项配对建议', 'Drop a proposal']),
  get('/pairings', {
    summary: ['历次配对', 'List pairing runs'],
    roles,
    query: z.object(paging),
    answer: pageOf(pairingAnswer),
    ask: ({ query, read }) => read.page(pairings, {}, { after: query.cursor, limit: query.limit }),
  }),
  get('/pairings/:id', {
    summary: ['查看一次配对及其最优性证明', 'Read a pairing run and its certificate'],
    roles,
    params: byId,
    answer: pairingAnswer,
    ask: ({ params, read }) => read.get(pairings, params.id),
    stream: ({ id }) => `pairing/${id}`,
  }),
  get('/pairings/:id/proposals', {
    summary: ['配对建议及理由', 'The proposals of a run with their reasons'],
    roles,
    params: byId,
    query: z.object({
      ...paging,
      cursor: z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
    }),
    answer: pageOf(proposalAnswer),
    async ask({ params, query: { cursor, limit }, read }) {
      const run = await read.get(pairings, params.id);
      if (!run) return undefined;
      const after = Number(cursor ?? 0);
      const last = Math.min(run.count, after + limit);
      const pages = [];
      for (let page = proposalPageOf(after + 1); page <= proposalPageOf(last); page++)
        pages.push(await read.get(proposals, proposalPage(params.id, page)));
      const items = pages
        .flatMap((page) => page?.proposals ?? [])
        .slice(after % proposalsPerPage, (after % proposalsPerPage) + limit);
      return { items, ...(last < run.count ? { next: `${last}` } : {}) };
    },
  }),
];
