// Words against numbers: a formula that says seven lists seven pairs; labels have English.
import { wording } from '../explain/render.ts';
import type { Text } from '../schema/text.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';
import { type Site, total } from './site.ts';

export function checkWording(site: Site): Finding[] {
  return [...checkFormula(site), ...checkEnglish(site)];
}

const NUMERALS = '一二三四五六七八九十';

/** “七比七赛” says seven, “六比一创” says six and one. */
function said(name: string): number | undefined {
  const match = /([一二三四五六七八九十])比([一二三四五六七八九十])(赛|创|看|保)/.exec(name);
  if (!match) return undefined;
  const [compared, second] = [match[1], match[2]].map((c) => NUMERALS.indexOf(c ?? '') + 1);
  return match[3] === '创' || match[3] === '保' ? total([compared, second]) : compared;
}

function checkFormula({ scheme, sheets }: Site): Finding[] {
  const { formula } = scheme;
  if (!formula) return [];
  const found: Finding[] = [];
  const name = typeof formula.name === 'string' ? formula.name : formula.name.zh;
  const expected = said(name);
  const pairs = formula.pairs.length;
  if (expected !== undefined && expected !== pairs) {
    found.push(
      finding('formula-count', '/formula/pairs', { name, english: wording(formula.name, 'en'), said: expected, pairs }),
    );
  }
  const main = sheets.find((s) => s.sheet.main) ?? sheets[0];
  const items = main?.sheet.criteria.filter((c) => c.points !== undefined).length ?? 0;
  if (main && items < pairs) found.push(finding('formula-sheet', `${main.at}/criteria`, { pairs, items }));
  return found;
}

/** One finding for all of them, at the first: a Chinese-only scheme is complete, but not for everybody. */
function checkEnglish({ scheme, stages, sheets }: Site): Finding[] {
  const missing: string[] = [];
  const look = (label: Text | undefined, at: string) => {
    if (typeof label === 'string') missing.push(at);
  };
  const list = (items: readonly { label: Text }[] | undefined, at: string) => {
    for (const [i, item] of (items ?? []).entries()) look(item.label, `${at}/${i}/label`);
  };
  look(scheme.title, '/title');
  look(scheme.formula?.name, '/formula/name');
  for (const [i, pair] of (scheme.formula?.pairs ?? []).entries()) look(pair, `/formula/pairs/${i}`);
  list(scheme.departments, '/departments');
  for (const { sheet, at, criteria } of sheets) {
    for (const c of criteria) {
      look(c.criterion.label, `${c.at}/label`);
      if (c.criterion.measure?.kind === 'events') list(c.criterion.measure.tariff, `${c.at}/measure/tariff`);
      if (c.criterion.measure?.kind === 'level') list(c.criterion.measure.levels, `${c.at}/measure/levels`);
    }
    list(sheet.vetoes, `${at}/vetoes`);
    list(sheet.bands, `${at}/bands`);
  }
  list(scheme.tracks, '/tracks');
  for (const [t, track] of scheme.tracks.entries()) list(track.groups, `/tracks/${t}/groups`);
  for (const { stage, at } of stages) {
    look(stage.label, `${at}/label`);
    list(stage.periods, `${at}/periods`);
    list(stage.honours, `${at}/honours`);
  }
  const [first] = missing;
  return first === undefined ? [] : [finding('missing-english', first, { count: missing.length })];
}
