// Plans and progress of a round from files: an amount or a milestone a row.
import {
  type Actor,
  amount,
  id,
  labelledUnit,
  otherUnitName,
  prose,
  type Read,
  type Refusal,
  refuse,
  rowFault,
  unitColumn,
  unitNameColumn,
} from '@jiangong/contracts';
import { definedOnly, imports, labelsMentioned, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { checkCommand } from './check.ts';
import type { Check } from './check-state.ts';
import { checkByCode, checksByCode } from './checks-by-code.ts';
import { applies, criteriaOf } from './criteria.ts';
import type { Round } from './round.ts';
import { rounds } from './views.ts';
import { isNewInPlan, isNewProgress } from './work-cells.ts';

const workColumns = [
  { ...unitColumn, required: true, given: true },
  unitNameColumn,
  {
    key: 'criterion',
    label: ['指标', 'criterion'],
    aliases: ['考核指标', '指标编码', '指标名称'],
    kind: 'choice',
    required: true,
    given: true,
    example: '形象进度',
    help: ['按计划与完成计分的指标，名称或代码', 'a criterion measured by plan and work done'],
  },
  {
    key: 'part',
    label: ['节点', 'milestone'],
    aliases: ['节点名称', '进度节点', '形象部位', '部位'],
    kind: 'text',
    given: true,
    schema: z.string().min(1).max(200),
    example: '主体结构',
    help: ['不分节点的不填', 'empty where there is one amount'],
  },
] as const;

const worksIn = ({ body, track, stage, period }: Round) =>
  criteriaOf(body, track, stage, period.id).filter(({ from }) => from === 'work');

async function labelsOf(id: string, read: Read, mentioned?: (column: string) => readonly string[]) {
  const round = await read.get(rounds, id);
  if (!round) return refuse('not-found', { what: id });
  return {
    unit: await labelsMentioned(
      mentioned?.('unit'),
      async (code) => labelledUnit((await checkByCode(round, code, read))?.entrant),
      async () => (await checksByCode(round, read)).map(({ entrant }) => labelledUnit(entrant)!),
    ),
    criterion: Object.fromEntries(worksIn(round).map(({ id, label }) => [id, label])),
  };
}

/** The milestones of the checks that somebody may fill in; a criterion that is not planned is a row without one. */
async function knownOf(id: string, { read, actor }: Pick<Request, 'read' | 'actor'>) {
  const round = (await read.get(rounds, id))!;
  const own = (await checksByCode(round, read)).filter((check) => isFor(actor, check));
  return own.flatMap(({ entrant: { code, name, group }, plan }) =>
    worksIn(round)
      .filter((criterion) => applies(criterion, group))
      .flatMap(({ id }) => {
        const item = plan?.items[id];
        const row = { unit: code, unitName: name, criterion: id };
        return item && 'parts' in item ? item.parts.map(({ label }) => ({ ...row, part: label })) : [row];
      }),
  );
}
const isFor = ({ roles, units }: Actor, { entrant }: Check) =>
  roles.includes('organiser') || roles.includes('checker') || units.includes(entrant.unit);

interface Named {
  unit: string;
  unitName?: string | undefined;
}
async function checkOf({ unit, unitName }: Named, id: string, read: Read): Promise<Check | Refusal> {
  const round = (await read.get(rounds, id))!;
  const check = (await checkByCode(round, unit, read))!;
  return otherUnitName(unitName, check.entrant) ?? check;
}

export const planImport = imports('/rounds/:id/plans/import', {
  summary: ['批量导入计划', 'Import plans'],
  roles: ['entrant', 'organiser'],
  params: z.object({ id }),
  within: ({ id }) => `round/${id}`,
  columns: [
    ...workColumns,
    {
      key: 'plan',
      label: ['计划', 'plan'],
      aliases: ['计划量', '计划值', '计划数'],
      kind: 'number',
      required: true,
      schema: amount,
      example: '100',
    },
    {
      key: 'weight',
      label: ['权重', 'weight'],
      aliases: ['节点权重'],
      kind: 'number',
      schema: amount,
      example: '60',
      help: ['有节点的必填', 'required of a milestone'],
    },
    {
      key: 'due',
      label: ['计划日期', 'due date'],
      aliases: ['完成日期', '节点日期'],
      kind: 'date',
      example: '2024-03-20',
    },
    {
      key: 'reason',
      label: ['事由', 'reason'],
      aliases: ['原因', '理由', '调整原因'],
      kind: 'text',
      schema: prose,
      example: '设计变更',
      help: ['检查开启后由组织者调整的必填', 'required once the round is open'],
    },
  ],
  keyOf: ({ unit, criterion, part = '' }) => `${unit} ${criterion} ${part}`,
  labels: ({ params, read }, mentioned) => labelsOf(params.id, read, mentioned),
  known: ({ params, ...request }) => knownOf(params.id, request),
  async isNew({ unit, criterion, part }, { params, read }) {
    const check = await checkOf({ unit }, params.id, read);
    return !('refused' in check) && isNewInPlan(check, criterion, part);
  },
  async handle({ unit, unitName, criterion, part, plan, weight, due, reason }, { params, read }) {
    const check = await checkOf({ unit, unitName }, params.id, read);
    if ('refused' in check) return check;
    if ((part === undefined) !== (weight === undefined))
      return rowFault(
        part === undefined ? 'part' : 'weight',
        '有节点的须填「权重」，有权重的须填「节点」',
        'a milestone needs a weight, and a weight a milestone',
      );
    const milestone = part === undefined ? {} : { part: { label: part, weight: weight!, ...definedOnly({ due }) } };
    return checkCommand(check.check, 'enter-plan', { criterion, plan, ...milestone, ...definedOnly({ reason }) });
  },
});

export const progressImport = imports('/rounds/:id/progress/import', {
  summary: ['批量导入完成情况：上报，或核验', 'Import progress: reports, or verifications'],
  roles: ['entrant', 'organiser', 'checker'],
  params: z.object({ id }),
  within: ({ id }) => `round/${id}`,
  columns: [
    ...workColumns,
    {
      key: 'done',
      label: ['完成', 'done'],
      aliases: ['实际完成', '完成量', '实际', '完成值'],
      kind: 'number',
      required: true,
      schema: amount,
      example: '95',
    },
    {
      key: 'accepted',
      label: ['验收合格', 'accepted'],
      aliases: ['验收合格量', '合格量', '核验'],
      kind: 'number',
      schema: amount,
      example: '90',
      help: ['核验的部门填写；单位上报的不填', 'filled in by the department that verifies'],
    },
  ],
  keyOf: ({ unit, criterion, part = '' }) => `${unit} ${criterion} ${part}`,
  labels: ({ params, read }, mentioned) => labelsOf(params.id, read, mentioned),
  known: ({ params, ...request }) => knownOf(params.id, request),
  async isNew({ unit, unitName: _, ...work }, { params, read }) {
    const check = await checkOf({ unit }, params.id, read);
    return !('refused' in check) && isNewProgress(check, work);
  },
  async handle({ unit, unitName, ...work }, { params, read }) {
    const check = await checkOf({ unit, unitName }, params.id, read);
    if ('refused' in check) return check;
    return checkCommand(check.check, 'enter-progress', definedOnly(work) as typeof work);
  },
});
