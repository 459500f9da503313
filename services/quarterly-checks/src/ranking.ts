// A ranking: all standings of a period or a year, found by group and entrant, and given out by the page.
import { digestOf, type Standing, type StandingsChange, type StandingsView } from '@jiangong/contracts';

/** Standings with their places by group; made once, never changed. */
export interface Ranking extends StandingsView {
  /** Rows of a group, and of all under undefined; the place of an entry or a check among them. */
  of(group: string | undefined): { view: StandingsView; at(result: string): number | undefined };
}

/** So many rows are answered or sent whole; more only by the page. */
export const WHOLE = 500;

export function rankingOf(view: Omit<StandingsView, 'total' | 'hash'>): Ranking {
  const all = ranked(view, view.items);
  const groups = new Map<string | undefined, ReturnType<Ranking['of']>>();
  return {
    ...all,
    of(group) {
      const known = groups.get(group);
      if (known) return known;
      const found =
        group === undefined
          ? all
          : ranked(
              view,
              view.items.filter((item) => item.group === group),
            );
      let index: Map<string, number> | undefined;
      const made = {
        view: found,
        at(result: string) {
          index ??= new Map(
            found.items.flatMap(
              (item, at) =>
                [
                  [item.entry, at],
                  [item.result, at],
                ] as const,
            ),
          );
          return index.get(result);
        },
      };
      groups.set(group, made);
      return made;
    },
  };
}

const ranked = (view: Omit<StandingsView, 'total' | 'hash'>, items: Standing[]): StandingsView => ({
  ...view,
  items,
  total: items.length,
  // All that is shown: a correction may change a figure and neither place nor score.
  hash: digestOf(JSON.stringify([view.state, items, view.honours])),
});

export interface PageQuery {
  group?: string | undefined;
  /** An entry or a check that the page is to show in its middle. */
  around?: string | undefined;
  /** Where the page before ended. */
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** One page; `next`: where the following one begins. Undefined: nobody is called like `around`. */
export function pageOf(
  ranking: Ranking,
  { group, around, cursor, limit = WHOLE }: PageQuery,
): (StandingsView & { next?: string }) | undefined {
  const { view, at } = ranking.of(group);
  let from = Number(cursor ?? 0);
  if (around !== undefined) {
    const place = at(around);
    if (place === undefined) return undefined;
    from = Math.max(0, place - Math.floor(limit / 2));
  }
  if (from === 0 && view.total <= limit) return view;
  const to = from + limit;
  return { ...view, items: view.items.slice(from, to), ...(to < view.total ? { next: String(to) } : {}) };
}

const wholes = new WeakMap<StandingsView, StandingsChange>();
const changes = new WeakMap<StandingsView, WeakMap<StandingsView, StandingsChange>>();
/** What somebody who was shown `before` is to be sent: one object for all of them. */
export function changeOf(before: StandingsView | undefined, now: StandingsView): StandingsChange {
  if (now.total <= WHOLE) return once(wholes, now, () => ({ ...now, whole: true }));
  if (!before) return once(wholes, now, () => ({ ...now, items: [], whole: false }));
  const after = once(changes, before, () => new WeakMap<StandingsView, StandingsChange>());
  return once(after, now, () => ({ ...now, items: changed(before, now), whole: false }));
}
/** At most so many rows as are sent whole: whoever holds the others reads them again, as the hash tells. */
function changed(before: StandingsView, now: StandingsView): Standing[] {
  const were = new Map(before.items.map((item) => [item.entry, JSON.stringify(item)]));
  return now.items.filter((item) => were.get(item.entry) !== JSON.stringify(item)).slice(0, WHOLE);
}
function once<K extends object, V>(table: WeakMap<K, V>, key: K, make: () => V): V {
  const value = table.get(key) ?? make();
  table.set(key, value);
  return value;
}
