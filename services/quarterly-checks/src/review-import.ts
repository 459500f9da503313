// Year-end reviews of a competition from a file: one criterion of one entrant a row.
import {
  amount,
  decimal,
  id,
  labelledUnit,
  type Mark,
  mark,
  otherUnitName,
  prose,
  type Read,
  type Refusal,
  refuse,
  reviewId,
  rowFault,
  unitColumn,
  unitNameColumn,
} from '@jiangong/contracts';
import { imports, labelsMentioned } from '@jiangong/service-kit';
import { z } from 'zod';
import { launchedOf } from './assemble.ts';
import { applies, criteriaOf } from './criteria.ts';
import { stagesOf } from './evaluate.ts';
import { isSameMark, markOf } from './mark-cells.ts';
import { measuredIn } from './measured.ts';
import { reviewRequest } from './review-request.ts';
import { type EntryRow, entries, type LaunchedRow, reviews } from './views.ts';

const proof = z.string().min(1).max(2000);

/** What is entered at the end of the year, by track. */
function annualOf({ tracks }: LaunchedRow) {
  return tracks.flatMap(({ track, label, body }) => {
    const stage = stagesOf(body, track).annual?.id;
    return stage === undefined ? [] : [{ track, label, body, stage, criteria: criteriaOf(body, track, stage) }];
  });
}
type Entered = EntryRow & { entrant: NonNullable<EntryRow['entrant']>; track: string };
async function enteredIn(competition: string, read: Read): Promise<Entered[]> {
  const all = await read.all(entries, { competition, standing: 'accepted' });
  const known = all.filter((row): row is Entered => row.entrant !== undefined && row.track !== undefined);
  return known.sort((a, b) => (a.entrant.code < b.entrant.code ? -1 : 1));
}

