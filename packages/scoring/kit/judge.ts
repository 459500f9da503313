// Runs one check by name against the evaluator in the same tree; throws when the check fails.
import { readFileSync } from 'node:fs';
import { evaluateSeason, evaluateStage, examples, parseScheme, templates } from '../src/index.ts';
import { found, RIGHT } from './cases.ts';
import { checks } from './checks.ts';
import { published } from './published.ts';
import { publishedEqualsExact } from './rounding.ts';
import { same } from './same.ts';
import { world } from './world.ts';

/** Places, scores and honours of every stage of the examples, as `schemes.test.ts` checks them by hand. */
export function summary(id: string): unknown {
  const { results } = evaluateSeason(parseScheme(templates[id]), examples[id]!);
  return results.map((r) => [
    r.entrants.map((e) => [e.id, e.status, e.score, e.place, e.bars.length]),
    r.honours.map((h) => [h.granted, h.referred, h.provisional]),
    r.pending.length,
  ]);
}

export function judge(name: string): void {
  const check = checks[name];
  const rule = published[name];
  const met = { numbers: 0, twice: 0 };
  if (rule) rule();
  else if (name === 'a published number is the exact number rounded once') {
    for (let seed = 0; seed < 250; seed++) publishedEqualsExact(seed, met);
  } else if (check) {
    for (let seed = 0; seed < 300; seed++) check(world(seed, 3));
  } else if (name.startsWith('case ')) {
    const rule = name.replace('case ', '');
    same(found(rule), RIGHT[rule], rule);
  } else if (name === 'example of a mark above its points') {
    const scheme = parseScheme(templates['jian-jia']);
    const marks = { organisation: 31, democracy: 25, service: 25, venue: 20 };
    const inputs = Object.fromEntries(Object.entries(marks).map(([id, value]) => [id, { value }]));
    const result = evaluateStage(scheme, { track: 'homes', stage: 'visit', period: 'batch-1' }, [{ id: 'a', inputs }]);
    same(result.entrants[0]?.score, 100, 'score');
  } else if (name === 'example of an open quarter') {
    const scheme = parseScheme(templates['sheng-hua']);
    const stages = examples['sheng-hua']!.stages.map((s) => ({ ...s, entrants: [...s.entrants] }));
    stages[1]!.entrants.push({ id: 'late', inputs: {} });
    const year = evaluateSeason(scheme, { stages }).results.at(-1);
    same(
      year?.entrants.map((e) => e.status),
      ['pending', 'pending', 'pending'],
      'status',
    );
  } else {
    const id = name.replace('example ', '');
    const golden = JSON.parse(readFileSync(new URL('../golden/examples.json', import.meta.url), 'utf8'));
    same(JSON.stringify(summary(id)), JSON.stringify(golden[id]), id);
  }
}
