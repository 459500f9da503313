// Words of language 2 in a document that says language 1, and words of language 2 where they have no effect.

import { segment } from '../refusal.ts';
import { splitFigure } from '../schema/figure.ts';
import type { Scheme } from '../schema/scheme.ts';
import { descend } from '../schema/walk.ts';
import { known } from './figures.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import type { SheetSite, Site } from './site.ts';

const WORDS: readonly string[] = ['zeroIf', 'normalise', 'raisedBy'];

/** Where a document uses a word of language 2. */
export function laterWords(scheme: Scheme): { at: string; word: string }[] {
  const found: { at: string; word: string }[] = [];
  const visit = (value: unknown, at: string, path: readonly string[]) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, below] of Object.entries(value)) {
      const here = `${at}/${segment(key)}`;
      const isFrom = key === 'from' && path.at(-2) === 'honours';
      if (WORDS.includes(key) || isFrom) found.push({ at: here, word: key });
      else if (key === 'kind' && below === 'linear') found.push({ at: here, word: 'linear' });
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
    if (scale?.kind !== 'linear') continue;
    for (const [i, { from }] of scale.linear.entries()) {
      if (scale.linear.findIndex((k) => k.from === from) === i) continue;
      found.push(finding('duplicate-step', `${at}/scale/linear/${i}/from`, { id, from }));
    }
  }
  return found;
}
