// Days as people write them.
import { type Cell, plain, quoted, type Read, wrong } from './characters.ts';

const FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const TIME = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

export function dateOf({ text }: Cell): Read<string> {
  const written = plain(text).replace(TIME, '').replaceAll(' ', '');
  const [, year, month, day] = FORMS.map((form) => form.exec(written)).find((found) => found) ?? [];
  const value = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const isDay = year !== undefined && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (isDay) return { value };
  return wrong(
    `应为日期，如 2024-04-10，现为「${quoted(text)}」`,
    `must be a date such as 2024-04-10, and is “${quoted(text)}”`,
  );
}
