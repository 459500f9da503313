// Sheets as a whole: the main criterion, bands, vetoes, panels.
import type { Panel } from '../schema/panel.ts';
import { highest } from './criteria.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import type { CriterionSite, SheetSite, Site, StageSite } from './site.ts';

export function checkSheets(site: Site): Finding[] {
  return [
    ...site.sheets.flatMap((s) => [...checkMain(s), ...checkBands(s), ...checkVetoes(s), ...checkPanels(s)]),
    ...site.stages.flatMap(checkStagePanel),
  ];
}

function checkMain({ sheet, at, byId }: SheetSite): Finding[] {
  const main = sheet.main && byId.get(sheet.main.criterion);
  if (!sheet.main || !main) return [];
  const { id, points = 0 } = main.criterion;
  const found: Finding[] = [];
  const rivals = (main.parent?.criterion.of ?? sheet.criteria).filter((c) => c.id !== id);
  const rival = rivals.find((c) => (c.points ?? 0) >= points);
  if (rival) {
    const args = { id, points, other: rival.id, most: rival.points ?? 0 };
    found.push(finding('main-not-largest', `${main.at}/points`, args));
  }
  const [from, to] = sheet.main.share ?? [0, Number.POSITIVE_INFINITY];
  if (points < from || points > to) found.push(finding('main-share', `${main.at}/points`, { id, points, from, to }));
  return found.length > 0 || main.criterion.points !== undefined
    ? found
    : [finding('main-share', at, { id, points, from, to })];
}

function checkBands(site: SheetSite): Finding[] {
  const { bands = [] } = site.sheet;
  if (bands.length === 0) return [];
  const found: Finding[] = [];
  const most = highest(site);
  for (const [i, band] of bands.entries()) {
    const at = `${site.at}/bands/${i}/from`;
    const same = bands.slice(0, i).find((b) => b.from === band.from);
    if (same) found.push(finding('same-band', at, { id: band.id, other: same.id, from: band.from }));
    if (band.from > most) found.push(finding('band-unreachable', at, { id: band.id, from: band.from, most }));
  }
  const lowest = Math.min(...bands.map((b) => b.from));
  if (lowest > 0) found.push(finding('band-gap', `${site.at}/bands`, { from: lowest }));
  return found;
}

function checkVetoes({ sheet, at, byId }: SheetSite): Finding[] {
  return (sheet.vetoes ?? []).flatMap((veto, i) => {
    const zeroed = veto.zero === undefined ? undefined : byId.get(veto.zero);
    const idle = veto.bars === undefined && (veto.zero === undefined || zeroed);
    const caps = sheet.caps?.some((cap) => cap.veto === veto.id);
    if (!idle || caps || (zeroed && zeroed.criterion.points !== undefined)) return [];
    return [finding('veto-without-effect', `${at}/vetoes/${i}`, { id: veto.id })];
  });
}

function checkPanels(site: SheetSite): Finding[] {
  return site.criteria.flatMap((c) => {
    const { panel } = c.criterion;
    const found = panel ? checkPanel(panel, `${c.at}/panel`) : [];
    const above = parents(c).some((p) => p.criterion.panel) || (!c.adjustment && site.users.some((u) => u.stage.panel));
    if (panel && above) found.push(finding('nested-panels', `${c.at}/panel`, { id: c.criterion.id }));
    const judged = panel ?? parents(c).find((p) => p.criterion.panel);
    if (judged && c.criterion.measure?.kind === 'collect') {
      found.push(finding('panel-over-collect', `${c.at}/measure`, { id: c.criterion.id }));
    }
    return found;
  });
}

function checkStagePanel({ stage, at, sheet }: StageSite): Finding[] {
  if (!stage.panel) return [];
  const found = checkPanel(stage.panel, `${at}/panel`);
  const collected = sheet?.criteria.find((c) => !c.adjustment && c.criterion.measure?.kind === 'collect');
  if (collected) found.push(finding('panel-over-collect', `${at}/panel`, { id: collected.criterion.id }));
  return found;
}

function checkPanel(panel: Panel, at: string): Finding[] {
  const needed = 2 * panel.drop + 1;
  if (panel.reduce !== 'trimmed' || panel.atLeast >= needed) return [];
  return [finding('panel-too-small', `${at}/atLeast`, { id: panel.id, needed })];
}

function parents(site: CriterionSite): CriterionSite[] {
  const found: CriterionSite[] = [];
  for (let c = site.parent; c; c = c.parent) found.push(c);
  return found;
}
