// An answer cut into parts that fit events and commits: while one is written down, requests go on between two of them.
import { proposalsPerPage } from '@jiangong/contracts';
import type { Part } from './pairing.ts';
import { worded } from './profiles.ts';
import type { Found } from './propose.ts';

const leftPerPage = 50;
const pricesPerPage = 500;
/** Ids of odd sets a page, and the longest piece of one set. */
const oddIds = 2000;
const oddPiece = 500;
/** Pages a commit: the longer it takes to write one, the longer requests wait. */
const pagesPerPart = 3;

export interface Parts {
  parts: Part[];
  pages: number;
  leftPages: number;
  pricePages: number;
}

export function partsOf(found: Found, nameOf: (id: string) => string): Parts {
  const proposed = chunks(found.proposals, proposalsPerPage).map((proposals, at) => ({ page: at + 1, proposals }));
  const leftOut = found.left.map(({ id, best, reason, ...text }) => {
    const names = [id, best?.with].flatMap((s) => (s ? [{ studio: s, name: nameOf(s) }] : []));
    return { studio: id, name: nameOf(id), reason, ...(best ? { best } : {}), ...worded(text, ...names) };
  });
  const left = chunks(leftOut, leftPerPage).map((studios, at) => ({ page: at + 1, studios }));
  const lists = chunks(found.prices, pricesPerPage);
  const sets = oddPages(found.odd);
  const priced = Array.from({ length: Math.max(lists.length, sets.length) }, (_, at) => ({
    ...{ page: at + 1, prices: lists[at] ?? [], odd: sets[at] ?? [] },
  }));
  const parts = [
    ...chunks(proposed, pagesPerPart).map((proposed) => ({ proposed, left: [], priced: [] })),
    ...chunks(left, pagesPerPart).map((left) => ({ proposed: [], left, priced: [] })),
    ...chunks(priced, pagesPerPart).map((priced) => ({ proposed: [], left: [], priced })),
  ];
  return { parts, pages: proposed.length, leftPages: left.length, pricePages: priced.length };
}

function oddPages(odd: Found['odd']): Part['priced'][number]['odd'][] {
  const pieces = odd.flatMap(({ of, price }, set) =>
    chunks([...of], oddPiece).map((of) => ({ set: set + 1, of, price })),
  );
  const pages: (typeof pieces)[] = [];
  let room = 0;
  for (const piece of pieces) {
    if (room < piece.of.length || pages.at(-1)!.length >= pricesPerPage) {
      pages.push([]);
      room = oddIds;
    }
    pages.at(-1)!.push(piece);
    room -= piece.of.length;
  }
  return pages;
}

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
