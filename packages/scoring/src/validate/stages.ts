// Stages: something to rank, tie-breakers that can break ties, no circles, enough periods, one quota per honour.
import { findStage } from '../compile/context.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import type { Site, StageSite } from './site.ts';

export function checkStages(site: Site): Finding[] {
  return [
    ...site.stages.flatMap((s) => [...checkRank(s), ...checkHonours(s), ...checkSources(site, s)]),
    ...cycles(site),
  ];
}

function checkRank({ stage, at, sheet }: StageSite): Finding[] {
  const found: Finding[] = [];
  const counted = sheet?.sheet.criteria.filter((c) => c.points !== undefined) ?? [];
  if (sheet && counted.length === 0 && stage.rankBy.includes('score'))
    found.push(finding('nothing-to-rank', `${at}/rankBy`));
  for (const [i, figure] of stage.rankBy.entries()) {
    const before = stage.rankBy.slice(0, i);
    const where = `${at}/rankBy/${i}`;
    if (before.includes(figure)) found.push(finding('repeated-tie-breaker', where, { id: figure }));
    else if (decided(sheet, before, figure)) found.push(finding('tie-breaker-decided', where, { id: figure }));
  }
  if (stage.every !== undefined && !stage.admits)
    found.push(finding('every-without-admits', `${at}/every`, { id: stage.id }));
  return found;
}

/** The only counted item after the score, or an item's raw number after points that are the raw number. */
function decided(sheet: StageSite['sheet'], before: readonly string[], figure: string): boolean {
  if (!sheet) return false;
  const counted = sheet.sheet.criteria.filter((c) => c.points !== undefined);
  if (before.includes('score') && !sheet.sheet.adjustments && counted.length === 1 && counted[0]?.id === figure)
    return true;
  const [id, part] = figure.split('.');
  const criterion = id === undefined ? undefined : sheet.byId.get(id)?.criterion;
  if (part !== 'raw' || !criterion || !before.includes(criterion.id) || criterion.scale) return false;
  const kind = criterion.measure?.kind;
  return criterion.points === undefined || kind === 'value' || kind === 'level';
}

function checkHonours({ stage, at }: StageSite): Finding[] {
  return (stage.honours ?? []).flatMap((honour, i) => {
    const quotas = Number(honour.take !== undefined) + Number(honour.share !== undefined);
    if (quotas === 1) return [];
    return [finding(quotas === 2 ? 'two-quotas' : 'no-quota', `${at}/honours/${i}`, { id: honour.id })];
  });
}

function checkSources(site: Site, { track, stage, sheet }: StageSite): Finding[] {
  const found: Finding[] = [];
  for (const { criterion, at } of sheet?.criteria ?? []) {
    const { measure } = criterion;
    if (measure?.kind !== 'collect' || measure.over !== 'periods') continue;
    const source = findStage(site.scheme, measure.from, track);
    if (!source) continue;
    const places = measure.pick === 'place' && measure.take === 'sum' && measure.honour === undefined;
    if (places && site.scheme.language !== 1 && measure.absent === undefined && source.track === track)
      found.push(finding('absence-gains', `${at}/measure`, { id: criterion.id }));
    if (source.track !== track) found.push(finding('other-track', `${at}/measure/from`, { id: measure.from }));
    const periods = source.stage.periods?.length ?? 1;
    for (const key of ['atLeast', 'best'] as const) {
      const needed = measure[key];
      if (typeof needed !== 'number' || needed <= periods) continue;
      found.push(finding('too-few-periods', `${at}/measure/${key}`, { id: measure.from, needed, periods }));
    }
  }
  const bars = (sheet?.sheet.vetoes ?? []).map((veto, i) => ({ veto, i })).filter(({ veto }) => veto.bars === 'year');
  if (bars.length > 0 && stage.periods && !isCollected(site, stage)) {
    for (const { veto, i } of bars)
      found.push(finding('unused-year-bar', `${sheet?.at}/vetoes/${i}/bars`, { id: veto.id }));
  }
  return found;
}

function isCollected(site: Site, stage: StageSite['stage']): boolean {
  return site.stages.some((s) => sources(site, s).some((source) => source.stage === stage));
}

/** The stages that a stage reads, with the place where it says so. */
function sources(site: Site, { track, stage, at, sheet }: StageSite) {
  const found: { stage: StageSite['stage']; at: string }[] = [];
  const add = (from: string, where: string) => {
    const source = findStage(site.scheme, from, track);
    if (source) found.push({ stage: source.stage, at: where });
  };
  if (stage.admits) add(stage.admits.from, `${at}/admits/from`);
  for (const { criterion, at: where } of sheet?.criteria ?? []) {
    if (criterion.measure?.kind === 'collect') add(criterion.measure.from, `${where}/measure/from`);
  }
  return found;
}

/** Every circle once, with its path; depth first, three colours. */
function cycles(site: Site): Finding[] {
  const found: Finding[] = [];
  const done = new Set<StageSite>();
  const path: StageSite[] = [];
  const visit = (node: StageSite) => {
    path.push(node);
    for (const { stage, at } of sources(site, node)) {
      const next = site.stages.find((s) => s.stage === stage);
      if (!next || done.has(next)) continue;
      const start = path.indexOf(next);
      if (start < 0) visit(next);
      else found.push(finding('cycle', at, { path: [...path.slice(start), next].map(name).join(' → ') }));
    }
    path.pop();
    done.add(node);
  };
  for (const stage of site.stages) if (!done.has(stage)) visit(stage);
  return found;
}

const name = ({ track, stage }: StageSite) => `${track.id}.${stage.id}`;
