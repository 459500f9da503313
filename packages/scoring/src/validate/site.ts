// Where things stand in a scheme: every sheet with the stages that use it, every criterion with its pointer and parents.
import { findSheet } from '../compile/context.ts';
import type { Criterion } from '../schema/criterion.ts';
import type { Scheme, Track } from '../schema/scheme.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { Stage } from '../schema/stage.ts';

export interface CriterionSite {
  criterion: Criterion;
  at: string;
  parent: CriterionSite | undefined;
  adjustment: boolean;
}

export interface StageSite {
  track: Track;
  stage: Stage;
  at: string;
  /** The sheet, unless the stage names one that does not exist. */
  sheet: SheetSite | undefined;
}

export interface SheetSite {
  sheet: Sheet;
  at: string;
  criteria: CriterionSite[];
  byId: Map<string, CriterionSite>;
  users: StageSite[];
  language: Scheme['language'];
}

export interface Site {
  scheme: Scheme;
  stages: StageSite[];
  sheets: SheetSite[];
}

export function survey(scheme: Scheme): Site {
  const sheets = new Map<Sheet, SheetSite>();
  for (const [i, sheet] of (scheme.sheets ?? []).entries())
    sheets.set(sheet, surveySheet(sheet, `/sheets/${i}`, scheme.language));
  const stages: StageSite[] = [];
  for (const [t, track] of scheme.tracks.entries()) {
    for (const [s, stage] of track.stages.entries()) {
      const found = findSheet(scheme, track, stage);
      const sheet = found && (sheets.get(found.sheet) ?? surveySheet(found.sheet, found.at, scheme.language));
      if (sheet) sheets.set(sheet.sheet, sheet);
      const site = { track, stage, at: `/tracks/${t}/stages/${s}`, sheet };
      sheet?.users.push(site);
      stages.push(site);
    }
  }
  return { scheme, stages, sheets: [...sheets.values()] };
}

function surveySheet(sheet: Sheet, at: string, language: Scheme['language']): SheetSite {
  const criteria: CriterionSite[] = [];
  const visit = (list: readonly Criterion[], base: string, parent: CriterionSite | undefined, adjustment: boolean) => {
    for (const [i, criterion] of list.entries()) {
      const site = { criterion, at: `${base}/${i}`, parent, adjustment };
      criteria.push(site);
      visit(criterion.of ?? [], `${site.at}/of`, site, adjustment);
    }
  };
  visit(sheet.criteria, `${at}/criteria`, undefined, false);
  visit(sheet.adjustments?.items ?? [], `${at}/adjustments/items`, undefined, true);
  const byId = new Map(criteria.map((c) => [c.criterion.id, c]));
  return { sheet, at, criteria, byId, users: [], language };
}

/** Does the criterion, with all its parents, apply to the group? */
export function applies(site: CriterionSite, group: string): boolean {
  for (let c: CriterionSite | undefined = site; c; c = c.parent) {
    if (c.criterion.only && !c.criterion.only.includes(group)) return false;
  }
  return true;
}

/** Exact sum of points. */
export function total(points: readonly (number | undefined)[]): number {
  return points.reduce<number>((sum, p) => sum + Math.round((p ?? 0) * 10_000), 0) / 10_000;
}
