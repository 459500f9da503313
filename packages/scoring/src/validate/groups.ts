// Groups: something counts in each of them, the main criterion among it, and weights are defined.
import { findStage } from '../compile/context.ts';
import { splitFigure } from '../schema/figure.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import { applies, type CriterionSite, type Site, type StageSite, total } from './site.ts';

export function checkGroups(site: Site): Finding[] {
  return site.stages.flatMap((s) => {
    const t = site.scheme.tracks.indexOf(s.track);
    return (s.track.groups ?? []).flatMap((group, g) => checkGroup(site, s, group.id, `/tracks/${t}/groups/${g}`));
  });
}

function checkGroup(site: Site, { track, sheet }: StageSite, id: string, at: string): Finding[] {
  if (!sheet) return [];
  const found: Finding[] = [];
  const leaves = sheet.criteria.filter((c) => !c.adjustment && c.criterion.measure && isCounted(c));
  const all = total(leaves.map((c) => c.criterion.points));
  const points = total(leaves.filter((c) => applies(c, id)).map((c) => c.criterion.points));
  if (leaves.length > 0 && points === 0) found.push(finding('empty-group', at, { id }));
  else if (points * 2 < all) found.push(finding('half-applies', at, { id, points, outOf: all }));
  const main = sheet.sheet.main && sheet.byId.get(sheet.sheet.main.criterion);
  if (main && !applies(main, id)) found.push(finding('main-not-applicable', at, { id, main: main.criterion.id }));
  for (const { criterion, at: where } of sheet.criteria) {
    const { measure } = criterion;
    if (measure?.kind !== 'collect' || measure.weightBy === undefined || measure.over !== 'periods') continue;
    const source = findStage(site.scheme, measure.from, track);
    const from = site.stages.find((s) => s.stage === source?.stage)?.sheet;
    const weight = from?.byId.get(splitFigure(measure.weightBy).id);
    if (!weight || applies(weight, id)) continue;
    found.push(finding('weight-undefined', `${where}/measure/weightBy`, { id, figure: measure.weightBy }));
  }
  return found;
}

function isCounted(site: CriterionSite): boolean {
  for (let c: CriterionSite | undefined = site; c; c = c.parent) if (c.criterion.points === undefined) return false;
  return true;
}
