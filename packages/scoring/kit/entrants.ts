// Random entrants for a random scheme: mostly good entries, some missing, some not assessable, some barred.
import type { Criterion, Entrant, Entry, Scheme } from '../src/index.ts';
import { descend } from '../src/schema/walk.ts';
import type { Draw } from './draw.ts';

export function sheetOf(scheme: Scheme) {
  const stage = scheme.tracks[0]!.stages[0]!;
  if (typeof stage.sheet === 'string') throw new Error('random schemes have their sheets inline');
  return stage.sheet;
}

/** How often an entry is missing or not assessable, in percent. */
export interface Gaps {
  missing: number;
  na: number;
  veto: number;
}

export function randomEntrants(d: Draw, scheme: Scheme, count: number, gaps: Gaps): Entrant[] {
  const groups = scheme.tracks[0]!.groups?.map((g) => g.id) ?? [];
  return Array.from({ length: count }, (_, i) => {
    const entrant: Entrant = { id: `e${i}`, ...(groups.length > 0 ? { group: d.pick(groups) } : {}), inputs: {} };
    const sheet = sheetOf(scheme);
    for (const c of descend(sheet.criteria)) enter(d, entrant, c, gaps);
    for (const c of sheet.adjustments?.items ?? []) if (d.chance(50)) enter(d, entrant, c, gaps);
    if (d.chance(gaps.veto)) entrant.vetoes = [d.pick(['nil', 'out', 'gone'])];
    return entrant;
  });
}

function enter(d: Draw, entrant: Entrant, c: Criterion, gaps: Gaps): void {
  if (!c.measure || c.measure.kind === 'figure' || d.chance(gaps.missing)) return;
  const entry = (): Entry => (d.chance(gaps.na) ? { na: 'not now' } : randomEntry(d, c));
  if (!c.panel) {
    entrant.inputs = { ...entrant.inputs, [c.id]: entry() };
    return;
  }
  const marks = { ...entrant.judges?.panel };
  for (const judge of ['x', 'y', 'z', 'w']) {
    if (marks[judge] === 'recused') continue;
    if (judge === 'w' && !marks[judge] && d.chance(20)) marks[judge] = 'recused';
    else marks[judge] = { ...(marks[judge] as object | undefined), [c.id]: entry() };
  }
  entrant.judges = { panel: marks };
}

export function randomEntry(d: Draw, c: Criterion): Entry {
  const { measure } = c;
  switch (measure?.kind) {
    case 'value':
      return { value: c.scale ? d.num(0, 12, 4) : d.num(0, measure.outOf ?? c.points ?? 10, d.pick([0, 1, 4])) };
    case 'ratio': {
      const low = measure.signed ? -90 : 0;
      const work = () => ({
        plan: d.chance(5) ? 0 : d.num(1, 90, 3),
        done: d.num(low, 90, 3),
        accepted: d.num(low, 90, 3),
      });
      if (c.id === 'active' || d.chance(50)) return { ...work(), plan: d.num(10, 90) };
      return { parts: Array.from({ length: 1 + d.below(3) }, () => ({ weight: d.num(0, 5, 1), ...work() })) };
    }
    case 'events':
      return {
        events: Array.from({ length: d.below(4) }, () => ({
          code: d.pick(measure.tariff).id,
          times: d.below(3),
          ...(d.chance(50) ? { subject: d.pick(['s', 't']) } : {}),
        })),
      };
    case 'level': {
      const { id, points, to } = d.pick(measure.levels);
      return to === undefined ? { level: id } : { level: id, value: d.num(points, to, 4) };
    }
    default:
      throw new Error(`nothing to enter for ${c.id}`);
  }
}
