// Routes of studios: register or import, amend, recognise, suspend, search.
import {
  amendStudio,
  changeLeader,
  confirmStudio,
  id,
  type Read,
  registerStudio,
  roles,
  studioAnswer,
  studioId,
  studioLevel,
  suspendStudio,
  valueLabels,
  withRecordId,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { type StudioSearch, studioSearch } from './background/studio-search.ts';
import { wordsOf } from './search-index.ts';
import { studioCommand } from './studio.ts';
import { withConfirmation } from './studio-confirmation.ts';
import { studioImport } from './studio-import.ts';
import { studios } from './views.ts';

const byId = z.object({ id });
/** Best first; the cursor is the last one shown, so whoever is registered meanwhile moves nobody. */
export async function searchedRows(
  read: Read,
  search: StudioSearch,
  of: string,
  words: string[],
  facets: Parameters<StudioSearch['find']>[2],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const [rank, studio] = cursor?.split('/') ?? [];
  const after = studio === undefined ? undefined : { rank: Number(rank), studio };
  const found = await search.find(of, words, facets, after);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const rows = await Promise.all(shown.map(({ studio }) => read.get(studios, studio)));
  const items = rows.filter((row) => row !== undefined);
  return { items, ...(last && found.length > limit ? { next: `${last.rank}/${last.studio}` } : {}) };
}

export const studioRoutes = [
  post('/studios', {
    summary: ['登记工作室', 'Register a studio'],
    roles: ['organiser'],
    body: registerStudio,
    handle: ({ body: { id, ...data }, actor }) =>
      withRecordId(id, studioId(actor.org, data.code), (studio) => studioCommand(studio, 'register', data)),
  }),
  post('/studios/:id/amend', {
    summary: ['更正工作室信息', 'Amend a studio'],
    roles: ['organiser'],
    params: byId,
    body: amendStudio,
    handle: ({ params, body }) => studioCommand(params.id, 'amend', body),
  }),
  post('/studios/:id/recognise', {
    summary: ['认定工作室（含复核、恢复）', 'Recognise, confirm or resume a studio'],
    roles: ['organiser'],
    params: byId,
    handle: ({ params }) => studioCommand(params.id, 'recognise', {}),
  }),
  post('/studios/:id/confirm', {
    summary: ['复核确认工作室', 'Confirm a recognised studio again'],
    roles: ['organiser'],
    params: byId,
    body: confirmStudio,
    handle: ({ params, body }) => studioCommand(params.id, 'confirm', body),
  }),
  post('/studios/:id/change-leader', {
    summary: ['更换带头人', 'Change a studio’s leader'],
    roles: ['organiser'],
    params: byId,
    body: changeLeader,
    handle: ({ params, body }) => studioCommand(params.id, 'change-leader', body),
  }),
  post('/studios/:id/suspend', {
    summary: ['暂停工作室', 'Suspend a studio'],
    roles: ['organiser'],
    params: byId,
    body: suspendStudio,
    handle: ({ params, body }) => studioCommand(params.id, 'suspend', body),
  }),
  get('/studios', {
    summary: ['工作室列表及检索', 'List or search studios'],
    roles,
    querystring: z.object({
      ...paging,
      /** Words in Chinese or Latin, parted by spaces: each must stand in the name, code, skills, problems, trade … */
      q: z.string().max(200).optional(),
      level: studioLevel.optional(),
      trade: z.string().optional(),
      employer: z.string().optional(),
      status: studioAnswer.shape.status.optional(),
    }),
    answer: pageOf(studioAnswer),
    async query(request) {
      const { level, trade, employer, status, q = '', ...page } = request.query;
      const facets = definedOnly({ level, trade, employer, status });
      const words = wordsOf(q);
      const { read, actor, companion } = request;
      const found =
        words.length > 0
          ? await searchedRows(read, companion(studioSearch), actor.org, words, facets, page)
          : await read.page(studios, facets, { after: page.cursor, limit: page.limit });
      return { ...found, items: await withConfirmation(request, found.items) };
    },
    // The columns of the import, so that a list can be taken out, looked over and imported again.
    table: ({ items }) => ({
      name: '工作室',
      columns: studioImport.columns.map(({ label: [title] }) => ({ title })),
      rows: items.map((s) => [
        ...[s.code, s.name, s.leader, s.employer, s.district, valueLabels.level[s.level], s.trade, s.chain, s.stage],
        ...[
          s.offers.join('；'),
          s.seeks.join('；'),
          s.capacity,
          s.status === 'suspended' ? undefined : valueLabels.studio[s.status],
        ],
      ]),
    }),
  }),
  get('/studios/:id', {
    summary: ['查看工作室', 'Read a studio'],
    roles,
    params: byId,
    answer: studioAnswer,
    async query(request) {
      const row = await request.read.get(studios, request.params.id);
      return row && (await withConfirmation(request, [row]))[0];
    },
    stream: ({ id }) => `studio/${id}`,
  }),
];
