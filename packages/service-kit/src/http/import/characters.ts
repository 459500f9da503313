// Texts and codes as people mean them: without what nobody sees, and refused where somebody would see another text than is stored.
import type { Kind } from '../file/limits.ts';

export interface Cell {
  text: string;
  kind: Kind;
  /** Merged with cells of other rows. */
  isMerged: boolean;
}

/** A value, with a remark where it was not taken as it stands; or what is wrong with it. */
export type Read<T> = { value: T; remark?: Sentence } | Wrong;
export interface Sentence {
  zh: string;
  en: string;
}
/** A predicate: the column's label goes before it. */
export type Wrong = Sentence;
export const wrong = (zh: string, en: string): Wrong => ({ zh, en });

/** Full-width forms made half-width, one space for many. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
/** What is meant when it is quoted, at most this long. */
export const quoted = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/u;

export function textOf({ text, kind }: Cell): Read<string> {
  if (DIRECTION.test(text) || CONTROL.test(text))
    return wrong(
      '中有看不见的控制字符，请删去后重新输入',
      'has invisible control characters; delete them and type it again',
    );
  const value = text.replace(INVISIBLE, '').trim();
  if (kind !== 'd') return { value };
  return { value, remark: { zh: `是日期，按文字 ${value} 读入`, en: `is a date, read as the text ${value}` } };
}

const LATIN = /\p{Script=Latin}/u;
const LIKE_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** How a spreadsheet writes a number that is too long for it, and days that it took a code for. */
const DESTROYED = /^[+-]?\d(?:\.\d+)?E[+-]?\d{2,3}$/i;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MADE_DATE = new RegExp(
  `^(?:\\d{1,2}月\\d{1,2}日|\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{1,2}-(?:${MONTHS})|(?:${MONTHS})-\\d{2})$`,
  'i',
);
/** A spreadsheet keeps fifteen digits of a number. */
const EXACT_DIGITS = 15;

export function codeOf({ text, kind }: Cell): Read<string> {
  if (/\p{Cf}/u.test(text) || CONTROL.test(text))
    return wrong(
      `「${quoted(text.replace(/[\p{Cf}\p{Cc}]/gu, '◌'))}」中有看不见的字符（在 ◌ 处），请删去后重新输入`,
      `“${quoted(text.replace(/[\p{Cf}\p{Cc}]/gu, '◌'))}” has invisible characters (at ◌); delete them and type it again`,
    );
  const value = plain(text);
  if (LATIN.test(value) && LIKE_LATIN.test(value))
    return wrong(
      `「${quoted(value)}」混用了形似的西里尔或希腊字母，请用英文字母重新输入`,
      `“${quoted(value)}” mixes Latin letters with Cyrillic or Greek look-alikes; type it again`,
    );
  if (kind === 'd' || MADE_DATE.test(value))
    return wrong(
      `「${quoted(value)}」像是被 Excel 改成了日期，请把这一栏设为文本格式后重新输入编码`,
      `“${quoted(value)}” seems to have been made a date by Excel; format the column as text and enter the code again`,
    );
  const digits = value.replace(/\D/g, '').replace(/^0+/, '');
  if (DESTROYED.test(value) || (kind === 'n' && (digits.length > EXACT_DIGITS || value.includes('e'))))
    return wrong(
      `「${quoted(value)}」是被 Excel 改过的数字，后面几位已经丢失，请把这一栏设为文本格式后重新输入编码`,
      `“${quoted(value)}” was made a number by Excel, and its last digits are lost; format the column as text and enter the code again`,
    );
  if (kind === 'b')
    return wrong(
      `「${value.toUpperCase()}」被 Excel 当成了逻辑值，请把这一栏设为文本格式后重新输入编码`,
      `“${value.toUpperCase()}” was made true or false by Excel; format the column as text and enter the code again`,
    );
  return { value };
}
