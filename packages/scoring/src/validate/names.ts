// Names: unique where they are looked up, not reserved, and every one that is referred to exists.
import { findStage } from '../compile/context.ts';
import { RESERVED } from '../schema/figure.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import type { SheetSite, Site, StageSite } from './site.ts';

type Ids = readonly { id: string }[] | undefined;

export function checkNames(site: Site): Finding[] {
  const { scheme } = site;
  return [
    ...unique(scheme.departments, '/departments'),
    ...unique(scheme.sheets, '/sheets'),
    ...unique(scheme.tracks, '/tracks'),
    ...scheme.tracks.flatMap((track, t) => [
      ...unique(track.groups, `/tracks/${t}/groups`),
      ...unique(track.stages, `/tracks/${t}/stages`),
    ]),
    ...site.stages.flatMap((s) => checkStage(site, s)),
    ...site.sheets.flatMap((s) => checkSheet(site, s)),
  ];
}

function unique(list: Ids, at: string): Finding[] {
  const seen = new Set<string>();
  return (list ?? []).flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [finding('duplicate-id', `${at}/${i}/id`, { id })];
  });
}

function checkStage(site: Site, { track, stage, at, sheet }: StageSite): Finding[] {
  const found = [...unique(stage.periods, `${at}/periods`), ...unique(stage.honours, `${at}/honours`)];
  if (!sheet) found.push(finding('unknown-sheet', `${at}/sheet`, { id: String(stage.sheet) }));
  if (stage.admits) {
    const source = findStage(site.scheme, stage.admits.from, track);
    if (!source) found.push(finding('unknown-stage', `${at}/admits/from`, { id: stage.admits.from }));
    for (const [i, id] of stage.admits.honours.entries()) {
      if (!source || source.stage.honours?.some((h) => h.id === id)) continue;
      found.push(finding('unknown-honour', `${at}/admits/honours/${i}`, { id }));
    }
  }
  return found;
}

function checkSheet(site: Site, { sheet, at, criteria, byId, users }: SheetSite): Finding[] {
  const found = [...unique(sheet.vetoes, `${at}/vetoes`), ...unique(sheet.bands, `${at}/bands`)];
  const seen = new Set<string>();
  for (const { criterion, at: where } of criteria) {
    const { id, owner, measure, only } = criterion;
    if (RESERVED.includes(id)) found.push(finding('reserved-id', `${where}/id`, { id }));
    if (seen.has(id)) found.push(finding('duplicate-id', `${where}/id`, { id }));
    seen.add(id);
    if (owner !== undefined && !site.scheme.departments?.some((d) => d.id === owner)) {
      found.push(finding('unknown-department', `${where}/owner`, { id: owner }));
    }
    if (measure?.kind === 'events') found.push(...unique(measure.tariff, `${where}/measure/tariff`));
    if (measure?.kind === 'level') found.push(...unique(measure.levels, `${where}/measure/levels`));
    for (const [i, group] of (only ?? []).entries()) {
      if (users.every((u) => u.track.groups?.some((g) => g.id === group))) continue;
      found.push(finding('unknown-group', `${where}/only/${i}`, { id: group }));
    }
    if (measure?.kind === 'collect' && users.some((u) => !findStage(site.scheme, measure.from, u.track))) {
      found.push(finding('unknown-stage', `${where}/measure/from`, { id: measure.from }));
    }
    if (!Array.isArray(criterion.due)) continue;
    for (const [i, period] of criterion.due.entries()) {
      if (users.some((u) => u.stage.periods?.some((p) => p.id === period))) continue;
      found.push(finding('unknown-period', `${where}/due/${i}`, { id: period }));
    }
  }
  const { main, vetoes } = sheet;
  if (main && !byId.has(main.criterion)) {
    found.push(finding('unknown-criterion', `${at}/main/criterion`, { id: main.criterion }));
  }
  for (const [i, veto] of (vetoes ?? []).entries()) {
    for (const [d, id] of (veto.raisedBy ?? []).entries()) {
      if (site.scheme.departments?.some((department) => department.id === id)) continue;
      found.push(finding('unknown-department', `${at}/vetoes/${i}/raisedBy/${d}`, { id }));
    }
    if (veto.zero === undefined || byId.has(veto.zero)) continue;
    found.push(finding('unknown-criterion', `${at}/vetoes/${i}/zero`, { id: veto.zero }));
  }
  return found;
}
