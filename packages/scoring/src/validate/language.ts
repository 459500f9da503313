// Words of language 2 in a document that says language 1, and words of language 2 where they have no effect.

import { segment } from '../refusal.ts';
import type { Criterion } from '../schema/criterion.ts';
import { splitFigure } from '../schema/figure.ts';
import type { Scheme } from '../schema/scheme.ts';
import type { Cap } from '../schema/sheet.ts';
import { descend } from '../schema/walk.ts';
import { known } from './figures.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import type { SheetSite, Site } from './site.ts';

const WORDS: readonly string[] = [
  'zeroIf',
  'normalise',
  'raisedBy',
  'pointsBy',
  'factor',
  'caps',
  'absent',
  'signed',
  'streak',
];
/** Words that are of language 2 only below some other. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  honours: ['from', 'rankBy', 'round'],
  levels: ['from', 'to'],
  linear: ['to'],
};
/** Values that are of language 2. */
const VALUES: readonly [key: string, value: unknown][] = [
  ['kind', 'linear'],
  ['kind', 'relative'],
  ['over', 'period'],
  ['take', 'streak'],
  ['best', 'all-but-1'],
];

/** Where a document uses a word of language 2. */
export function laterWords(scheme: Scheme): { at: string; word: string }[] {
  const found: { at: string; word: string }[] = [];
  const visit = (value: unknown, at: string, path: readonly string[]) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, below] of Object.entries(value)) {
      const here = `${at}/${segment(key)}`;
      const isLater = BELOW[path.at(-2) ?? '']?.includes(key);
      const isOfNode = (key === 'ties' && path.at(-1) === 'scale') || (key === 'honour' && path.at(-1) === 'measure');
      if (WORDS.includes(key) || isLater || isOfNode) found.push({ at: here, word: key });
      else if (VALUES.some(([k, v]) => k === key && v === below)) found.push({ at: here, word: String(below) });
      visit(below, here, [...path, key]);
    }
  };
  visit(scheme, '', []);
  return found;
}

export function checkLanguage(site: Site): Finding[] {
  const early = site.scheme.language === 1 ? laterWords(site.scheme) : [];
  return [
    ...early.map(({ at, word }) => finding('needs-language-2', at, { word })),
    ...site.sheets.flatMap(checkSheet),
  ];
}

function checkSheet(site: SheetSite): Finding[] {
  const found: Finding[] = [];
  for (const [i, { figure }] of (site.sheet.zeroIf ?? []).entries()) {
    if (!known(site, figure, ['events'], false))
      found.push(finding('unknown-figure', `${site.at}/zeroIf/${i}/figure`, { id: figure }));
  }
  for (const [i, cap] of (site.sheet.caps ?? []).entries()) found.push(...checkCap(site, cap, `${site.at}/caps/${i}`));
  for (const { criterion, at } of site.criteria) {
    const { id, points, zeroIf, normalise, scale } = criterion;
    const below = descend([criterion]).map((c) => c.id);
    for (const [i, { figure }] of (zeroIf ?? []).entries()) {
      const inside = below.includes(splitFigure(figure).id) && known(site, figure, []);
      if (!inside) found.push(finding('zero-if-outside', `${at}/zeroIf/${i}/figure`, { id, figure }));
    }
    if (zeroIf && points === undefined) found.push(finding('unused-zero-if', `${at}/zeroIf`, { id }));
    if (normalise && (!criterion.of || points === undefined))
      found.push(finding('unused-normalise', `${at}/normalise`, { id }));
    found.push(...checkWords(site, criterion, at));
    if (scale?.kind !== 'linear') continue;
    for (const [i, { from }] of scale.linear.entries()) {
      if (scale.linear.findIndex((k) => k.from === from) === i) continue;
      found.push(finding('duplicate-step', `${at}/scale/linear/${i}/from`, { id, from }));
    }
  }
  return found;
}

function checkCap(site: SheetSite, cap: Cap, at: string): Finding[] {
  const found: Finding[] = [];
  if (!site.sheet.bands?.some((b) => b.id === cap.band))
    found.push(finding('unknown-band', `${at}/band`, { id: cap.band }));
  if (!cap.if && cap.veto === undefined) found.push(finding('cap-without-cause', at, { id: cap.band }));
  if (cap.veto !== undefined && !site.sheet.vetoes?.some((v) => v.id === cap.veto))
    found.push(finding('unknown-veto', `${at}/veto`, { id: cap.veto }));
  for (const [i, { figure }] of (cap.if ?? []).entries()) {
    if (known(site, figure, ['score', 'events'])) continue;
    found.push(finding('unknown-figure', `${at}/if/${i}/figure`, { id: figure }));
  }
  return found;
}

/** Words that need others beside them to have an effect. */
function checkWords(site: SheetSite, criterion: Criterion, at: string): Finding[] {
  const { id, points, pointsBy, factor, scale, measure, panel } = criterion;
  const found: Finding[] = [];
  const groups = site.users.flatMap((u) => (u.track.groups ?? []).map((g) => g.id));
  const idle = (word: string, where: string) => found.push(finding('unused-word', `${at}/${where}`, { id, word }));
  if (pointsBy && (points === undefined || !measure)) idle('pointsBy', 'pointsBy');
  for (const group of Object.keys(pointsBy ?? {})) {
    if (!groups.includes(group)) found.push(finding('unknown-group', `${at}/pointsBy/${group}`, { id: group }));
  }
  if (factor !== undefined && points === undefined) idle('factor', 'factor');
  if (scale?.kind === 'relative' && (panel || measure?.kind === 'collect')) idle('relative', 'scale');
  const places = measure?.kind === 'collect' && measure.pick === 'place' && measure.honour === undefined;
  if (scale?.kind === 'steps' && scale.ties !== undefined && !places) idle('ties', 'scale/ties');
  if (measure?.kind === 'ratio' && measure.signed && measure.inverse) idle('signed', 'measure/signed');
  for (const [i, level] of (measure?.kind === 'level' ? measure.levels : []).entries()) {
    if ((level.from ?? level.points) <= (level.to ?? level.points)) continue;
    found.push(finding('level-range', `${at}/measure/levels/${i}`, { id, level: level.id }));
  }
  if (measure?.kind !== 'collect') return found;
  if ((measure.take === 'streak') !== (measure.streak !== undefined)) idle('streak', 'measure');
  if (measure.absent !== undefined && !places) idle('absent', 'measure/absent');
  return found;
}
