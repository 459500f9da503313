// The same evaluation without the compiled form: a tree walk that reads the scheme again for every entrant and item.
import { mulDiv, units } from '../src/decimal.ts';
import type { Criterion, Entrant, Scheme } from '../src/index.ts';
import type { Sheet } from '../src/schema/sheet.ts';

interface Got {
  value: number;
  max: number;
  status: 'scored' | 'not-assessable' | 'pending';
}

function walk(c: Criterion, inputs: Record<string, unknown>): Got {
  const max = units(c.points ?? 0);
  if (c.of) {
    const children = c.of.map((child) => walk(child, inputs)).filter((g) => g.status === 'scored');
    return { value: sum(children.map((g) => g.value)), max: sum(children.map((g) => g.max)), status: 'scored' };
  }
  const entry = inputs[c.id] as { value?: number; na?: string } | undefined;
  if (entry === undefined) return { value: 0, max, status: 'pending' };
  if (entry.value === undefined) return { value: 0, max: 0, status: 'not-assessable' };
  return { value: Math.min(max, Math.max(0, units(entry.value))), max, status: 'scored' };
}

const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);

export function treeWalk(scheme: Scheme, entrants: readonly Entrant[]): string[] {
  const scored = entrants.map((entrant) => {
    const { criteria, outOf } = scheme.tracks[0]!.stages[0]!.sheet as Sheet;
    const got = criteria.map((c) => walk(c, entrant.inputs ?? {}));
    const base = mulDiv(units(outOf), sum(got.map((g) => g.value)), sum(got.map((g) => g.max)));
    return { id: entrant.id, score: base };
  });
  scored.sort((a, b) => mulDiv(b.score, 1, 100) - mulDiv(a.score, 1, 100) || (a.id < b.id ? -1 : 1));
  return scored.map((e) => e.id);
}
