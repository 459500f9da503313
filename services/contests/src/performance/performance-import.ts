// Results of a stage from a file, a row per contestant and criterion: marks, times, levels, penalties, or why there is none.
import {
  decimal,
  id,
  isRefusal,
  type Mark,
  performanceId,
  type Read,
  type Refusal,
  refuse,
  rowFault,
} from '@jiangong/contracts';
import type { Criterion } from '@jiangong/scoring';
import { imports, labelsOfKind, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { namesOf } from '../names.ts';
import { enteredIn, zh } from '../scheme.ts';
import { takingPart } from '../squad/squad-routes.ts';
import { siteOf } from '../stage/stage-input.ts';
import { performances } from '../views.ts';
import { merged, performanceCommand } from './performance.ts';
import { about, fromElsewhere, recordable } from './performance-routes.ts';
import { secondsOf } from './time.ts';

export const performanceImport = imports('/contest-stages/:id/performances/import', {
  summary: ['批量导入成绩', 'Import performances'],
  roles: ['organiser', 'checker'],
  params: z.object({ id }),
  within: ({ id }) => `contest-stage/${id}`,
  columns: [
    {
      key: 'contestant',
      label: ['参赛者编码', 'contestant code'],
      aliases: ['工号', '编码', '单位编码', '队伍编码', '号码'],
      kind: 'choice',
      required: true,
      given: true,
      example: 'G-1001',
      help: ['个人填工号；单位、队伍、工作室填编码或名称', 'employee number of a person; else the code or name'],
    },
    {
      key: 'criterion',
      label: ['指标', 'criterion'],
      aliases: ['项目', '考核指标'],
      kind: 'choice',
      given: true,
      example: '成绩（秒）',
      help: ['本阶段只有一项时可以不填', 'may be empty where the stage has one'],
    },
    {
      key: 'value',
      label: ['成绩', 'result'],
      aliases: ['分值', '得分', '数值'],
      kind: 'number',
      schema: decimal,
      example: '92.5',
      help: [
        '成绩、用时、等级、次数、未参赛或未完赛恰填一栏',
        'fill in exactly one of result, time, level, times and absence',
      ],
    },
    {
      key: 'time',
      label: ['用时', 'time'],
      aliases: ['时间'],
      kind: 'text',
      example: '21:35.4',
      help: ['时:分:秒、分:秒或秒', 'hours:minutes:seconds, minutes:seconds or seconds'],
    },
    { key: 'level', label: ['等级', 'level'], aliases: ['等次'], kind: 'choice', example: '良好' },
    {
      key: 'times',
      label: ['次数', 'times'],
      aliases: ['犯规次数', '扣罚次数'],
      kind: 'number',
      schema: z.int().min(0).max(1000),
      example: '2',
      help: ['按次扣分或加分的指标只有一种情形时填次数', 'of a criterion that counts one kind of event'],
    },
    {
      key: 'absence',
      label: ['未参赛或未完赛', 'absence'],
      aliases: ['备注', '状态'],
      kind: 'choice',
      labels: labelsOfKind('contestAbsence'),
      example: '未完赛',
    },
  ],
  keyOf: ({ contestant, criterion = '' }) => `${contestant} ${criterion}`,
  async labels({ params, read, states }) {
    const site = await siteOf(params.id, read);
    if (!site) return refuse('not-found', { what: params.id });
    const entered = enteredIn(site.contest.body, site.ref);
    const levels = entered.flatMap(({ measure }) => (measure?.kind === 'level' ? measure.levels : []));
    return {
      contestant: await contestantLabels(site.contest.contest, site.stage.track, read, states),
      criterion: Object.fromEntries(entered.map(({ id, label }) => [id, zh(label)])),
      level: Object.fromEntries(levels.map(({ id, label }) => [id, zh(label)])),
    };
  },
  async known({ params, read, states }) {
    const site = (await siteOf(params.id, read))!;
    const rows = await takingPart(site.contest.contest, site.stage.track, read);
    const names = await namesOf(rows, states);
    const entered = enteredIn(site.contest.body, site.ref);
    const coded = rows.flatMap(({ contestant }) => names.get(contestant)?.code ?? []).sort();
    return coded.flatMap((contestant) => entered.map(({ id }) => ({ contestant, criterion: id })));
  },
  async isNew({ contestant, criterion = '' }, { params, read }) {
    const row = await read.get(performances, performanceId(params.id, contestant));
    return !row || !(criterion in row.marks);
  },
  async handle({ contestant, criterion, ...cells }, { params, read }) {
    const site = await recordable(params.id, contestant, false, read);
    if (isRefusal(site)) return site;
    const given = givenIn(cells, criterion, enteredIn(site.contest.body, site.ref));
    if (isRefusal(given)) return given;
    const refusal = await fromElsewhere(site, { contestant, marks: given.marks }, read);
    if (refusal) return refusal;
    const id = performanceId(params.id, contestant);
    const before = await read.get(performances, id);
    if (before && JSON.stringify(merged(before, given)) === JSON.stringify(merged(before, { marks: {} })))
      return undefined;
    return performanceCommand(id, 'record', { ...about(site), contestant, ...given });
  },
});

interface Cells {
  value?: number | undefined;
  time?: string | undefined;
  level?: string | undefined;
  times?: number | undefined;
  absence?: 'did-not-start' | 'did-not-finish' | 'disqualified' | undefined;
}
type Given = { marks: Record<string, Mark>; absence?: Cells['absence'] };
function givenIn(cells: Cells, criterion: string | undefined, entered: readonly Criterion[]): Given | Refusal {
  const filled = Object.values(cells).filter((each) => each !== undefined);
  if (filled.length !== 1)
    return rowFault(
      'value',
      '「成绩」「用时」「等级」「次数」「未参赛或未完赛」应恰填一栏',
      '“result”, “time”, “level”, “times” and “absence”: fill in exactly one',
    );
  if (cells.absence) return { marks: {}, absence: cells.absence };
  const own = criterion === undefined && entered.length === 1 ? entered[0] : entered.find(({ id }) => id === criterion);
  if (!own) return rowFault('criterion', '请填写「指标」', 'enter the “criterion”');
  const mark = markOf(cells, own);
  return isRefusal(mark) ? mark : { marks: { [own.id]: mark } };
}
function markOf({ value, time, level, times }: Cells, { measure }: Criterion): Mark | Refusal {
  if (value !== undefined) return { value };
  if (level !== undefined) return { level };
  if (time !== undefined) {
    const seconds = secondsOf(time);
    return seconds === undefined
      ? rowFault('time', '「用时」应如 21:35.4', '“time” must be such as 21:35.4')
      : { value: seconds };
  }
  const [one, ...more] = measure?.kind === 'events' ? measure.tariff : [];
  if (!one || more.length > 0)
    return rowFault('times', '该指标不按次数填报', 'this criterion does not count one kind of event');
  return { events: times ? [{ code: one.id, times }] : [] };
}

async function contestantLabels(contest: string, track: string, read: Read, states: Request['states']) {
  const rows = await takingPart(contest, track, read);
  const names = await namesOf(rows, states);
  return Object.fromEntries(
    rows.map(({ contestant, entrant: { type } }) => {
      const { code, name } = names.get(contestant) ?? {};
      const called = type === 'person' ? [code] : [name, code];
      return [contestant, called.filter((each) => each !== undefined)];
    }),
  );
}
