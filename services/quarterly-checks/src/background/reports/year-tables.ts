// The whole year as tables: places of quarters and year, every item, vetoes, corrections, appeals; for those who hold and judge it.
import {
  isRefusal,
  type Mark,
  type Refusal,
  roundId,
  type StandingsView,
  type Table,
  valueLabels,
} from '@jiangong/contracts';
import type { Request } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { checksIn, launchedOf } from '../../assemble.ts';
import type { Check } from '../../check-state.ts';
import { type CodeLabels, codeLabelsOf, criteriaOf, departmentsOf, sheetOf, zh } from '../../criteria.ts';
import { type Body, published, stagesOf } from '../../evaluate.ts';
import { submittedMarks } from '../../sheet.ts';
import { type LaunchedRow, reviews, rounds } from '../../views.ts';
import { rankingFor } from '../rankings.ts';
import { type CodeNames, markText } from './mark-text.ts';

type ReportRequest = Pick<Request, 'read' | 'actor' | 'companion'>;
type Row = (string | number | null)[];
/** The day that it was here. */
const dayOf = (at: string | undefined) => (at === undefined ? null : businessDateOf(at));
const UNIT = [{ title: '单位编码' }, { title: '单位', width: 28 }, { title: '组别' }];

/** Undefined if there is no such competition. */
export async function yearTables(
  competition: string,
  request: ReportRequest,
): Promise<{ name: string; tables: Table[] } | Refusal | undefined> {
  const launched = await launchedOf(competition, request.read);
  if (!launched) return undefined;
  const places = await placesOf(launched, request);
  if (isRefusal(places)) return places;
  const found = await checksOfYear(launched, request);
  const items = [...found.items, ...(await reviewItems(launched, request))];
  return { name: launched.name, tables: [...places, ...tablesOf({ ...found, items })] };
}

/** A sheet for each track's year, and one for all periods of it, with a column for each item. */
async function placesOf(launched: LaunchedRow, request: ReportRequest): Promise<Table[] | Refusal> {
  const tables: Table[] = [];
  for (const { track, label, periods, body } of launched.tracks) {
    const periodic: { table: Table; period: string }[] = [];
    for (const period of [undefined, ...periods.map(({ id }) => id)]) {
      const ranking = await rankingFor(launched.competition, { track, period }, request);
      if (!ranking) continue;
      if (isRefusal(ranking)) return ranking;
      const table = standingsTable(ranking, body);
      if (period === undefined) tables.push({ ...table, name: `${label}年度` });
      else periodic.push({ table, period: ranking.periodLabel ?? period });
    }
    const [first] = periodic;
    if (!first) continue;
    const rows = periodic.flatMap(({ table, period }) => table.rows.map((row) => [period, ...row]));
    tables.push({ name: `${label}各期`, columns: [{ title: '周期' }, ...first.table.columns], rows });
  }
  return tables;
}

const score = (title: string) => ({ title, kind: 'score' as const });
const statuses = { scored: '', 'not-assessable': '不予评定', pending: '待评', invalid: '本期无效' };
/** Standings with the points of each item of the sheet. */
export function standingsTable(view: StandingsView, body: Body): Table {
  const { criteria, adjustments } = sheetOf(body, view.track, view.stage);
  const nodes = [...criteria, ...(adjustments?.items ?? [])];
  const honours = new Map<string, string[]>();
  for (const { label, granted } of view.honours)
    for (const { entry } of granted) honours.set(entry, [...(honours.get(entry) ?? []), label]);
  const texts = ['等级', '状态', '否决情形', '荣誉'].map((title) => ({ title }));
  return {
    name: view.trackLabel,
    columns: [{ title: '名次' }, ...UNIT, score('得分'), ...texts, ...nodes.map(({ label }) => score(zh(label)))],
    rows: view.items.map((item) => [
      ...[item.place, item.code, item.name, item.groupLabel, item.score, item.bandLabel],
      item.bars.length > 0 ? '不参评' : statuses[item.status],
      item.bars.map(({ label }) => label).join('；'),
      (honours.get(item.entry) ?? []).join('、'),
      ...nodes.map(({ id }) => published(item.figures[id] ?? null)),
    ]),
  };
}

interface Found {
  items: Row[];
  vetoes: Row[];
  corrections: Row[];
  appeals: Row[];
}
function tablesOf({ items, vetoes, corrections, appeals }: Found): Table[] {
  const head = [{ title: '赛道' }, { title: '周期' }, ...UNIT];
  const wide = (title: string) => ({ title, width: 40 });
  const date = (title: string) => ({ title, width: 12, kind: 'date' as const });
  return [
    {
      name: '评分明细',
      columns: [
        ...head,
        { title: '部门' },
        { title: '指标' },
        wide('填报内容'),
        score('得分'),
        wide('依据'),
        date('日期'),
      ],
      rows: items,
    },
    { name: '一票否决', columns: [...head, wide('情形'), { title: '影响' }, wide('依据'), date('日期')], rows: vetoes },
    {
      name: '更正',
      columns: [...head, { title: '版次' }, wide('理由'), score('更正前'), score('更正后')],
      rows: corrections,
    },
    {
      name: '申诉',
      columns: [
        ...head,
        { title: '对象' },
        wide('理由'),
        date('提出日期'),
        { title: '结果' },
        wide('认定'),
        date('决定日期'),
      ],
      rows: appeals,
    },
  ];
}

