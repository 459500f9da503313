// What a certificate says of its grant, and how it is checked.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Grant } from '@jiangong/contracts';
import { calledOf } from '../../names.ts';
import type { Content } from './look.ts';

/** Crockford's: no letter that reads as a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What the numbers of a decision's certificates begin with. */
export function seriesOf(decision: string, year: number): string {
  const hash = createHash('sha256').update(decision).digest();
  return `${year}-${[...hash.subarray(0, 8)].map((byte) => LETTERS[byte % 32]).join('')}`;
}
/** A number, of whichever decision. */
export const certificateNumber = /^\d{4}-[0-9A-HJKMNP-TV-Z]{8}-\d{4,7}$/;

/** What is kept of the code that a certificate's address has. */
export const checkOf = (code: string) => createHash('sha256').update(code).digest('base64url');
export const isCodeOf = (check: string, code: string) =>
  timingSafeEqual(Buffer.from(check), Buffer.from(checkOf(code)));

function dateOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
export const contentOf = (grant: Grant, number: string, link: string): Content => ({
  words: {
    ...{ recipient: calledOf(grant.recipient), honour: grant.honour.name, year: String(grant.year) },
    ...{ grantedBy: grant.grantedBy, documentNumber: grant.documentNumber, date: dateOf(grant.decisionDate) },
    ...{ number, place: grant.place === undefined ? '' : String(grant.place) },
  },
  link,
});
