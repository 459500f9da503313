/** The exact optimum of an instance by HiGHS, a solver that knows nothing of this package. */
import { createRequire } from 'node:module';
import type { Instance } from '../src/index.ts';

interface Highs {
  solve(lp: string, options?: Record<string, unknown>): { Status: string; ObjectiveValue: number };
}

/** HiGHS as a WebAssembly module; load it once, and again after some thousand problems. */
export async function loadHighs(): Promise<Highs> {
  const load = createRequire(import.meta.url)('highs') as (options?: object) => Promise<Highs>;
  return load();
}

/** The largest total of an instance, kept pairs included. */
export function optimum(highs: Highs, instance: Instance): number {
  const key = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const kept = new Set((instance.kept ?? []).map(([a, b]) => key(a, b)));
  const gone = new Set([...kept, ...(instance.forbidden ?? []).map(([a, b]) => key(a, b))]);
  const free = new Map(instance.studios.map((s) => [s.id, s.capacity]));
  for (const [a, b] of instance.kept ?? []) {
    free.set(a, free.get(a)! - 1);
    free.set(b, free.get(b)! - 1);
  }
  const sum = instance.pairs.filter((p) => kept.has(key(p.a, p.b))).reduce((total, p) => total + p.weight, 0);
  const open = instance.pairs.filter((p) => !gone.has(key(p.a, p.b)) && p.weight > 0);
  if (open.length === 0) return sum;
  const rows = new Map<string, string[]>();
  open.forEach((p, e) => {
    for (const id of [p.a, p.b]) rows.set(id, [...(rows.get(id) ?? []), `x${e}`]);
  });
  const lines = (terms: string[]) => terms.map((t, i) => (i % 20 === 19 ? `${t}\n` : t)).join(' + ');
  const lp = [
    'Maximize',
    ` obj: ${lines(open.map((p, e) => `${p.weight} x${e}`))}`,
    'Subject To',
    ...[...rows].map(([id, terms], r) => ` c${r}: ${lines(terms)} <= ${Math.min(free.get(id)!, terms.length)}`),
    'Binary',
    ` ${lines(open.map((_, e) => `x${e}`)).replaceAll('+', '')}`,
    'End',
  ].join('\n');
  const solved = highs.solve(lp, { mip_rel_gap: 0, mip_abs_gap: 0.5, output_flag: false });
  if (solved.Status !== 'Optimal') throw new Error(`the oracle says ${solved.Status}`);
  return sum + Math.round(solved.ObjectiveValue);
}
