// Routes of the annual duty: of one alliance, and the board of all.
import {
  correctDuty,
  dutyAnswer,
  dutyBoardLine,
  dutyClosingId,
  dutyId,
  id,
  isRefusal,
  rectifyDuty,
  refuse,
  roles,
  year,
} from '@jiangong/contracts';
import { tooManyDocuments, writtenInThread } from '@jiangong/documents/thread';
import { download, get, pageOf, paging, post, type Request } from '@jiangong/service-kit';
import { workbookJob, XLSX } from '@jiangong/service-kit/table';
import { z } from 'zod';
import { readable } from './access.ts';
import { reportOf, workbookOf } from './background/year-report/contents.ts';
import { dutyCommand } from './duty.ts';
import { dutyClosingCommand } from './duty-closing.ts';
import { boardOf, countedBy, dutiesOf } from './duty-query.ts';
import { yearOf } from './duty-rules.ts';
import { tables } from './tables.ts';
import { alliances } from './views.ts';

const ofYear = z.coerce.number().pipe(year);
const PDF = 'application/pdf';
const yearReport = new URL('./background/year-report/report.ts', import.meta.url);
const written = (job: URL, data: unknown, name: string, type: string) =>
  tooManyDocuments() ? refuse('busy') : { name, type, chunks: () => writtenInThread(job, data) };
const byYear = z.object({ id, year: ofYear });

/** What an alliance of the union comes to in a year that it had. */
async function countedOf({ params, read, businessDate }: Request<z.infer<typeof byYear>>) {
  const alliance = await read.get(alliances, params.id);
  const [found] = alliance ? await countedBy(read, [alliance], params.year, businessDate) : [];
  return found ?? refuse('not-found', { what: `${params.id} / ${params.year}` });
}

export const dutyRoutes = [
  get('/alliances/:id/duties/:year', {
    summary: ['查看联盟年度成果任务', 'Read the annual duty of an alliance'],
    roles,
    params: byYear,
    answer: dutyAnswer,
    async query(request) {
      const { params, read, businessDate } = request;
      const alliance = await readable(request, params.id);
      if (isRefusal(alliance)) return alliance;
      return (await dutiesOf(read, [alliance], params.year, businessDate)).get(params.id);
    },
  }),
  post('/alliances/:id/duties/:year/close', {
    summary: ['年度结账', 'Close the year of an alliance'],
    roles: ['organiser'],
    params: byYear,
    async handle(request) {
      const { id, year } = request.params;
      const found = await countedOf(request);
      if (isRefusal(found)) return found;
      return dutyCommand(dutyId(id, year), 'close', { ...found.counted, year, undecided: found.undecided });
    },
  }),
  post('/alliances/:id/duties/:year/correct', {
    summary: ['更正已结账的年度', 'Correct a closed year of an alliance'],
    roles: ['organiser'],
    params: byYear,
    body: correctDuty,
    async handle(request) {
      const { id, year } = request.params;
      const found = await countedOf(request);
      if (isRefusal(found)) return found;
      const { counted, undecided } = found;
      return dutyCommand(dutyId(id, year), 'correct', { ...counted, year, undecided, ...request.body });
    },
  }),
  post('/alliances/:id/duties/:year/rectify', {
    summary: ['未达成年度限期整改', 'Give an alliance that is behind a day to make up for the year'],
    roles: ['organiser'],
    params: byYear,
    body: rectifyDuty,
    async handle(request) {
      const { id: alliance, year } = request.params;
      const found = await countedOf(request);
      if (isRefusal(found)) return found;
      const { rectifyBy: by, reason } = request.body;
      return dutyCommand(dutyId(alliance, year), 'rectify', { alliance, year, by, reason });
    },
  }),
  post('/duties/:year/close-all', {
    summary: ['全部联盟年度结账', 'Close the year of every alliance'],
    roles: ['organiser'],
    params: z.object({ year: ofYear }),
    async handle({ params: { year }, actor, read, businessDate }) {
      const all = await countedBy(read, await read.all(alliances), year, businessDate);
      const open = all.filter(({ isClosed }) => !isClosed);
      const waiting = open.filter(({ undecided }) => undecided.length > 0);
      const duties = open.filter((each) => !waiting.includes(each)).map(({ counted }) => counted);
      const undecided = waiting.flatMap((each) => each.undecided);
      return {
        request: dutyClosingCommand(dutyClosingId(actor.org, year), 'close-all', { year, duties, undecided }),
        remarks: waiting.map(({ alliance: { name }, undecided: titles }) => ({
          zh: `${name}未结账，待审成果：${titles.join('、')}`,
          en: `${name} is not closed; outputs await a decision: ${titles.join(', ')}`,
        })),
      };
    },
  }),
  get('/duties', {
    summary: ['年度成果任务一览', 'List the annual duty of every alliance'],
    roles,
    querystring: z.object({
      ...paging,
      /** The current year by default. */
      year: ofYear.optional(),
    }),
    answer: pageOf(dutyBoardLine),
    async query({ query, read, businessDate }) {
      const { cursor, limit, year = yearOf(businessDate) } = query;
      const found = await read.page(alliances, { status: ['approved', 'dissolved'] }, { after: cursor, limit });
      return { ...found, items: await boardOf(read, found.items, year, businessDate) };
    },
    table: tables.duties,
  }),
  download('/duties/:year/report', {
    summary: ['年度成果任务报告（PDF）', 'Print the duty of a year with its outputs, as PDF'],
    roles,
    params: z.object({ year: ofYear }),
    produces: [PDF],
    async download(request) {
      const found = await reportOf(request.params.year, request);
      return found && written(yearReport, found, `${request.params.year}年度创新工作室联盟成果任务.pdf`, PDF);
    },
  }),
  download('/duties/:year/workbook', {
    summary: ['年度成果任务工作簿（xlsx）', 'The duty of a year with its outputs as one workbook, as xlsx'],
    roles,
    params: z.object({ year: ofYear }),
    produces: [XLSX],
    async download(request) {
      const found = await workbookOf(request.params.year, request);
      return found && written(workbookJob, found, `${request.params.year}年度创新工作室联盟成果任务.xlsx`, XLSX);
    },
  }),
];
