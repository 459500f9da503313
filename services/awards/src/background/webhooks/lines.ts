// What is to be sent to one webhook: a line for each grant, in the order of its revisions, of which only the first may be tried.
import type { Item } from './rows.ts';

export interface Lines {
  has(item: Item): boolean;
  add(item: Item): void;
  first(grant: string): Item | undefined;
  /** Those behind the first of its line. */
  behind(grant: string): Item[];
  remove(item: Item): void;
  /** Firsts of their lines that are due, in their order. */
  due(now: number): Item[];
  size(): number;
}

const compare = (a: Item, b: Item) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export function linesOf(): Lines {
  const lines = new Map<string, Item[]>();
  let size = 0;
  const lineOf = (grant: string) => lines.get(grant) ?? [];
  return {
    has: ({ grant, id }) => lineOf(grant).some((other) => other.id === id),
    add(item) {
      lines.set(item.grant, [...lineOf(item.grant), item].sort(compare));
      size += 1;
    },
    first: (grant) => lineOf(grant)[0],
    behind: (grant) => lineOf(grant).slice(1),
    remove(item) {
      const line = lineOf(item.grant);
      const rest = line.filter((other) => other !== item);
      size -= line.length - rest.length;
      if (rest.length > 0) lines.set(item.grant, rest);
      else lines.delete(item.grant);
    },
    due: (now) =>
      [...lines.values()]
        .map(([first]) => first!)
        .filter(({ next }) => next <= now)
        .sort(compare),
    size: () => size,
  };
}
