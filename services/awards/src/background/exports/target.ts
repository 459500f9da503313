// What an export is: the grants as they stand, page by page, written in the form of one system.
import type { Recipient } from '@jiangong/contracts';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import type { GrantRow } from '../../views.ts';
import type { Connected } from '../connector/rows.ts';

export type Pages = AsyncIterable<readonly GrantRow[]>;
export interface Target {
  /** Name and ending of its file. */
  file: string;
  type: string;
  write(pages: Pages, settings?: Settings): AsyncIterable<string | Uint8Array>;
}
/** What the reading system calls its own parts. */
export interface Settings {
  /** Oracle: the section of the profile that takes honours. */
  sectionId?: number;
  /** SuccessFactors: rows to insert and replace, or those to delete. */
  operation?: 'upsert' | 'delete';
  /** SuccessFactors: what it has of these grants. */
  connected?(grants: readonly string[]): Promise<ReadonlyMap<string, Connected>>;
}

/** A line of a csv by RFC 4180. */
export const csvLine = (cells: readonly (string | number | undefined)[]) =>
  `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\r\n`;
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Lines below a header, one text a page. */
export async function* linesOf(header: string, pages: Pages, line: (row: GrantRow) => string | undefined) {
  yield header;
  for await (const page of pages) yield page.map((row) => line(row) ?? '').join('');
}

/** Whoever has a grant, or had it before it was given to another, as rows of their own: each under a key of its own. */
export interface Holding {
  key: string;
  recipient: Recipient;
  /** The day from which it is another's. */
  until?: string;
}
export function holdingsOf({ grant, recipient, validFrom, former = [] }: GrantRow): Holding[] {
  const before = former.map((was, n) => {
    const day = businessDateOf(was.until);
    return { key: keyOf(grant, n), recipient: was.recipient, until: day < validFrom ? validFrom : day };
  });
  return [...before, { key: keyOf(grant, former.length), recipient }];
}
const keyOf = (grant: string, n: number) => (n === 0 ? grant : `${grant}-${n}`);

/** What people look for: document, reason, and the grant by which it is found again. */
export const descriptionOf = ({ documentNumber, recipient, grant, reason }: GrantRow) =>
  [documentNumber, ...(recipient.name ? [recipient.name] : []), ...(reason ? [reason] : []), grant].join('；');
