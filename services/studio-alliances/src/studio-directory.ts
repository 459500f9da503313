// What unions see of each other's studios: the entry that a studio's own union shows, and nothing of those that it does not.
import type { DirectoryAnswer, Read } from '@jiangong/contracts';
import { alliances, type StudioRow, studios } from './views.ts';

/** A studio's entry in the directory, if its union shows it. */
export function entryOf(row: StudioRow): DirectoryAnswer | undefined {
  if (!row.shows || row.status !== 'recognised') return undefined;
  const { studio, code, name, employer, district, level, trade, org: union, shows } = row;
  const shown = shows.flatMap((field) => (field === 'chain' ? (['chain', 'stage'] as const) : [field]));
  const fields = shown.flatMap((field) => (row[field] === undefined ? [] : [[field, row[field]] as const]));
  return { studio, code, name, employer, district, level, trade, ...Object.fromEntries(fields), union };
}

/** As the reader's union may use another union's studio: its entry, one place, and its places in the reader's alliances. */
export async function asShown(read: Read, row: StudioRow): Promise<StudioRow | undefined> {
  const entry = entryOf(row);
  if (!entry) return undefined;
  const { union: _, ...profile } = entry;
  const ours = await Promise.all(row.places.map(({ alliance }) => read.get(alliances, alliance)));
  const places = row.places.filter((_, at) => ours[at]);
  const { org, status, version, listed } = row;
  const nothing = { leader: '', offers: [], seeks: [], plaques: [] };
  return { ...nothing, ...profile, places, capacity: places.length + 1, org, status, version, listed };
}

/** A studio that the reader's union knows: its own as it is, another's as the directory shows it. */
export async function knownStudio(read: Read, id: string): Promise<StudioRow | undefined> {
  const own = await read.get(studios, id);
  if (own) return own;
  const row = await read.everywhere().get(studios, id);
  return row && asShown(read, row);
}
