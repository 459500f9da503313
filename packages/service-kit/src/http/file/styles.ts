// Which styles of a workbook show a number as a date, and which date a number is.
import type { ReadPart } from './workbook.ts';

/** Formats that are dates without saying so: those of every language, then those of Chinese, Japanese and Korean. */
const BUILT_IN = [
  [14, 22],
  [45, 47],
  [27, 36],
  [50, 58],
] as const;
/** The longest format a spreadsheet takes. */
const FORMAT_LENGTH = 255;
const TOKEN = /^(?:y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|e{1,4}|a{3,5}|am|pm|a|p)$/;

export function isDateFormat(code: string): boolean {
  const plain = code
    .slice(0, FORMAT_LENGTH)
    .toLowerCase()
    .replace(/\\.|"[^"]*"/g, ' ')
    .replace(/\[([hms]{1,2})\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/([smhd])[.,]0{1,3}/g, '$1');
  return plain.split(';').some((part) => part.match(/[a-z0#?%]+/g)?.every((token) => TOKEN.test(token)));
}

/** @returns whether a cell of this style holds a date */
export async function dateStyles(read: ReadPart, path: string): Promise<(style: string | undefined) => boolean> {
  const dates = new Set<number>();
  const isDate: boolean[] = [];
  let isCell = false;
  await read(path, {
    open(name, attributes) {
      if (name === 'cellXfs') isCell = true;
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        if (isDateFormat(formatCode.replaceAll('&quot;', '"'))) dates.add(Number(numFmtId));
      }
      if (name !== 'xf' || !isCell) return;
      const id = Number(attributes().numFmtId);
      isDate.push(dates.has(id) || BUILT_IN.some(([from, to]) => id >= from && id <= to));
    },
    close(name) {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return (style) => style !== undefined && isDate[Number(style)] === true;
}

/** The day that a number stands for, as `2024-03-01`. */
export function dayOf(serial: number, from1904: boolean): string {
  // Day 60 is 29 February 1900, which there never was.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const day = new Date(Math.round((days - 25_569) * 86_400_000));
  return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10);
}
