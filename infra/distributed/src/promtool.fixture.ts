// Evaluates infra/dashboards/alerts.yml by Prometheus' own `promtool`, on series that were scraped before and during an outage.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'yaml';

const run = promisify(execFile);
const rules = fileURLToPath(new URL('../../dashboards/alerts.yml', import.meta.url));
/** How often Prometheus scrapes in these evaluations, and how often before the outage. */
const STEP_S = 15;
const BEFORE = 4;
const DURING = 40;
/** They go on to grow for as long as the outage lasts. */
const GROWING = ['jiangong_metric_age_seconds', 'jiangong_oldest_pending_seconds'];

export const hasPromtool = (): Promise<boolean> =>
  run('promtool', ['--version']).then(
    () => true,
    () => false,
  );

export type Scrape = ReadonlyMap<string, number>;
/** Series with their values; of a histogram none, and of the runtime none. */
export function scrapeOf(text: string): Scrape {
  const samples = text.split('\n').filter((line) => line.startsWith('jiangong_') && !line.includes('_seconds_bucket'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

export interface Outage {
  before: Scrape;
  during: Scrape;
  /** Alerts that fire, by how long the outage has lasted. */
  firing: { afterS: number; alerts: string[] }[];
}

function valuesOf(series: string, { before, during }: Outage): string {
  const was = before.get(series);
  const is = during.get(series);
  const grows = GROWING.some((name) => series.startsWith(`${name}{`)) && (is ?? 0) > (was ?? 0) + 1;
  // A series that a scrape lacks ends there.
  const later = is === undefined ? `stale _x${DURING}` : `${is}+${grows ? STEP_S : 0}x${DURING}`;
  return `${was === undefined ? '_' : was}x${BEFORE - 1} ${later}`;
}

/** Rejects with what fires instead. */
export async function evaluate(outages: Record<string, Outage>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-rules-'));
  const tests = Object.entries(outages).map(([name, outage]) => ({
    name,
    interval: `${STEP_S}s`,
    input_series: [...new Set([...outage.before.keys(), ...outage.during.keys()])].map((series) => ({
      series,
      values: valuesOf(series, outage),
    })),
    promql_expr_test: outage.firing.map(({ afterS, alerts }) => ({
      expr: 'max by (alertname) (ALERTS{alertstate="firing"})',
      eval_time: `${BEFORE * STEP_S + afterS}s`,
      exp_samples: alerts.map((alertname) => ({ labels: `{alertname="${alertname}"}`, value: 1 })),
    })),
  }));
  const file = join(folder, 'outages.yml');
  writeFileSync(file, stringify({ rule_files: [rules], evaluation_interval: `${STEP_S}s`, tests }));
  try {
    await run('promtool', ['test', 'rules', file]);
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(stdout + stderr);
  }
  rmSync(folder, { recursive: true });
}
