// Figures for Prometheus: requests, and what each service still owes. A figure that cannot be read now keeps its last value
// and says how old that is; it never fails the others, and is waited for no longer than two seconds.
import type { Logger } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { EventLog } from '../log/port.ts';
import type { Runtime } from './runtime.ts';
import { within } from './within.ts';

const PATIENCE_MS = 2000;

export interface MetricsDeps {
  runtimes: readonly Runtime[];
  log: EventLog;
  logger: Logger;
  now(): string;
}

export function metricsOf({ runtimes, log, logger, now }: MetricsDeps) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'jiangong_http_request_seconds',
    help: 'Time to answer, by route, method and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const errors = new Counter({ name: 'jiangong_http_errors_total', help: 'Answers with status 5xx', registers });
  const gauge = (name: string, help: string, label: string) =>
    new Gauge({ name, help, labelNames: [label], registers });
  const pending = gauge('jiangong_pending_commits', 'Commits not yet published', 'service');
  const oldest = gauge('jiangong_oldest_pending_seconds', 'Age of the oldest commit not yet published', 'service');
  const parked = gauge('jiangong_parked_events', 'Events that wait for an operator', 'service');
  const lag = gauge('jiangong_consumer_lag', 'Events a consumer has not been handed yet', 'consumer');
  const age = gauge('jiangong_metric_age_seconds', 'Time since a figure could last be read', 'metric');

  const ofEach = <T>(read: (store: Runtime) => Promise<T>) =>
    Promise.all(runtimes.map(async (runtime) => [runtime.manifest.name, await read(runtime)] as const));
  const readings = [
    reading('jiangong_pending_commits', logger, async () => {
      const backlogs = await ofEach(({ store }) => store.backlog());
      return () => {
        for (const [service, { count, oldest: since }] of backlogs) {
          pending.set({ service }, count);
          oldest.set({ service }, since ? Math.max(0, Date.parse(now()) - Date.parse(since)) / 1000 : 0);
        }
      };
    }),
    reading('jiangong_parked_events', logger, async () => {
      const counts = await ofEach(async ({ parking }) => (await parking.all()).length);
      return () => {
        for (const [service, count] of counts) parked.set({ service }, count);
      };
    }),
  ];
  let lastLag: Record<string, number> = {};
  const lagReading = reading('jiangong_consumer_lag', logger, async () => {
    lastLag = await log.lag();
    return () => {
      for (const [consumer, records] of Object.entries(lastLag)) lag.set({ consumer }, records);
    };
  });
  readings.push(lagReading);

  return {
    contentType: registry.contentType,
    /** Everything as Prometheus reads it. */
    async text(): Promise<string> {
      await Promise.all(readings.map(({ refresh }) => refresh()));
      for (const { metric, show, ageSeconds } of readings) {
        show();
        age.set({ metric }, ageSeconds());
      }
      return registry.metrics();
    },
    /** Events not yet handed to each consumer, as last known. */
    async lag(): Promise<Record<string, number>> {
      await lagReading.refresh();
      return lastLag;
    },
    observe(method: string, route: string, status: number, seconds: number) {
      requests.observe({ method, route, status }, seconds);
      if (status >= 500) errors.inc();
    },
  };
}
export type Metrics = ReturnType<typeof metricsOf>;

/** A figure with its last known value. @param read @returns what shows the value that was read */
function reading(metric: string, logger: Logger, read: () => Promise<() => void>) {
  let show = () => {};
  let readAt = performance.now();
  let under: Promise<void> | undefined;
  let failing = false;
  async function attempt() {
    try {
      show = await read();
      readAt = performance.now();
      if (failing) logger.info({ metric }, '指标恢复 / the figure can be read again');
      failing = false;
    } catch (err) {
      if (!failing)
        logger.warn({ metric, err }, '指标暂不可读，沿用上次数值 / the figure cannot be read, its last value stays');
      failing = true;
    }
  }
  return {
    metric,
    /** Reads it anew; a reading that is under way is not begun twice. */
    async refresh() {
      under ??= attempt().finally(() => {
        under = undefined;
      });
      await within(PATIENCE_MS, under).catch(() => {});
    },
    show: () => show(),
    ageSeconds: () => (performance.now() - readAt) / 1000,
  };
}
