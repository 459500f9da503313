// What a round still waits for, a page at a time: check by check, and of each in one order.
import type { Entrant, MissingItem, Read } from '@jiangong/contracts';
import { checksIn } from './assemble.ts';
import type { Check } from './check-state.ts';
import type { Round } from './round.ts';
import { missingOf } from './seal.ts';
import { checks } from './views.ts';

type Lacking = MissingItem & Pick<Entrant, 'code' | 'name'>;
interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** `units`: whose items alone are meant. All are counted for the first page only. */
export async function missingPage(round: Round, { cursor, limit }: Page, read: Read, units?: readonly string[]) {
  const items: Lacking[] = [];
  let total = 0;
  for await (const item of missingFrom(round, cursor, read, units)) {
    total += 1;
    if (total <= limit) items.push(item);
    else if (cursor !== undefined) break;
  }
  const last = items.at(-1);
  const next = last && total > limit ? { next: placeOf(last) } : {};
  return { items, ...next, ...(cursor === undefined ? { total } : {}) };
}

const placeOf = ({ check, what, department = '' }: MissingItem) => `${check} ${what} ${department}`;

async function* missingFrom(round: Round, place: string | undefined, read: Read, units: readonly string[] | undefined) {
  if (round.status === 'closed') return;
  const [begun] = place?.split(' ') ?? [];
  const own = units && (await read.all(checks, { round: round.round, unit: units }));
  if (own)
    yield* own
      .flatMap((check) => lackingIn(check, round))
      .sort(byPlace)
      .filter(isAfter(place));
  if (own) return;
  const first = begun && (await read.get(checks, begun));
  if (first) yield* lackingIn(first, round).filter(isAfter(place));
  for await (const check of checksIn(round, read, begun)) yield* lackingIn(check, round);
}

const lackingIn = (check: Check, { body }: Round): Lacking[] => {
  const { code, name } = check.entrant;
  return missingOf(check, body)
    .map((item) => ({ ...item, code, name }))
    .sort(byPlace);
};
const byPlace = (a: Lacking, b: Lacking) => (placeOf(a) < placeOf(b) ? -1 : 1);
const isAfter =
  (place = '') =>
  (item: Lacking) =>
    placeOf(item) > place;
