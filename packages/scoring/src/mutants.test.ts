// Every mutant is caught by the property or example that is named for it, and the evaluator itself by none. A short run takes
// every fourth mutant; MUTANTS=all takes them all.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { judge, summary } from '../kit/judge.ts';
import { MUTANTS } from '../kit/mutants.ts';
import { templates } from './index.ts';

const EVERY = process.env.MUTANTS === 'all' ? 1 : 4;
const root = new URL('..', import.meta.url);
const GOLDEN = new URL('golden/examples.json', root);
const copies = new URL('.report/mutants/', root);

afterAll(() => rmSync(copies, { recursive: true, force: true }));

test('the examples give what they gave before', () => {
  const found = Object.fromEntries(Object.keys(templates).map((id) => [id, summary(id)]));
  if (process.env.WRITE_GOLDEN) writeFileSync(GOLDEN, `${JSON.stringify(found, null, 1)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});

describe('the unchanged evaluator passes', () => {
  for (const name of new Set(MUTANTS.map((m) => m.caughtBy))) test(name, () => judge(name));
});

test('every mutant still has its one place in the evaluator', () => {
  const places = MUTANTS.map(({ file, find }) => readFileSync(new URL(`src/${file}`, root), 'utf8').split(find).length);
  expect(MUTANTS.filter((_, i) => places[i] !== 2).map(({ find }) => find)).toEqual([]);
});

describe('a mutant is caught', () => {
  for (const [i, { file, find, put, caughtBy }] of MUTANTS.entries()) {
    if (i % EVERY !== 0) continue;
    test(`${file}: ${find} → ${put || 'nothing'}`, async () => {
      const copy = new URL(`${i}/`, copies);
      mkdirSync(copy, { recursive: true });
      for (const part of ['src', 'kit', 'golden', 'cases'])
        cpSync(new URL(part, root), new URL(part, copy), { recursive: true });
      const target = new URL(`src/${file}`, copy);
      const source = readFileSync(target, 'utf8');
      writeFileSync(target, source.replace(find, put));
      const mutated = (await import(/* @vite-ignore */ new URL('kit/judge.ts', copy).pathname)) as {
        judge: typeof judge;
      };
      expect(() => mutated.judge(caughtBy)).toThrow();
    });
  }
});
