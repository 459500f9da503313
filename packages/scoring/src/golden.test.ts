// A thousand evaluations, written down: they may only change on purpose. Rewrite the file with WRITE_GOLDEN=1.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { randomEntrants } from '../kit/entrants.ts';
import { COMPLETE, season, world } from '../kit/world.ts';
import { canonical } from './canonical.ts';

const FILE = new URL('../golden/evaluations.jsonl', import.meta.url);

/** One line per season: seed, places and scores of the final, digest of all four results. */
function line(seed: number): string {
  const { d, scheme, entrants } = world(seed, 4);
  const second = randomEntrants(d, scheme, 4, COMPLETE).map((e, i) => ({ ...e, group: entrants[i]!.group ?? null }));
  const results = season(scheme, entrants, second, d);
  const final = results[2]!.entrants.map((e) => [e.id, e.status, e.score, e.place]);
  return JSON.stringify([seed, final, createHash('sha256').update(canonical(results)).digest('hex')]);
}

test('a thousand evaluations give what they gave before', () => {
  const lines = Array.from({ length: 1_000 }, (_, seed) => line(seed));
  if (process.env.WRITE_GOLDEN) writeFileSync(FILE, `${lines.join('\n')}\n`);
  const before = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  expect(before.length).toBe(1_000);
  expect(lines.filter((l, i) => l !== before[i]).slice(0, 3)).toEqual([]);
});
