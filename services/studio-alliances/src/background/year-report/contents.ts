// What the report of a year says: every alliance's duty, what counts in it, and what was corrected or is made up for.
import { type DutyBoardLine, type Table, valueLabels } from '@jiangong/contracts';
import { listTable, type Request } from '@jiangong/service-kit';
import { boardOf } from '../../duty-query.ts';
import { countedIn } from '../../duty-rules.ts';
import { tables } from '../../tables.ts';
import { alliances, type OutputRow, outputs } from '../../views.ts';
import type { YearReport } from './report.ts';

type ReportRequest = Pick<Request, 'read' | 'businessDate'>;
interface Year {
  lines: DutyBoardLine[];
  /** What those alliances logged for the year, by day of adoption. */
  made: OutputRow[];
}
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
const byDay = (a: OutputRow, b: OutputRow) =>
  a.adoptedOn === b.adoptedOn ? (a.output < b.output ? -1 : 1) : a.adoptedOn < b.adoptedOn ? -1 : 1;

/** Undefined where the union had no alliance in the year. */
async function yearOf(year: number, { read, businessDate }: ReportRequest): Promise<Year | undefined> {
  const all = await read.all(alliances, { status: ['approved', 'dissolved'] });
  const lines = (await boardOf(read, all, year, businessDate)).sort(byCode);
  if (lines.length === 0) return undefined;
  const made = await read.everywhere().all(outputs, { alliance: lines.map(({ alliance }) => alliance), year });
  return { lines, made: made.sort(byDay) };
}

/** The sheets of its workbook. */
export async function workbookOf(year: number, request: ReportRequest): Promise<Table[] | undefined> {
  const found = await yearOf(year, request);
  if (!found) return undefined;
  const { lines, made } = found;
  const corrections = lines.flatMap(({ name, corrections = [] }) => corrections.map((each) => ({ name, ...each })));
  const rectifications = lines.flatMap(({ name, rectification }) =>
    rectification ? [{ name, ...rectification }] : [],
  );
  return [
    tables.duties({ items: lines }),
    await tables.outputs({ items: made }, request),
    listTable<(typeof corrections)[number]>('更正', [
      ['联盟', ({ name }) => name],
      ['版次', ({ revision }) => revision],
      ['理由', ({ reason }) => reason],
      ['更正后成果数', ({ outputs }) => outputs],
      ['更正后状态', ({ status }) => valueLabels.duty[status]],
    ])({ items: corrections }),
    listTable<(typeof rectifications)[number]>('整改', [
      ['联盟', ({ name }) => name],
      ['整改期限', ({ by }) => by, 'date'],
      ['理由', ({ reason }) => reason],
      ['结果', ({ outcome }) => outcome && valueLabels.rectification[outcome]],
      ['补做成果数', ({ madeUp }) => madeUp],
    ])({ items: rectifications }),
  ];
}

/** What is printed: each alliance next to what it owes, and what counts. */
export async function reportOf(year: number, request: ReportRequest): Promise<YearReport | undefined> {
  const found = await yearOf(year, request);
  if (!found) return undefined;
  const { lines, made } = found;
  const named = new Map(lines.map(({ alliance, name }) => [alliance, name]));
  return {
    year,
    printed: request.businessDate,
    duties: lines.map((line) => {
      const { code, name, outputs: count, minimum, aim } = line;
      return {
        code,
        name,
        outputs: count,
        minimum,
        aim,
        status: valueLabels.duty[line.status],
        remark: remarkOf(line),
      };
    }),
    outputs: countedIn(made, year).map(({ alliance, title, kind, applied, adoptedOn, benefit, points }) => ({
      ...{ alliance: named.get(alliance)!, title, kind, adoptedOn },
      applied: applied.map((each) => valueLabels.applied[each]).join('、'),
      ...(benefit ? { yuan: benefit.yuan, provisional: benefit.provisional } : {}),
      ...(points === undefined ? {} : { points }),
    })),
  };
}

function remarkOf({ closed, undecided, correctionDue, corrections = [], rectification }: DutyBoardLine): string {
  const outcome = rectification?.outcome;
  return [
    closed ? '' : '尚未结账',
    undecided.length > 0 ? `待审：${undecided.join('、')}` : '',
    correctionDue ? '须更正' : '',
    corrections.length > 0 ? `更正 ${corrections.length} 次` : '',
    rectification ? `限 ${rectification.by} 前整改${outcome ? `：${valueLabels.rectification[outcome]}` : ''}` : '',
  ]
    .filter((each) => each !== '')
    .join('；');
}