async function checksOfYear(launched: LaunchedRow, { read }: ReportRequest): Promise<Found> {
  const found: Found = { items: [], vetoes: [], corrections: [], appeals: [] };
  for (const { track, periods } of launched.tracks)
    for (const { id: period } of periods) {
      const round = await read.get(rounds, roundId(launched.competition, track, period));
      if (!round) continue;
      const names = codeLabelsOf(round.body, track, round.stage);
      const ordered = (await Array.fromAsync(checksIn(round, read))).sort(byCode);
      for (const check of ordered) {
        const { code, name, group } = check.entrant;
        const head = [round.trackLabel, round.period.label, code, name, groupLabel(launched, track, group)];
        found.items.push(...itemRows(check, head, names));
        found.vetoes.push(...vetoRows(check, head));
        found.corrections.push(...correctionRows(check, head));
        found.appeals.push(...appealRows(check, head));
      }
    }
  return found;
}
const byCode = (a: Check, b: Check) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const groupLabel = ({ tracks }: LaunchedRow, track: string, group: string | undefined) =>
  tracks.find((each) => each.track === track)?.groups.find(({ id }) => id === group)?.label ?? group ?? '';

/** What counts: the sealed inputs, before that what was submitted. */
function itemRows(check: Check, head: Row, names: CodeLabels): Row[] {
  const inputs = check.sealed?.inputs ?? submittedMarks(check);
  return check.criteria.flatMap(({ id, label, owner }) => {
    const mark = inputs[id];
    if (!mark) return [];
    const department = check.departments.find((each) => each.id === owner)?.label ?? owner;
    const points = check.sealed ? published(check.sealed.result.figures[id] ?? null) : null;
    return [[...head, department, label, ...markRow(mark, names[id], points)]];
  });
}
const markRow = (mark: Mark, names: CodeNames | undefined, points: number | null): Row => [
  markText(mark, names ?? {}),
  points,
  (mark.evidence ?? []).join('；'),
  dayOf(mark.at),
];

const levels = { item: '该项不得分', stage: '本期不参评', year: '本年不参评' };
/** Those that the sealed result has; before that those that were raised. */
function vetoRows({ vetoes, vetoRules, sealed }: Check, head: Row): Row[] {
  const rules = new Map(vetoRules.map((rule) => [rule.id, rule]));
  const raised = vetoes.map(({ kind, evidence, at }) => ({ id: kind, evidence, at }));
  return (sealed?.vetoes ?? raised).map(({ id, evidence = [], at }) => {
    const rule = rules.get(id);
    const effect = rule?.bars ? levels[rule.bars] : levels.item;
    return [...head, rule?.label ?? id, effect, evidence.join('；'), dayOf(at)];
  });
}

function correctionRows({ earlier, sealed }: Check, head: Row): Row[] {
  const all = sealed ? [...earlier, sealed] : [];
  return all.slice(1).map(({ revision, reason = '', result }, at) => {
    return [...head, revision, reason, published(all[at]!.result.score), published(result.score)];
  });
}

const appealRows = ({ appeals = {} }: Check, head: Row): Row[] =>
  Object.values(appeals).map(({ itemLabel, reason, at, status, decided }) => [
    ...head,
    itemLabel,
    reason,
    dayOf(at),
    valueLabels.appeal[status],
    decided?.finding ?? null,
    dayOf(decided?.at),
  ]);

/** What was entered at the end of the year. */
async function reviewItems(launched: LaunchedRow, { read }: ReportRequest): Promise<Row[]> {
  const { competition } = launched;
  const all = await read.all(reviews, { competition });
  return all.flatMap(({ track, entrant, marks }) => {
    const own = launched.tracks.find((each) => each.track === track);
    const stage = own && stagesOf(own.body, track).annual?.id;
    if (!own || stage === undefined) return [];
    const criteria = new Map(criteriaOf(own.body, track, stage).map((each) => [each.id, each]));
    const departments = new Map(departmentsOf(own.body).map(({ id, label }) => [id, label]));
    const names = codeLabelsOf(own.body, track, stage);
    const head = [own.label, '年度', entrant.code, entrant.name, groupLabel(launched, track, entrant.group)];
    return Object.entries(marks).map(([id, mark]) => {
      const { label = id, owner = '' } = criteria.get(id) ?? {};
      return [...head, departments.get(owner) ?? '', label, ...markRow(mark, names[id], null)];
    });
  });
}
