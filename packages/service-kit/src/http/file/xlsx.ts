// The rows of the sheet of a workbook that has the header which is looked for.
import { findHeader } from './header.ts';
import { counted, type Line, limits, tooLargeInside, Unfit } from './limits.ts';
import { applyMerges } from './merges.ts';
import type { Reading, Wanted } from './reading.ts';
import { type Book, broken, readSheet, textReader } from './sheet.ts';
import { stylesOf } from './styles.ts';
import { ENOUGH, openWorkbook, type ReadPart } from './workbook.ts';

export async function readXlsx(file: Buffer, wanted: Wanted, lines: Line[]): Promise<Reading> {
  try {
    const read = await openWorkbook(file);
    const { sheets, strings, styles, from1904 } = await partsOf(read);
    const book = { shared: await sharedStrings(read, strings), styleOf: await stylesOf(read, styles), from1904 };
    const { sheet, like } = await chosenSheet(read, book, sheets, wanted);
    const take = counted((line) => lines.push(line));
    const parts = await readSheet(read, sheet.path, book, take);
    if (!parts) throw broken();
    const header = findHeader(lines, wanted.headings);
    if (header) applyMerges(lines, parts.merges, lines[header.index]!.line + 1);
    return {
      format: 'xlsx',
      header,
      sheet: sheet.name,
      otherSheets: namesOf(sheets.filter((each) => each !== sheet)),
      likeSheets: namesOf(like),
      hiddenColumns: parts.hiddenColumns,
    };
  } catch (error) {
    throw error instanceof Unfit ? error : broken();
  }
}

interface Sheet {
  name: string;
  path: string;
  isHidden: boolean;
}
const namesOf = (sheets: readonly Sheet[]) => sheets.slice(0, limits.sheets).map(({ name }) => name);

/** The one that is asked for; else of those that people see the one with most of the headings; else of the hidden ones. */
async function chosenSheet(read: ReadPart, book: Book, sheets: readonly Sheet[], { headings, sheet: name }: Wanted) {
  if (name !== undefined) {
    const found = sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Unfit('sheet-unknown', { sheet: name, known: namesOf(sheets) });
    return { sheet: found, like: [] };
  }
  const bySight = [...sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden));
  if (sheets.length === 1) return { sheet: sheets[0]!, like: [] };
  const scores = new Map<Sheet, number>();
  for (const sheet of bySight.slice(0, limits.sheets)) {
    const first: Line[] = [];
    const take = counted((line) => {
      first.push(line);
      if (first.length === limits.above) throw ENOUGH;
    });
    await readSheet(read, sheet.path, book, take);
    const header = findHeader(first, headings);
    // A header alone is no list.
    scores.set(sheet, header ? header.score + (first.length > header.index + 1 ? 0.5 : 0) : 0);
  }
  const seen = [...scores].filter(([{ isHidden }, score]) => score > 0 && !isHidden);
  const known = seen.length > 0 ? seen : [...scores];
  const [sheet, most] = known.reduce((best, each) => (each[1] > best[1] ? each : best));
  return { sheet, like: known.filter(([each, score]) => each !== sheet && score === most).map(([each]) => each) };
}

/** Where the parts of a workbook are, which is up to whoever wrote it. */
async function partsOf(read: ReadPart) {
  const targets = new Map<string, string>();
  const typed: Record<string, string> = {};
  await read('xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributes();
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      if (type === 'worksheet') targets.set(Id, path);
      typed[type] = path;
    },
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await read('xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '');
      if (name !== 'sheet' || sheets.length === limits.rows) return;
      const given = attributes();
      const path = targets.get(Object.entries(given).find(([key]) => key.endsWith(':id'))?.[1] ?? '');
      const { state = 'visible' } = given;
      if (path) sheets.push({ name: decoded(given.name ?? ''), path, isHidden: state !== 'visible' });
    },
  });
  if (sheets.length === 0) throw broken();
  const { sharedStrings: strings = 'xl/sharedStrings.xml', styles = 'xl/styles.xml' } = typed;
  return { sheets, strings, styles, from1904 };
}
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!);

async function sharedStrings(read: ReadPart, path: string): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  const reader = textReader();
  await read(path, {
    ...reader,
    open(name) {
      if (name === 'si') reader.start();
      else reader.open(name);
    },
    close(name) {
      if (name !== 'si') return reader.close(name);
      const text = reader.get();
      strings.push(text);
      characters += text.length;
      if (strings.length > limits.cells || characters > limits.characters) throw tooLargeInside();
    },
  });
  return strings;
}
