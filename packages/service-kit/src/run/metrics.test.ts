// Figures go on while what they are of is away: the last known value, its age, and nothing that is waited for long.
import pino from 'pino';
import { expect, test } from 'vitest';
import type { Backlog } from '../store/port.ts';
import { type MetricsDeps, metricsOf } from './metrics.ts';

function installation() {
  const at = {
    now: '2024-05-01T08:00:00Z',
    backlog: async (): Promise<Backlog> => ({ count: 2, oldest: '2024-05-01T07:59:30Z' }),
    lag: async (): Promise<Record<string, number>> => ({ awards: 7 }),
  };
  const said: string[] = [];
  const runtime = {
    manifest: { name: 'awards' },
    store: { backlog: () => at.backlog() },
    parking: { all: async () => [] },
  };
  const metrics = metricsOf({
    runtimes: [runtime as never],
    log: { lag: () => at.lag() } as MetricsDeps['log'],
    logger: pino({ level: 'info' }, { write: (line) => void said.push(JSON.parse(line).msg) }),
    now: () => at.now,
  });
  const figure = async (start: string) => {
    const line = (await metrics.text()).split('\n').find((line) => line.startsWith(start));
    return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
  };
  return { at, said, metrics, figure };
}
const away = async () => {
  throw new Error('away');
};
const age = (metric: string) => `jiangong_metric_age_seconds{metric="${metric}"}`;

test('a log that is away fails no reading: lag keeps its last value, and its age grows', async () => {
  const { at, said, metrics, figure } = installation();
  expect(await figure('jiangong_consumer_lag{consumer="awards"}')).toBe(7);
  const young = (await figure(age('jiangong_consumer_lag')))!;
  at.lag = away;
  expect(await figure('jiangong_consumer_lag{consumer="awards"}')).toBe(7);
  expect(await figure(age('jiangong_consumer_lag'))).toBeGreaterThan(young);
  expect(await figure('jiangong_pending_commits{service="awards"}')).toBe(2);
  expect(await metrics.lag()).toEqual({ awards: 7 });
  // Said once, however often it is read.
  expect(said).toEqual([expect.stringContaining('cannot be read')]);
  at.lag = async () => ({ awards: 0 });
  expect(await metrics.lag()).toEqual({ awards: 0 });
  expect(said).toHaveLength(2);
});

test('the age of pending commits grows while the store is away', async () => {
  const { at, figure } = installation();
  expect(await figure('jiangong_oldest_pending_seconds{service="awards"}')).toBe(30);
  at.backlog = away;
  at.now = '2024-05-01T08:02:00Z';
  expect(await figure('jiangong_pending_commits{service="awards"}')).toBe(2);
  expect(await figure('jiangong_oldest_pending_seconds{service="awards"}')).toBe(150);
  at.backlog = async () => ({ count: 0 });
  expect(await figure('jiangong_oldest_pending_seconds{service="awards"}')).toBe(0);
});

test('a figure that was never read is absent, not zero', async () => {
  const { at, figure } = installation();
  at.backlog = away;
  expect(await figure('jiangong_pending_commits{')).toBeUndefined();
  expect(await figure(age('jiangong_pending_commits'))).toBeGreaterThanOrEqual(0);
});

test('a log that never answers is awaited briefly, and read once', async () => {
  const { at, metrics, figure } = installation();
  let reads = 0;
  at.lag = () => {
    reads += 1;
    return new Promise(() => {});
  };
  expect(await figure('jiangong_pending_commits{service="awards"}')).toBe(2);
  expect(await metrics.lag()).toEqual({});
  expect(reads).toBe(1);
});
