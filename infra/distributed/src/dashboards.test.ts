// Every figure that the dashboard and the alert rules speak of exists, with the labels they speak of; every alert says
// what to do.
import { readFileSync } from 'node:fs';
import { awards } from '@jiangong/awards';
import { startTesting } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Rule {
  alert: string;
  expr: string;
  annotations: { summary: string; description: string };
}
interface Panel {
  gridPos: { x: number; y: number; w: number; h: number };
  targets: { expr: string; legendFormat: string }[];
}
const read = (name: string) => readFileSync(new URL(`../../dashboards/${name}`, import.meta.url), 'utf8');
const rules = (parse(read('alerts.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(({ rules }) => rules);
const { panels } = JSON.parse(read('grafana.json')) as { panels: Panel[] };
const targets = panels.flatMap((panel) => panel.targets);
const expressions = [...rules, ...targets].map(({ expr }) => expr);

/** Exposed by the single address, which merges the metrics of several processes. */
const MERGED = ['process'];

test('every metric and label that the dashboards query exists', async () => {
  const { call, stop } = await startTesting([awards], { env: { SERVICES: 'competitions=http://127.0.0.1:9' } });
  const reader = { org: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12', roles: ['auditor' as const, 'operator' as const] };
  await call(reader, 'GET', '/api/grants');
  const { text } = await call(reader, 'GET', '/metrics');
  await stop();
  const labelsOf = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [, name, labels = ''] = /^([a-z0-9_]+)(?:\{(.*?)\})? /.exec(line) ?? [];
    if (!name) continue;
    const known = labelsOf.get(name) ?? new Set();
    for (const [, label] of labels.matchAll(/([a-z_]+)="/g)) known.add(label!);
    labelsOf.set(name, known);
  }
  const referenced = expressions.flatMap((expr) => expr.match(/\b(?:jiangong|process|nodejs)_[a-z0-9_]+/g) ?? []);
  expect(referenced.length).toBeGreaterThan(15);
  for (const name of referenced) expect([...labelsOf.keys()]).toContain(name);
  for (const expr of expressions) {
    const names = expr.match(/\b(?:jiangong|process|nodejs)_[a-z0-9_]+/g) ?? [];
    const known = [...names.flatMap((name) => [...(labelsOf.get(name) ?? [])]), ...MERGED];
    for (const [, by] of expr.matchAll(/by \(([^)]*)\)/g))
      for (const label of by!.split(', ')) expect([expr, known.includes(label)]).toEqual([expr, true]);
    expect([expr, balanced(expr)]).toEqual([expr, true]);
  }
});

test('every alert says what it means and what to do', () => {
  for (const { alert, annotations } of rules) {
    expect(alert).toMatch(/^Jiangong[A-Z]/);
    expect(annotations.summary).toMatch(/\p{Script=Han}.* · /u);
    expect(annotations.description.length).toBeGreaterThan(20);
  }
});

test('panels do not overlap, and each line has a name', () => {
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(targets.every(({ legendFormat }) => legendFormat.length > 0)).toBe(true);
});

function balanced(expr: string): boolean {
  let depth = 0;
  for (const sign of expr) {
    depth += '([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}
