// Which styles of a workbook show a number as a date, a percentage or with leading zeros, and which date a number is.
import type { ReadPart } from './workbook.ts';

/** Formats that are dates without saying so: those of every language, then those of Chinese, Japanese and Korean. */
const BUILT_IN = [
  [14, 22],
  [45, 47],
  [27, 36],
  [50, 58],
] as const;
const BUILT_IN_PERCENT = [9, 10];
/** The longest format a spreadsheet takes. */
const FORMAT_LENGTH = 255;
const TOKEN = /^(?:y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|e{1,4}|a{3,5}|am|pm|a|p)$/;

/** A format without what it shows as it stands. */
const bareFormat = (code: string) =>
  code
    .slice(0, FORMAT_LENGTH)
    .toLowerCase()
    .replace(/\\.|"[^"]*"/g, ' ');

export function isDateFormat(code: string): boolean {
  const plain = bareFormat(code)
    .replace(/\[([hms]{1,2})\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/([smhd])[.,]0{1,3}/g, '$1');
  return plain.split(';').some((part) => part.match(/[a-z0#?%]+/g)?.every((token) => TOKEN.test(token)));
}

/** How a style shows a number; a number: with so many digits at least. */
export type Shown = 'date' | 'percent' | number | undefined;
function shownBy(code: string): Shown {
  if (isDateFormat(code)) return 'date';
  if (bareFormat(code).includes('%')) return 'percent';
  return /^0{2,}$/.test(code) ? code.length : undefined;
}
function shownByBuiltIn(id: number): Shown {
  if (BUILT_IN.some(([from, to]) => id >= from && id <= to)) return 'date';
  return BUILT_IN_PERCENT.includes(id) ? 'percent' : undefined;
}

export type Styles = (style: string | undefined) => Shown;

export async function stylesOf(read: ReadPart, path: string): Promise<Styles> {
  const formats = new Map<number, Shown>();
  const styles: Shown[] = [];
  let isCell = false;
  await read(path, {
    open(name, attributes) {
      if (name === 'cellXfs') isCell = true;
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        formats.set(Number(numFmtId), shownBy(formatCode.replaceAll('&quot;', '"')));
      }
      if (name !== 'xf' || !isCell) return;
      const id = Number(attributes().numFmtId);
      styles.push(formats.has(id) ? formats.get(id) : shownByBuiltIn(id));
    },
    close(name) {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return (style) => (style === undefined ? undefined : styles[Number(style)]);
}

/** The day that a number stands for, as `2024-03-01`. */
export function dayOf(serial: number, from1904: boolean): string {
  // Day 60 is 29 February 1900, which there never was.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const day = new Date(Math.round((days - 25_569) * 86_400_000));
  return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10);
}
