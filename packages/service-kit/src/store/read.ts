// Questions to a service's rows, within one organisation or, for the system's own work, across all.
import type { Filter, Match, Read } from '@jiangong/contracts';
import type { RowQuery, Store } from './port.ts';

export const ALL_PAGE = 500;

/** Every row that matches, by key, however many. */
export async function* allRows(store: Pick<Store, 'rows'>, query: Omit<RowQuery, 'after' | 'limit'>, limit = ALL_PAGE) {
  for (let after: string | undefined; ; ) {
    const page = await store.rows({ ...query, ...(after === undefined ? {} : { after }), limit });
    yield* page;
    if (page.length < limit) return;
    after = page.at(-1)!.key;
  }
}

/** @param org undefined: rows of every organisation */
export function readOf(store: Store, org: string | undefined): Read {
  const within = (view: string, filter: Filter<object>) => ({
    view,
    ...(org === undefined ? {} : { org }),
    filter: filter as Record<string, Match>,
  });
  const read: Read = {
    async get(view, key) {
      const row = await store.row(view.name, key);
      return row && (org === undefined || row.org === org) ? (row.body as never) : undefined;
    },
    async all(view, filter = {}) {
      return (await Array.fromAsync(allRows(store, within(view.name, filter)), ({ body }) => body)) as never;
    },
    async page(view, filter, { after, limit }) {
      const query = { ...within(view.name, filter), ...(after ? { after } : {}), limit: limit + 1 };
      const page = await store.rows(query);
      const items = page.slice(0, limit).map((row) => row.body) as never[];
      return page.length > limit ? { items, next: page[limit - 1]!.key } : { items };
    },
    count: (view, filter = {}) => store.count(within(view.name, filter)),
    async follow(view, { after, limit }) {
      if (org === undefined) throw new Error(`${view.name} is numbered within one organisation`);
      const found = await store.numbered({ view: view.name, org, after, limit: limit + 1 });
      const items = found.slice(0, limit).map(({ number, row }) => ({ number, row: row.body as never }));
      return { items, more: found.length > limit };
    },
    everywhere: () => (org === undefined ? read : readOf(store, undefined)),
  };
  return read;
}

/** Runs each query once: for rows of an import that need the same answers. */
export function askedOnce(read: Read): Read {
  const known = new Map<string, Promise<unknown>>();
  function once<T>(question: unknown[], ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const answer = (known.get(key) as Promise<T> | undefined) ?? ask();
    known.set(key, answer);
    return answer;
  }
  return {
    get: (view, key) => once([view.name, key], () => read.get(view, key)),
    all: (view, filter = {}) => once([view.name, filter], () => read.all(view, filter)),
    page: (...question) => read.page(...question),
    count: (...question) => read.count(...question),
    follow: (...question) => read.follow(...question),
    everywhere: () => read.everywhere(),
  };
}
