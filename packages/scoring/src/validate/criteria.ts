// Criteria: leaf or branch, weights that add up, keys where they have an effect, points that can be reached.
import { plain, units } from '../decimal.ts';
import { ceiling } from '../scale/scale.ts';
import type { Criterion } from '../schema/criterion.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import { type CriterionSite, type SheetSite, type Site, total } from './site.ts';

export function checkCriteria(site: Site): Finding[] {
  return site.sheets.flatMap((s) => [...checkRoot(s), ...s.criteria.flatMap((c) => checkCriterion(c, s))]);
}

function checkRoot(site: SheetSite): Finding[] {
  const counted = site.sheet.criteria.filter((c) => c.points !== undefined);
  if (counted.length === 0) return [];
  return checkWeights(site, counted, `${site.at}/criteria`, 'score', site.sheet.outOf);
}

/** The points add up; where some differ by group, they add up in every group. */
function checkWeights(site: SheetSite, children: readonly Criterion[], at: string, id: string, points = 0): Finding[] {
  const sum = total(children.map((c) => c.points));
  if (!children.some((c) => c.pointsBy)) return sum === points ? [] : [finding('weights', at, { id, sum, points })];
  return [...new Set(site.users.flatMap((u) => (u.track.groups ?? []).map((g) => g.id)))].flatMap((group) => {
    const here = children.filter((c) => c.only === undefined || c.only.includes(group));
    const got = total(here.map((c) => c.pointsBy?.[group] ?? c.points));
    return got === points ? [] : [finding('weights-in-group', at, { id, group, sum: got, points })];
  });
}

function checkCriterion({ criterion: c, at, adjustment }: CriterionSite, site: SheetSite): Finding[] {
  const found: Finding[] = [];
  const { id, points, measure, scale, of } = c;
  if ((measure === undefined) === (of === undefined)) found.push(finding('leaf-or-branch', at, { id }));
  const children = (of ?? []).filter((child) => child.points !== undefined);
  const needed = c.outOf ?? points;
  if (points !== undefined && children.length > 0) found.push(...checkWeights(site, children, `${at}/of`, id, needed));
  if (scale && (!measure || points === undefined)) found.push(finding('unused-scale', `${at}/scale`, { id }));
  if (c.outOf !== undefined && (!of || points === undefined))
    found.push(finding('unused-out-of', `${at}/outOf`, { id }));
  if (!adjustment) {
    for (const key of ['min', 'voidIf'] as const) {
      if (key === 'min' && measure && site.language !== 1) continue;
      if (c[key] !== undefined) found.push(finding('adjustment-only', `${at}/${key}`, { id, key }));
    }
    if (measure?.kind === 'figure') found.push(finding('adjustment-only', `${at}/measure`, { id, key: 'figure' }));
  }
  if (measure?.kind === 'level' && points !== undefined && !scale) {
    for (const [i, level] of measure.levels.entries()) {
      if (level.points <= points) continue;
      const args = { id, level: level.id, points: level.points, most: points };
      found.push(finding('level-too-high', `${at}/measure/levels/${i}/points`, args));
    }
  }
  if (scale?.kind === 'steps') {
    for (const [i, step] of scale.steps.entries()) {
      if (scale.steps.findIndex((s) => s.from === step.from) === i) continue;
      found.push(finding('duplicate-step', `${at}/scale/steps/${i}/from`, { id, from: step.from }));
    }
  }
  if (measure?.kind === 'ratio' && measure.cap > 100 && points !== undefined) {
    found.push(finding('cap-over-100', `${at}/measure/cap`, { id, cap: measure.cap }));
  }
  if (measure?.kind === 'events' && measure.highestOnly && measure.tariff.filter((t) => t.points < 0).length > 1) {
    found.push(finding('hidden-deduction', `${at}/measure/highestOnly`, { id }));
  }
  const most = adjustment || points === undefined ? undefined : reachable(c, points);
  if (most !== undefined && points !== undefined && most < points) {
    found.push(finding('full-marks-unreachable', at, { id, most, points }));
  }
  return found;
}

/** The most points that any entry can give, where that is known to be less than it should be. */
function reachable(c: Criterion, points: number): number | undefined {
  const { measure, scale } = c;
  if (scale?.kind === 'steps') return Math.max(...scale.steps.map((s) => s.points));
  if (scale?.kind === 'linear') return Math.max(...scale.linear.map((k) => k.points));
  if (scale?.kind === 'rate') return scale.points < 0 && scale.from >= 0 ? rateAtZero(scale) : undefined;
  if (measure?.kind === 'level') return Math.max(...measure.levels.map((l) => l.points));
  if (measure?.kind === 'events' && measure.start === 'zero') {
    return measure.tariff.some((t) => t.points > 0) ? undefined : 0;
  }
  if (measure?.kind === 'ratio' && measure.cap < 100) return total([(points * measure.cap) / 100]);
  return undefined;
}

/** A falling rate gives most at the smallest raw number there can be. */
function rateAtZero(scale: { start: number; from: number; per: number; points: number }): number {
  return total([scale.start - (scale.from / scale.per) * scale.points]);
}

/** The most that a score of the sheet can be, in ordinary units. */
export function highest({ sheet, criteria }: SheetSite): number {
  const leaves = criteria.filter((c) => !c.adjustment && c.criterion.measure && c.criterion.points !== undefined);
  const over = leaves.map(
    (c) => (ceiling(c.criterion) - units(c.criterion.points ?? 0)) / units(c.criterion.points || 1),
  );
  const base = sheet.outOf * (1 + Math.max(0, ...over));
  const items = sheet.adjustments?.items ?? [];
  const bonus = sheet.adjustments?.max ?? plain(items.reduce((sum, c) => sum + units(c.points ?? 0), 0));
  return base + bonus;
}
