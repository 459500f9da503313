// Every figure that is referred to must be there: on the own sheet, or on that of the stage it is collected from.
import { findStage } from '../compile/context.ts';
import type { Condition } from '../schema/condition.ts';
import { splitFigure } from '../schema/figure.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import type { SheetSite, Site, StageSite } from './site.ts';

/** Is there such a figure on the sheet? `words` are the names allowed in addition to the criteria's. */
export function known(site: SheetSite, figure: string, words: readonly string[], adjustments = true): boolean {
  if (words.includes(figure)) return true;
  const { id, part } = splitFigure(figure);
  const found = site.byId.get(id);
  if (!found || (found.adjustment && !adjustments)) return false;
  const { measure } = found.criterion;
  switch (part) {
    case 'value':
      return true;
    case 'raw':
      return measure !== undefined;
    case 'plan':
      return measure?.kind === 'ratio';
    case 'events':
      return measure === undefined || measure.kind === 'events';
    default: {
      const never: never = part;
      return never;
    }
  }
}

export function checkFigures(site: Site): Finding[] {
  return [...site.sheets.flatMap(checkSheet), ...site.stages.flatMap((s) => checkStage(site, s))];
}

function checkSheet(site: SheetSite): Finding[] {
  const found: Finding[] = [];
  const expect = (figure: string, at: string, words: string[], adjustments = false) => {
    if (!known(site, figure, words, adjustments)) found.push(finding('unknown-figure', at, { id: figure }));
  };
  const conditions = (list: readonly Condition[] | undefined, at: string, words: string[]) => {
    for (const [i, c] of (list ?? []).entries()) expect(c.figure, `${at}/${i}/figure`, words);
  };
  conditions(site.sheet.validIf, `${site.at}/validIf`, ['events']);
  for (const { criterion, at } of site.criteria) {
    conditions(criterion.voidIf, `${at}/voidIf`, ['events']);
    if (criterion.measure?.kind === 'figure') expect(criterion.measure.of, `${at}/measure/of`, ['events']);
    for (const [i, c] of (criterion.voidIf ?? []).entries()) {
      if (c.figure === 'events' || splitFigure(c.figure).part === 'events') continue;
      found.push(finding('void-without-events', `${at}/voidIf/${i}/figure`, { id: c.figure }));
    }
  }
  return found;
}

function checkStage(site: Site, { track, stage, at, sheet }: StageSite): Finding[] {
  if (!sheet) return [];
  const found: Finding[] = [];
  for (const [i, figure] of stage.rankBy.entries()) {
    if (known(sheet, figure, ['score', 'events'])) continue;
    found.push(finding('unknown-figure', `${at}/rankBy/${i}`, { id: figure }));
  }
  for (const [h, honour] of (stage.honours ?? []).entries()) {
    for (const [i, figure] of (honour.rankBy ?? []).entries()) {
      if (known(sheet, figure, ['score', 'events'])) continue;
      found.push(finding('unknown-figure', `${at}/honours/${h}/rankBy/${i}`, { id: figure }));
    }
    for (const [i, { figure }] of (honour.require ?? []).entries()) {
      if (known(sheet, figure, ['score', 'place', 'events'])) continue;
      found.push(finding('unknown-figure', `${at}/honours/${h}/require/${i}/figure`, { id: figure }));
    }
  }
  for (const { criterion, at: where } of sheet.criteria) {
    const { measure } = criterion;
    if (measure?.kind !== 'collect') continue;
    const source = findStage(site.scheme, measure.from, track);
    const from = site.stages.find((s) => s.stage === source?.stage)?.sheet;
    if (!from) continue;
    if (measure.honour !== undefined && !source?.stage.honours?.some((x) => x.id === measure.honour))
      found.push(finding('unknown-honour', `${where}/measure/honour`, { id: measure.honour }));
    for (const key of ['pick', 'weightBy'] as const) {
      const figure = measure[key];
      if (key === 'pick' && measure.honour !== undefined) continue;
      if (figure === undefined || known(from, figure, ['score', 'place', 'events'])) continue;
      found.push(finding('unknown-figure', `${where}/measure/${key}`, { id: figure }));
    }
  }
  return found;
}
