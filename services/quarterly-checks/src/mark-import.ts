// Marks of a round from a file: units, criteria, levels and events by their codes or by what they are called.
import { decimal, id, labelledUnit, otherUnitName, refuse, unitColumn, unitNameColumn } from '@jiangong/contracts';
import { imports, labelsMentioned } from '@jiangong/service-kit';
import { z } from 'zod';
import { checkCommand } from './check.ts';
import { checkByCode, checksByCode } from './checks-by-code.ts';
import { applies, criteriaOf } from './criteria.ts';
import { isSameMark, markOf, mergedCells } from './mark-cells.ts';
import { measuredIn } from './measured.ts';
import type { Round } from './round.ts';
import { rounds } from './views.ts';

const proof = z.string().min(1).max(2000);

export const markImport = imports('/rounds/:id/marks/import', {
  summary: ['批量导入评分', 'Import marks'],
  roles: ['checker', 'organiser'],
  params: z.object({ id }),
  within: ({ id }) => `round/${id}`,
  columns: [
    { ...unitColumn, required: true, given: true },
    unitNameColumn,
    {
      key: 'criterion',
      label: ['指标', 'criterion'],
      aliases: ['考核指标', '指标编码', '指标名称'],
      kind: 'choice',
      required: true,
      given: true,
      example: '安全生产',
      help: ['指标的名称或代码', 'the name or code of the criterion'],
    },
    {
      key: 'value',
      label: ['分值', 'points'],
      aliases: ['得分', '分数', '评分', '数值'],
      kind: 'number',
      schema: decimal,
      example: '4.5',
      help: [
        '分值、等级、事项、不予评定四栏恰填一栏；95% 读作 95',
        'fill in exactly one of points, level, events and not assessed; 95% is 95',
      ],
    },
    { key: 'level', label: ['等级', 'level'], aliases: ['评级', '档次'], kind: 'text', example: '良好' },
    {
      key: 'events',
      label: ['事项', 'events'],
      aliases: ['扣分事项', '加分事项', '扣分加分事项'],
      kind: 'text',
      example: '隐患×2：东侧基坑；返工',
      help: [
        '事项×次数：对象，几件用分号分隔；没有填“无”',
        'event×times：subject, separated by semicolons; 无 for none',
      ],
    },
    {
      key: 'na',
      label: ['不予评定', 'not assessed'],
      aliases: ['不予评定原因', '不评定原因'],
      kind: 'text',
      schema: proof,
      example: '现场移交',
      help: ['不予评定的原因', 'why it cannot be assessed'],
    },
    {
      key: 'evidence',
      label: ['依据', 'evidence'],
      aliases: ['佐证', '佐证材料', '评分依据'],
      kind: 'list',
      schema: z.array(proof).max(100),
      example: '检查记录 3',
    },
  ],
  keyOf: ({ unit, criterion }) => `${unit} ${criterion}`,
  merge: mergedCells,
  async labels({ params, read }, mentioned) {
    const round = await read.get(rounds, params.id);
    if (!round) return refuse('not-found', { what: params.id });
    return {
      unit: await labelsMentioned(
        mentioned?.('unit'),
        async (code) => labelledUnit((await checkByCode(round, code, read))?.entrant),
        async () => (await checksByCode(round, read)).map(({ entrant }) => labelledUnit(entrant)!),
      ),
      criterion: Object.fromEntries(enteredIn(round).map(({ id, label }) => [id, label])),
    };
  },
  async known({ params, read, actor }) {
    const round = (await read.get(rounds, params.id))!;
    const own = enteredIn(round).filter(
      ({ owner }) => actor.roles.includes('organiser') || actor.departments.includes(owner),
    );
    return (await checksByCode(round, read)).flatMap(({ entrant: { code, name, group } }) =>
      own
        .filter((criterion) => applies(criterion, group))
        .map(({ id }) => ({ unit: code, unitName: name, criterion: id })),
    );
  },
  async isNew({ unit, criterion }, { params, read }) {
    const round = (await read.get(rounds, params.id))!;
    const check = await checkByCode(round, unit, read);
    return !Object.values(check?.sheets ?? {}).some(({ marks }) => criterion in marks);
  },
  async handle({ unit, unitName, criterion: id, ...cells }, { params, read }) {
    const round = (await read.get(rounds, params.id))!;
    const check = (await checkByCode(round, unit, read))!;
    const wrongName = otherUnitName(unitName, check.entrant);
    if (wrongName) return wrongName;
    const mark = markOf(measuredIn(round, id), cells);
    if ('refused' in mark) return mark;
    const before = Object.values(check.sheets).find(({ marks }) => id in marks)?.marks[id];
    return before && isSameMark(before, mark)
      ? undefined
      : checkCommand(check.check, 'enter-mark', { criterion: id, mark });
  },
});

/** The criteria that departments enter in their sheets. */
const enteredIn = ({ body, track, stage, period }: Round) =>
  criteriaOf(body, track, stage, period.id).filter(({ from }) => from === 'sheet');
