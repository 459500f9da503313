// Figures for Prometheus: requests, and what each service still owes.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { EventLog } from './log/port.ts';
import type { Runtime } from './runtime.ts';

export function metricsOf(runtimes: readonly Runtime[], log: EventLog) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'jiangong_http_request_seconds',
    help: 'Time to answer, by route, method and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const errors = new Counter({
    name: 'jiangong_http_errors_total',
    help: 'Answers with status 5xx',
    registers: [registry],
  });
  new Gauge({
    name: 'jiangong_pending_commits',
    help: 'Commits not yet told to everybody',
    labelNames: ['service'],
    registers: [registry],
    async collect() {
      for (const { manifest, store } of runtimes) this.set({ service: manifest.name }, (await store.pending()).length);
    },
  });
  new Gauge({
    name: 'jiangong_parked_events',
    help: 'Events that wait for an operator',
    labelNames: ['service'],
    registers: [registry],
    async collect() {
      for (const { manifest, parking } of runtimes) this.set({ service: manifest.name }, (await parking.all()).length);
    },
  });
  new Gauge({
    name: 'jiangong_consumer_lag',
    help: 'Events a consumer has not been handed yet',
    labelNames: ['consumer'],
    registers: [registry],
    async collect() {
      for (const [consumer, lag] of Object.entries(await log.lag())) this.set({ consumer }, lag);
    },
  });
  return {
    registry,
    observe(method: string, route: string, status: number, seconds: number) {
      requests.observe({ method, route, status }, seconds);
      if (status >= 500) errors.inc();
    },
  };
}
export type Metrics = ReturnType<typeof metricsOf>;
