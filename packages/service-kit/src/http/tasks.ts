// `GET /api/tasks`: what somebody has to do, from every service of this process and of those behind it, as one list. A request
// goes through so many records and no more, whoever asks.
import { refuse, roles, task } from '@jiangong/contracts';
import { z } from 'zod';
import { pageOf } from '../define/paging.ts';
import type { QueryRoute, Request } from '../define/route.ts';
import { get } from '../define/routes.ts';
import type { ToDo } from '../define/tasks.ts';
import type { Runtime } from '../run/runtime.ts';
import { askedOnce } from '../store/read.ts';
import type { Front } from './front/front.ts';
import { Refused } from './problem.ts';

const MOST = 200;
const answer = pageOf(task);
type Page = z.infer<typeof answer>;
/** Where a page ended: after a row of a source, or a cursor of a service in another process. */
interface Place {
  source: number;
  after?: string;
}
interface Asking extends Pick<Request, 'actor' | 'businessDate'> {
  authorization: string | undefined;
}
/** Answers a page and how many records it went through; undefined: nothing there is theirs. */
type Source = (
  asking: Asking,
  page: { after: string | undefined; limit: number },
) => Promise<(Page & { records: number }) | undefined>;

export function tasksRoute(runtimes: readonly Runtime[], front: Front | undefined): QueryRoute {
  const sources = [
    ...runtimes.flatMap((runtime) => (runtime.manifest.tasks ?? []).map((toDo) => ofRuntime(runtime, toDo))),
    ...[...(front?.fronted.keys() ?? [])].map((service) => ofService(front!, service)),
  ];
  const route = get('/tasks', {
    summary: ['我的待办', 'What I have to do'],
    roles,
    querystring: z.object({
      cursor: z.string().max(2000).optional().describe('上一页的 next · `next` of the page before'),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST)
        .default(MOST)
        .describe('至多查看的记录数 · records to go through'),
    }),
    answer,
    query: () => undefined,
  });
  return {
    ...route,
    query: (
      { query, actor, businessDate }: Request<unknown, unknown, { cursor?: string; limit: number }>,
      authorization,
    ) => pageFrom(sources, { actor, businessDate, authorization }, query),
  } as QueryRoute;
}

async function pageFrom(
  sources: readonly Source[],
  asking: Asking,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page> {
  const items: Page['items'] = [];
  const answered = (next?: Place): Page => ({
    items: items.sort((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : 1)),
    ...(next ? { next: JSON.stringify(next) } : {}),
  });
  const first: Place = cursor === undefined ? { source: 0 } : JSON.parse(cursor);
  let left = limit;
  for (const [at, source] of sources.entries()) {
    if (at < first.source) continue;
    if (left <= 0) return answered({ source: at });
    const page = await source(asking, { after: at === first.source ? first.after : undefined, limit: left });
    if (!page) continue;
    items.push(...page.items);
    if (page.next !== undefined) return answered({ source: at, after: page.next });
    left -= page.records;
  }
  return answered();
}

function ofRuntime(runtime: Runtime, { view, roles, everywhere, filter, of }: ToDo): Source {
  return async ({ actor, businessDate }, page) => {
    if (!roles.some((role) => actor.roles.includes(role))) return undefined;
    const assigned = { actor, businessDate, read: askedOnce(runtime.read(actor.org)) };
    const match = await filter(assigned);
    if (!match) return undefined;
    const read = everywhere ? assigned.read.everywhere() : assigned.read;
    const { items: rows, ...next } = await read.page(view, match as never, page);
    const found = await Promise.all(rows.map((row) => of(row as never, assigned)));
    return { items: found.flatMap((tasks) => tasks ?? []), records: rows.length, ...next };
  };
}

function ofService(front: Front, service: string): Source {
  return async ({ authorization }, { after, limit }) => {
    const query = new URLSearchParams({ limit: String(limit), ...(after ? { cursor: after } : {}) });
    const sent = await front.sent(service, { method: 'GET', url: `/api/tasks?${query}`, authorization });
    if (sent?.status !== 200) throw new Refused(refuse('busy'));
    const page = answer.parse(sent.body);
    // At least one, so that services with nothing to say do not make a page endless.
    return { ...page, records: Math.max(1, page.items.length) };
  };
}
