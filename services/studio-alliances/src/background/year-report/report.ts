// The job of a year's report on paper: what alliances owed and made, and the outputs that count.
import { type Cell, type Column, gap, missingIn, paragraph, pdfOf, sheet, table } from '@jiangong/documents';

export interface YearReport {
  year: number;
  /** The business date. */
  printed: string;
  duties: {
    code: string;
    name: string;
    outputs: number;
    minimum: number;
    aim: number;
    status: string;
    remark: string;
  }[];
  /** Those that count. */
  outputs: {
    alliance: string;
    title: string;
    kind: string;
    applied: string;
    adoptedOn: string;
    yuan?: number;
    provisional?: boolean;
    points?: number;
  }[];
}

const RED = '#a61e1e';
const dutyColumns: Column[] = [
  { title: '编号', share: 2 },
  { title: '联盟', share: 4.5 },
  { title: '成果数', share: 1.3, align: 'right' },
  { title: '应完成', share: 1.3, align: 'center' },
  { title: '状态', share: 1.6, align: 'center' },
  { title: '图示', share: 2 },
  { title: '备注', share: 3.5 },
];
const outputColumns: Column[] = [
  { title: '联盟', share: 3.5 },
  { title: '成果', share: 4.5 },
  { title: '种类', share: 1.6 },
  { title: '应用领域', share: 2 },
  { title: '采用日期', share: 1.9, align: 'center' },
  { title: '净效益（元）', share: 2.2, align: 'right' },
  { title: '积分', share: 1, align: 'right' },
];

function summaryOf({ duties, outputs }: YearReport): string {
  const statuses = Map.groupBy(duties, ({ status }) => status);
  const parts = [...statuses].map(([status, all]) => `${status} ${all.length} 个`);
  const benefit = outputs.reduce((cents, { yuan = 0 }) => cents + Math.round(yuan * 100), 0) / 100;
  const count = duties.reduce((sum, duty) => sum + duty.outputs, 0);
  return `联盟 ${duties.length} 个：${parts.join('，')}。计入成果 ${count} 项，核定净效益合计 ${money(benefit)} 元。`;
}
const money = (yuan: number) => yuan.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');

export default function write(report: YearReport) {
  const { year, printed, duties, outputs } = report;
  const title = `${year}年度创新工作室联盟成果任务完成情况`;
  const most = Math.max(1, ...duties.map(({ outputs: count, aim }) => Math.max(count, aim)));
  const dutyRows = duties.map((duty): Cell[] => [
    ...[duty.code, duty.name, `${duty.outputs}`],
    duty.aim > duty.minimum ? `${duty.minimum}–${duty.aim}` : `${duty.minimum}`,
    ...[duty.status, { bar: duty.outputs / most }, duty.remark],
  ]);
  const outputRows = outputs.map((output): Cell[] => [
    ...[output.alliance, output.title, output.kind, output.applied, output.adoptedOn],
    output.yuan === undefined ? '—' : `${money(output.yuan)}${output.provisional ? '（暂定）' : ''}`,
    output.points === undefined ? '—' : `${output.points}`,
  ]);
  const texts = [...dutyRows, ...outputRows].flat().filter((cell) => typeof cell === 'string');
  const notes = missingIn(texts).characters.length > 0 ? ['“〓”为字库暂缺的字。'] : [];
  const page = sheet({
    paper: 'A4',
    landscape: true,
    footer: `${title} · ${printed} 打印`,
    content: (width) => [
      paragraph(title, width, { size: 18, bold: true, align: 'center', colour: RED, keep: true }),
      { ...gap(6), keep: true },
      paragraph(summaryOf(report), width, { size: 10 }),
      gap(6),
      ...table(dutyColumns, dutyRows, width, { size: 9 }),
      gap(12),
      ...(outputRows.length > 0
        ? [
            paragraph('计入年度的成果', width, { size: 13, bold: true, keep: true }),
            { ...gap(4), keep: true },
            ...table(outputColumns, outputRows, width, { size: 9 }),
          ]
        : []),
      ...notes.map((note) => paragraph(note, width, { size: 9 })),
    ],
  });
  return pdfOf(title, [page]);
}
