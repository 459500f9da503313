// Schemes in language 1 keep their numbers for ever: a digest per case of results and explanations, never rewritten.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { randomEntrants } from '../kit/entrants.ts';
import { round, season, world } from '../kit/world.ts';
import { canonical, evaluateSeason, examples, parseScheme, render, templates } from './index.ts';

const FILE = new URL('../golden/language-1.jsonl', import.meta.url);
const DRAWN = 2_000;
const digest = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex');

/** A shipped scheme with its example season: the parsed document, all results, and every entrant's explanation. */
function shipped(id: string): string {
  const scheme = parseScheme(templates[id]);
  const season = examples[id]!;
  const ids = [...new Set(season.stages.flatMap((s) => s.entrants.map((e) => e.id)))];
  const explained = ids.map((entrant) => {
    const { explain } = evaluateSeason(scheme, season, entrant);
    return [explain!, render(explain!, 'zh'), render(explain!, 'en')];
  });
  return JSON.stringify([id, digest(scheme), digest(evaluateSeason(scheme, season).results), digest(explained)]);
}

/** A drawn scheme with gaps, vetoes and panels: four results, and one entrant's explanation in both languages. */
function drawn(seed: number): string {
  const { d, scheme, entrants } = world(1_000_000 + seed, 5);
  const second = randomEntrants(d, scheme, 5, { missing: 3, na: 5, veto: 15 }).map((e, i) => ({
    ...e,
    group: entrants[i]!.group ?? null,
  }));
  const results = season(scheme, entrants, second, d);
  const { explain } = round(scheme, entrants, 'p1', d.pick(entrants).id);
  return JSON.stringify([seed, digest(results), digest([explain!, render(explain!, 'zh'), render(explain!, 'en')])]);
}

test('language 1 keeps its numbers and its explanations', () => {
  const shippedIn1 = Object.keys(templates).filter((id) => templates[id]!.language === 1);
  const lines = [...shippedIn1.map(shipped), ...Array.from({ length: DRAWN }, (_, seed) => drawn(seed))];
  if (!existsSync(FILE)) writeFileSync(FILE, `${lines.join('\n')}\n`);
  const before = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBe(before.length);
  expect(lines.filter((line, i) => line !== before[i]).slice(0, 3)).toEqual([]);
});
