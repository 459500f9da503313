// What a stage of a scheme asks people for: the leaves of its sheet that somebody must enter, and whose they are.
import type { CheckCriterion, Mark } from '@jiangong/contracts';
import { type Refusal, refuse } from '@jiangong/contracts';
import type { Criterion, Sheet } from '@jiangong/scoring';
import { type Body, schemeOf } from './evaluate.ts';

type Label = Criterion['label'];
export const zh = (label: Label): string => (typeof label === 'string' ? label : label.zh);

export function sheetOf(body: Body, track: string, stage: string): Sheet {
  const scheme = schemeOf(body);
  const found = scheme.tracks.find(({ id }) => id === track)?.stages.find(({ id }) => id === stage);
  if (!found) throw new Error(`the scheme has no stage ${track}.${stage}`);
  const { sheet } = found;
  if (typeof sheet !== 'string') return sheet;
  const named = scheme.sheets?.find(({ id }) => id === sheet);
  if (!named) throw new Error(`the scheme has no sheet ${sheet}`);
  return named;
}

/** The departments of the scheme, in Chinese. */
export const departmentsOf = (body: Body) =>
  (schemeOf(body).departments ?? []).map(({ id, label }) => ({ id, label: zh(label) }));

export const vetoesOf = (body: Body, track: string, stage: string) =>
  (sheetOf(body, track, stage).vetoes ?? []).map(({ id, label, zero, bars, raisedBy }) => ({
    id,
    label: zh(label),
    ...(zero ? { zero } : {}),
    ...(bars ? { bars } : {}),
    ...(raisedBy ? { raisedBy } : {}),
  }));

/**
 * The criteria of a stage that are entered by people, in the sheet's order. With a period, plan and work done come by
 * plan and verified progress, and the ratio that validity asks for comes from the days on site; at the end of the year
 * everything is entered as a mark.
 */
export function criteriaOf(body: Body, track: string, stage: string, period?: string): CheckCriterion[] {
  const sheet = sheetOf(body, track, stage);
  const main = sheet.criteria.find(({ id }) => id === sheet.main?.criterion)?.owner;
  const fallback = main ?? schemeOf(body).departments?.[0]?.id ?? 'union';
  const validity = new Set((sheet.validIf ?? []).map(({ figure }) => figure));
  const leaves = (nodes: readonly Criterion[], inherited: Criterion[], adjustment: boolean): CheckCriterion[] =>
    nodes.flatMap((node) => {
      const path = [...inherited, node];
      if (node.of) return leaves(node.of, path, adjustment);
      const measure = node.measure;
      if (!measure || measure.kind === 'collect' || measure.kind === 'figure') return [];
      const only = path.map((each) => each.only).filter((groups) => groups !== undefined);
      const onSite = node.points === undefined && validity.has(`${node.id}.raw`);
      const from = period === undefined || measure.kind !== 'ratio' ? 'sheet' : onSite ? 'site-days' : 'work';
      const due = node.due ?? !adjustment;
      return [
        {
          id: node.id,
          label: zh(node.label),
          owner: path.findLast(({ owner }) => owner)?.owner ?? fallback,
          from,
          kind: measure.kind,
          ...(node.points === undefined ? {} : { points: node.points }),
          ...mostOf(node),
          ...codesOf(measure),
          ...(only.length > 0 ? { only: only.reduce((a, b) => a.filter((group) => b.includes(group))) } : {}),
          due: Array.isArray(due) ? period !== undefined && due.includes(period) : due,
        } satisfies CheckCriterion,
      ];
    });
  return [...leaves(sheet.criteria, [], false), ...leaves(sheet.adjustments?.items ?? [], [], true)];
}

/** Points are bounded; a measurement that a scale turns into points is not. */
function mostOf({ measure, scale, points }: Criterion): { most?: number } {
  if (measure?.kind !== 'value' || scale) return {};
  const most = measure.outOf ?? points;
  return most === undefined ? {} : { most };
}
/** The events or levels that can be entered. */
function optionsOf(measure: Criterion['measure']): readonly { id: string; label: Label }[] | undefined {
  if (measure?.kind === 'events') return measure.tariff;
  return measure?.kind === 'level' ? measure.levels : undefined;
}
function codesOf(measure: Criterion['measure']): { codes?: string[] } {
  const options = optionsOf(measure);
  return options ? { codes: options.map(({ id }) => id) } : {};
}

/** What the codes of events and levels are called, by criterion. */
export type CodeLabels = Record<string, Record<string, string>>;
export function codeLabelsOf(body: Body, track: string, stage: string): CodeLabels {
  const { criteria, adjustments } = sheetOf(body, track, stage);
  const labels: CodeLabels = {};
  const walk = (nodes: readonly Criterion[]) => {
    for (const { id, of, measure } of nodes) {
      if (of) walk(of);
      labels[id] = Object.fromEntries((optionsOf(measure) ?? []).map((option) => [option.id, zh(option.label)]));
    }
  };
  walk([...criteria, ...(adjustments?.items ?? [])]);
  return labels;
}

export const applies = ({ only }: CheckCriterion, group: string | undefined): boolean =>
  !only || (group !== undefined && only.includes(group));

/** That a criterion is none of those that may be entered. */
export const unknownCriterion = (criterion: string, known: readonly Pick<CheckCriterion, 'id' | 'label'>[]): Refusal =>
  refuse('unknown-criterion', {
    criterion,
    known: known.map(({ id }) => id),
    knownLabels: known.map(({ label }) => label),
  });

/** Why a mark cannot be entered for a criterion; undefined if it can. */
export function misfit(criterion: CheckCriterion, mark: Mark, codeLabels: CodeLabels = {}): Refusal | undefined {
  if ('na' in mark || fits(criterion, mark)) return undefined;
  const { id, label, kind, most, codes = [] } = criterion;
  const names = codes.map((code) => codeLabels[id]?.[code] ?? code);
  const [expected, expectedEn] = {
    value: [
      most === undefined ? '数值 value' : `0 至 ${most} 的分值 value`,
      most === undefined ? 'a number in value' : `points from 0 to ${most} in value`,
    ],
    ratio: ['计划与完成 plan、done（accepted），或 parts', 'plan and done (accepted), or parts'],
    events: [
      `事项 events：${names.join('、')}；没有则为空`,
      `a list of events, each one of: ${names.join(', ')}; an empty list if there were none`,
    ],
    level: [`等级 level，限于：${names.join('、')}`, `a level, one of: ${names.join(', ')}`],
  }[kind];
  return refuse('mark-misfit', { criterion: label, id, expected, expectedEn, codes });
}
function fits({ kind, most, codes = [] }: CheckCriterion, mark: Mark): boolean {
  switch (kind) {
    case 'value':
      return 'value' in mark && (most === undefined || (mark.value >= 0 && mark.value <= most));
    case 'ratio':
      return 'plan' in mark ? proportionate(mark) : 'parts' in mark && mark.parts.every(proportionate);
    case 'events':
      return 'events' in mark && mark.events.every(({ code }) => codes.includes(code));
    case 'level':
      return 'level' in mark && codes.includes(mark.level);
    default:
      return kind satisfies never;
  }
}

/** Within what a percentage can be computed of. */
const proportionate = ({
  plan,
  done,
  accepted = done,
}: {
  plan: number;
  done: number;
  accepted?: number | undefined;
}) => plan === 0 || [done, accepted].every((amount) => amount === 0 || (amount / plan <= 1e6 && plan / amount <= 1e6));
