// What a criterion's mark is worth as far as the scheme says it plainly, and what its codes are called.
import type { CheckCriterion, Json, Mark } from '@jiangong/client';

export interface Rate {
  code: string;
  label: string;
  points: number;
  /** Of the rules. */
  clause?: string;
}
export interface Measure {
  kind: string;
  /** Whether points are taken off the full number, or added to none. */
  start: 'full' | 'zero';
  rates: Rate[];
  clause?: string;
  /** The points follow from a scale, which only the scoring knows. */
  scaled: boolean;
}
/** By criterion. */
export type Measures = ReadonlyMap<string, Measure>;
export type Node = { [key: string]: Json };
export const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (label: Json | undefined): string =>
  isNode(label) ? String(label.zh ?? '') : typeof label === 'string' ? label : '';

const clauseOf = ({ clause }: Node) => (typeof clause === 'string' ? { clause } : {});

const named = (list: Json | undefined, id: string): Node | undefined =>
  Array.isArray(list) ? list.filter(isNode).find((each) => each.id === id) : undefined;

/** A stage of a scheme with its sheet, which may stand apart. */
export function stageIn(body: Node | undefined, track: string, stage: string): { stage?: Node; sheet?: Json } {
  const found = named(named(body?.tracks, track)?.stages, stage);
  if (!found) return {};
  const sheet = typeof found.sheet === 'string' ? named(body?.sheets, found.sheet) : found.sheet;
  return { stage: found, ...(sheet === undefined ? {} : { sheet }) };
}
/** The measures of a stage's criteria by id: other stages may use the same ids for other things. */
export const measuresOf = (body: Node | undefined, track: string, stage: string): Map<string, Measure> =>
  collected(stageIn(body, track, stage).sheet, new Map());

function collected(body: Json | undefined, found: Map<string, Measure>): Map<string, Measure> {
  if (Array.isArray(body)) for (const each of body) collected(each, found);
  else if (isNode(body)) {
    const { id, measure } = body;
    if (typeof id === 'string' && isNode(measure)) {
      const rates = [measure.tariff, measure.levels].flatMap((list) => (Array.isArray(list) ? list : []));
      found.set(id, {
        kind: String(measure.kind),
        start: measure.start === 'full' ? 'full' : 'zero',
        scaled: body.scale !== undefined || measure.outOf !== undefined,
        rates: rates.filter(isNode).map((rate) => ({
          code: String(rate.id),
          label: textOf(rate.label) || String(rate.id),
          points: Number(rate.points ?? 0),
          ...clauseOf(rate),
        })),
        ...clauseOf(body),
      });
    }
    for (const value of Object.values(body)) collected(value, found);
  }
  return found;
}

/** The points of a mark before they are sealed; undefined where only the scoring can say. */
export function pointsOf({ points }: CheckCriterion, mark: Mark, measure: Measure | undefined): number | undefined {
  if ('na' in mark || !measure || measure.scaled) return undefined;
  const rate = (code: string) => measure.rates.find((each) => each.code === code)?.points ?? 0;
  if ('events' in mark) {
    const sum = mark.events.reduce((all, { code, times = 1 }) => all + rate(code) * times, 0);
    return measure.start === 'full' ? Math.max(0, (points ?? 0) + sum) : sum;
  }
  if ('level' in mark) return rate(mark.level);
  return 'value' in mark ? mark.value : undefined;
}

export const labelOf = (code: string, measure: Measure | undefined): string =>
  measure?.rates.find((rate) => rate.code === code)?.label ?? code;

export const timesOf = (mark: Mark | undefined, code: string): number =>
  mark && 'events' in mark
    ? mark.events.filter((each) => each.code === code).reduce((n, e) => n + (e.times ?? 1), 0)
    : 0;

/** One more, or one fewer, of an event; the evidence stays. */
export function counted(mark: Mark | undefined, code: string, by: 1 | -1): Mark {
  const before = mark && 'events' in mark ? mark : { events: [] };
  const times = timesOf(mark, code) + by;
  const events = before.events.filter((each) => each.code !== code);
  return { ...before, events: times > 0 ? [...events, { code, times }] : events };
}
/** Without who entered it and when: those the interface writes itself. */
export function unsigned<T extends Mark>({ by: _, at: __, ...mark }: T): Mark {
  return mark as unknown as Mark;
}
