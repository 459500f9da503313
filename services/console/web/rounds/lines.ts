// The matrix of a round: a line per unit, with what each department has or has not handed in; who is latest comes first.
import type { CheckSummary, MissingView } from '@jiangong/client';
import { compareNames } from '../app/language.ts';

type MissingItem = MissingView['items'][number];
export interface Line {
  check: CheckSummary;
  missing: MissingItem[];
}

export function linesOf(checks: readonly CheckSummary[], missing: readonly MissingItem[]): Line[] {
  return checks
    .map((check) => ({ check, missing: missing.filter((item) => item.check === check.check) }))
    .sort((a, b) => b.missing.length - a.missing.length || compareNames(a.check.entrant.code, b.check.entrant.code));
}

export interface Late {
  who: string;
  units: string[];
}
/** What is late by whoever owes it: departments their sheets, units their plans. */
export function lateOf(missing: readonly MissingItem[], words: Record<MissingItem['what'], string>): Late[] {
  const late = new Map<string, Late>();
  for (const { what, departmentLabel, name } of missing) {
    const who = departmentLabel ? `${departmentLabel}（${words[what]}）` : words[what];
    const line = late.get(who) ?? { who, units: [] };
    if (!line.units.includes(name)) line.units.push(name);
    late.set(who, line);
  }
  return [...late.values()].sort((a, b) => b.units.length - a.units.length);
}
