// The two commands print one JSON object and nothing else, and say the same as the package does.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonical, evaluateSeason, examples, parseScheme, render, templates } from './index.ts';

// The workspace brings its own Node, which runs TypeScript as it is.
const NODE = new URL('../../../node_modules/.bin/node', import.meta.url).pathname;
const CLI = new URL('../cli.ts', import.meta.url).pathname;
const scheme = new URL('./schemes/jian-jia.json', import.meta.url).pathname;
const inputs = new URL('./schemes/jian-jia.example.json', import.meta.url).pathname;
const run = (...args: string[]) =>
  execFileSync(NODE, [CLI, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scoring-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('evaluate prints results, the explanation and the digest of the results', () => {
  const said = JSON.parse(run('evaluate', scheme, inputs, '--explain', 'estates'));
  const { results, explain } = evaluateSeason(parseScheme(templates['jian-jia']), examples['jian-jia']!, 'estates');
  expect(said.results).toEqual(results);
  expect(said.explain).toEqual({ tree: explain, zh: render(explain!, 'zh'), en: render(explain!, 'en') });
  expect(said.digest).toBe(createHash('sha256').update(canonical(said.results)).digest('hex'));
  expect(Object.keys(said.results[0])).toEqual(['track', 'stage', 'period', 'entrants', 'honours', 'pending']);
});

test('validate prints findings, and fails when one of them is an error', () => {
  expect(JSON.parse(run('validate', scheme))).toEqual({ findings: [] });
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, JSON.stringify({ ...templates['jian-jia'], tracks: [] }));
  const { status, stdout } = spawnSync(NODE, [CLI, 'validate', broken], { encoding: 'utf8' });
  expect([status, JSON.parse(stdout).findings[0].at]).toEqual([1, '/tracks']);
});

test('files that cannot be read are named on standard error, nothing is printed', () => {
  for (const args of [
    ['validate', 'nowhere.json'],
    ['evaluate', scheme, scheme],
    ['evaluate', scheme, inputs, '--explain', 'nobody'],
    [],
  ]) {
    const { status, stdout, stderr } = spawnSync(NODE, [CLI, ...args], { encoding: 'utf8' });
    expect([status === 0, stdout, stderr.length > 10]).toEqual([false, '', true]);
  }
});
