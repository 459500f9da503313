// The job of a report for the notice board: a page for each track and group, with places, points, bars and honours.
import { type Cell, type Column, gap, missingIn, paragraph, pdfOf, sheet, table } from '@jiangong/documents';

export interface NoticeRow {
  place: string;
  name: string;
  score: number | null;
  /** Why there is no place. */
  status: string;
  /** Published scores of the year's periods, in their order. */
  periods: (number | null)[];
  honours: string[];
}
/** A track's group, or a track without groups. */
export interface NoticePage {
  heading: string;
  /** What the scores of a year are made of; none where there are too many for a page. */
  periods: string[];
  rows: NoticeRow[];
  notes: string[];
}
export interface Notice {
  paper: keyof typeof scales;
  competition: string;
  title: string;
  printed: string;
  pages: NoticePage[];
}

/** On paper of twice the size everything is larger. */
const scales = { A4: 1, A3: Math.SQRT2 } as const;
/** The largest with which a page holds so many rows; further ones go on the next. */
const sizes = [
  [16, 12],
  [22, 11],
  [28, 10],
  [Number.POSITIVE_INFINITY, 9],
] as const;
const RED = '#a61e1e';
/** Bars reach the right edge at full marks, or at the best score above. */
const FULL = 100;
const score = (value: number | null) => (value === null ? '—' : value.toFixed(2));

function columnsOf({ periods }: NoticePage, hasRemarks: boolean): Column[] {
  return [
    { title: '名次', share: 1.3, align: 'center' },
    { title: '单位', share: periods.length > 0 ? 3.6 : 4.4 },
    ...periods.map((title): Column => ({ title, share: 1.75, align: 'right' })),
    { title: periods.length > 0 ? '年度得分' : '得分', share: 1.8, align: 'right' },
    { title: '图示', share: periods.length > 0 ? 1.9 : 3.2 },
    ...(hasRemarks ? [{ title: '荣誉', share: 2.5 }] : []),
  ];
}

const remarksOf = ({ honours, status }: NoticeRow) => [...honours, ...(status === '' ? [] : [status])];

function cellsOf(row: NoticeRow, most: number, hasRemarks: boolean): Cell[] {
  return [
    row.place === '' ? '—' : row.place,
    row.name,
    ...row.periods.map(score),
    score(row.score),
    row.score === null ? '' : { bar: row.score / most },
    ...(hasRemarks ? [remarksOf(row).join('、')] : []),
  ];
}

function part(notice: Notice, page: NoticePage) {
  const { competition, title, printed, paper } = notice;
  const scale = scales[paper];
  const [, fitting] = sizes.find(([rows]) => page.rows.length <= rows)!;
  // Columns of periods leave no room for larger headings.
  const size = Math.min(fitting, page.periods.length > 0 ? 10 : fitting) * scale;
  const most = Math.max(FULL, ...page.rows.map((row) => row.score ?? 0));
  const honoured = new Set(page.rows.flatMap(({ honours }, at) => (honours.length > 0 ? [at] : [])));
  const hasRemarks = page.rows.some((row) => remarksOf(row).length > 0);
  const cells = page.rows.map((row) => cellsOf(row, most, hasRemarks));
  const texts = [competition, page.heading, ...page.notes, ...cells.flat().filter((cell) => typeof cell === 'string')];
  const lacking = missingIn(texts).characters.length > 0 ? ['“〓”为字库暂缺的字。'] : [];
  return sheet({
    paper,
    footer: `${competition} · ${title} · ${printed}打印`,
    content: (width) => [
      paragraph(competition, width, { size: 20 * scale, bold: true, align: 'center', colour: RED, keep: true }),
      paragraph(title, width, { size: 16 * scale, bold: true, align: 'center', keep: true }),
      paragraph(page.heading, width, { size: 13 * scale, align: 'center', keep: true }),
      { ...gap(6 * scale), keep: true },
      ...table(columnsOf(page, hasRemarks), cells, width, { size, strong: honoured }),
      gap(8 * scale),
      ...[...page.notes, ...lacking].map((note) => paragraph(note, width, { size: 9 * scale })),
    ],
  });
}

export default (notice: Notice) =>
  pdfOf(
    `${notice.competition} ${notice.title}`,
    notice.pages.map((page) => part(notice, page)),
  );
