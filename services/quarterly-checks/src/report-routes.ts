// Routes of what is printed or kept: reports for the notice board, paper sheets for those who check, and the year as a workbook.
import { code, id, isRefusal, refuse, roles } from '@jiangong/contracts';
import { tooManyDocuments, writtenInThread } from '@jiangong/documents/thread';
import { download } from '@jiangong/service-kit';
import { workbookJob, XLSX } from '@jiangong/service-kit/table';
import { z } from 'zod';
import { noticeOf } from './background/reports/notice-of.ts';
import { papersOf } from './background/reports/papers-of.ts';
import { paperPrinter } from './background/reports/printer.ts';
import { yearTables } from './background/reports/year-tables.ts';

const PDF = 'application/pdf';
const jobs = {
  notice: new URL('./background/reports/notice.ts', import.meta.url),
  papers: new URL('./background/reports/papers.ts', import.meta.url),
  year: workbookJob,
};
const written = (job: keyof typeof jobs, data: unknown, name: string, type: string) =>
  tooManyDocuments() ? refuse('busy') : { name, type, chunks: () => writtenInThread(jobs[job], data) };

export const reportRoutes = [
  download('/standings/:competition/report', {
    summary: ['公示栏用的成绩通报（PDF）', 'Print results for the notice board, as PDF'],
    roles,
    params: z.object({ competition: id }),
    querystring: z.object({
      track: code.optional(),
      period: code.optional().describe('周期；不填为年度 · a period; without one, the year'),
      paper: z.enum(['A4', 'A3']).default('A4'),
    }),
    produces: [PDF],
    async download({ params, query, ...request }) {
      const notice = await noticeOf(params.competition, query, request);
      if (!notice || isRefusal(notice)) return notice;
      return written('notice', notice, `${notice.competition}${notice.title}.pdf`, PDF);
    },
  }),
  download('/rounds/:id/papers', {
    summary: [
      '打印纸质评分表（每单位每部门一份，带二维码）',
      'Print sheets on paper: one for each unit and department, with a QR code',
    ],
    roles: ['organiser', 'checker'],
    params: z.object({ id }),
    querystring: z.object({
      department: code.optional().describe('部门；不填为本人的部门，组织者为全部 · a department; one’s own, or all'),
      check: id.optional().describe('一个单位的检查 · of one unit'),
    }),
    produces: [PDF],
    async download({ params, query, actor, read, companion }) {
      const papers = await papersOf(params.id, query, { actor, read, address: companion(paperPrinter).address() });
      if (!papers || isRefusal(papers)) return papers;
      return written('papers', papers, `${papers.competition}${papers.period}评分表.pdf`, PDF);
    },
  }),
  download('/standings/:competition/workbook', {
    summary: ['全年成绩工作簿（xlsx）', 'The whole year as one workbook, as xlsx'],
    roles: ['organiser', 'committee', 'auditor'],
    params: z.object({ competition: id }),
    produces: [XLSX],
    async download({ params, ...request }) {
      const year = await yearTables(params.competition, request);
      if (!year || isRefusal(year)) return year;
      return written('year', year.tables, `${year.name}全年成绩.xlsx`, XLSX);
    },
  }),
];
