// Long lists travel in pages, small enough for one event even with the longest names.
const size = 150;

/** The items in order, in pages; at least one page, which may be empty. */
export function pagesOf<T>(items: readonly T[]): [T[], ...T[][]] {
  const more: T[][] = [];
  for (let start = size; start < items.length; start += size) more.push(items.slice(start, start + size));
  return [items.slice(0, size), ...more];
}