export const reviewImport = imports('/competitions/:id/reviews/import', {
  summary: ['批量导入年终评审', 'Import year-end reviews'],
  roles: ['organiser', 'checker'],
  params: z.object({ id }),
  columns: [
    { ...unitColumn, required: true, given: true },
    unitNameColumn,
    {
      key: 'track',
      label: ['赛道', 'track'],
      aliases: ['参赛赛道'],
      kind: 'choice',
      given: true,
      help: ['单位参加了几个赛道时填写', 'where the unit has entered more than one track'],
    },
    {
      key: 'criterion',
      label: ['指标', 'criterion'],
      aliases: ['考核指标', '指标编码', '指标名称', '评审项'],
      kind: 'choice',
      required: true,
      given: true,
      example: '年终评议',
    },
    {
      key: 'value',
      label: ['分值', 'points'],
      aliases: ['得分', '分数', '评分', '数值'],
      kind: 'number',
      schema: decimal,
      example: '18',
    },
    {
      key: 'plan',
      label: ['计划', 'plan'],
      aliases: ['计划数', '年度计划'],
      kind: 'number',
      schema: amount,
      example: '1000',
      help: ['按完成率计分的指标，与「完成」一并填写', 'with “done”, of a criterion measured by both'],
    },
    {
      key: 'done',
      label: ['完成', 'done'],
      aliases: ['完成数', '实际', '实际完成'],
      kind: 'number',
      schema: amount,
      example: '1080',
    },
    { key: 'level', label: ['等级', 'level'], aliases: ['评级', '档次'], kind: 'text' },
    {
      key: 'events',
      label: ['事项', 'events'],
      aliases: ['扣分事项', '加分事项'],
      kind: 'text',
      help: [
        '事项×次数：对象，几件用分号分隔；没有填“无”',
        'event×times：subject, separated by semicolons; 无 for none',
      ],
    },
    { key: 'na', label: ['不予评定', 'not assessed'], aliases: ['不予评定原因'], kind: 'text', schema: proof },
    {
      key: 'evidence',
      label: ['依据', 'evidence'],
      aliases: ['佐证', '评分依据'],
      kind: 'list',
      schema: z.array(proof).max(100),
    },
    {
      key: 'reason',
      label: ['理由', 'reason'],
      aliases: ['更正理由', '原因'],
      kind: 'text',
      schema: prose,
      help: ['年终考评完成后更正的必填', 'required once the year is evaluated'],
    },
  ],
  keyOf: ({ unit, track = '', criterion }) => `${unit} ${track} ${criterion}`,
  async labels({ params, read }, mentioned) {
    const launched = await launchedOf(params.id, read);
    if (!launched) return refuse('not-found', { what: params.id });
    const annual = annualOf(launched);
    const all = await enteredIn(params.id, read);
    return {
      unit: await labelsMentioned(
        mentioned?.('unit'),
        async (code) => labelledUnit(all.find(({ entrant }) => entrant.code === code)?.entrant),
        async () => all.map(({ entrant }) => labelledUnit(entrant)!),
      ),
      track: Object.fromEntries(annual.map(({ track, label }) => [track, label])),
      criterion: Object.fromEntries(annual.flatMap(({ criteria }) => criteria.map(({ id, label }) => [id, label]))),
    };
  },
  async known({ params, read, actor }) {
    const annual = annualOf((await launchedOf(params.id, read))!);
    return (await enteredIn(params.id, read)).flatMap(({ track, entrant: { code, name, group } }) =>
      (annual.find((each) => each.track === track)?.criteria ?? [])
        .filter(({ owner }) => actor.roles.includes('organiser') || actor.departments.includes(owner))
        .filter((criterion) => applies(criterion, group))
        .map(({ id }) => ({ unit: code, unitName: name, track, criterion: id })),
    );
  },
  async isNew({ unit, track, criterion }, { params, read }) {
    const all = await read.all(reviews, { competition: params.id });
    const own = all.filter(({ entrant }) => entrant.code === unit && (track === undefined || entrant.track === track));
    return !own.some(({ marks }) => criterion in marks);
  },
  async handle({ unit, unitName, track, criterion, plan, done, reason, ...cells }, { params, read, actor }) {
    const annual = annualOf((await launchedOf(params.id, read))!);
    const all = (await enteredIn(params.id, read)).filter(({ entrant }) => entrant.code === unit);
    const asked = all.filter((each) => track === undefined || each.track === track);
    const fitting = asked.filter((each) => hasCriterion(annual, each.track, criterion));
    const [entry] = fitting;
    if (!entry) return rowFault('criterion', '该单位所在赛道没有这一指标', 'the unit’s track has no such criterion');
    if (fitting.length > 1)
      return rowFault(
        'track',
        '单位参加了几个赛道，请填写「赛道」',
        'the unit has entered several tracks: fill in “track”',
      );
    const wrongName = otherUnitName(unitName, entry.entrant);
    if (wrongName) return wrongName;
    const { body, stage } = annual.find((each) => each.track === entry.track)!;
    const found =
      ratioOf(plan, done, cells) ?? markOf(measuredIn({ body, track: entry.track, stage }, criterion), cells);
    if ('refused' in found) return found;
    const before = (await read.get(reviews, reviewId(entry.entry)))?.marks[criterion];
    if (before && isSameMark(before, found)) return undefined;
    return reviewRequest(entry.entry, { [criterion]: found }, reason, {
      read,
      actor,
    });
  },
});

const hasCriterion = (annual: ReturnType<typeof annualOf>, track: string, criterion: string) =>
  annual.find((each) => each.track === track)?.criteria.some(({ id }) => id === criterion) ?? false;

interface Cells {
  value?: unknown;
  level?: unknown;
  events?: unknown;
  na?: unknown;
  evidence: string[];
}
/** Plan and work done, where they are given; undefined: something else is. */
function ratioOf(plan: number | undefined, done: number | undefined, cells: Cells): Mark | Refusal | undefined {
  if (plan === undefined && done === undefined) return undefined;
  const { value, level, events, na, evidence } = cells;
  const isAlone = [value, level, events, na].every((each) => each === undefined);
  if (plan === undefined || done === undefined || !isAlone)
    return rowFault(
      plan === undefined ? 'plan' : 'done',
      '「计划」与「完成」应一并填写，且不填分值、等级、事项、不予评定',
      '“plan” and “done” come together, without points, level, events and not assessed',
    );
  return mark.parse({ plan, done, ...(evidence.length > 0 ? { evidence } : {}) });
}
