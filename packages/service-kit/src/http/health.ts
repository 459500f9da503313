// Three probes: `/live` (the process runs), `/ready` (this process can serve, for load balancers) and `/health`
// (everything that should be known, for people). Strangers see which part is away, operators also why.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { EventLog } from '../log/port.ts';
import type { Runtime } from '../run/runtime.ts';
import { within } from '../run/within.ts';
import type { Front } from './front/front.ts';

export interface HealthDeps {
  runtimes: readonly Runtime[];
  log: EventLog;
  metricsToken: string | undefined;
  authenticate(request: FastifyRequest): Promise<void>;
  /** The services behind this address that run in processes of their own. */
  front?: Front | undefined;
}

const faults = z.record(z.string(), z.string());
const readyAnswer = z.object({ status: z.literal('ready') });
const notReadyAnswer = z.object({ status: z.literal('not-ready'), faults });
const healthAnswer = z.object({ status: z.enum(['healthy', 'faulty']), services: z.array(z.string()), faults });

/** A load balancer waits this long for each probe; people wait longer. */
const READY_MS = 1500;
const HEALTH_MS = 3000;
const AWAY = '不可用 / away';
const tags = ['运维 · operations'];

/** Whether two secrets are equal, in a time that does not depend on where they differ. */
const sameSecret = (a: string, b: string) => timingSafeEqual(digestOf(a), digestOf(b));
const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** Whether the request carries the token of the metrics. */
export const hasMetricsToken = ({ headers }: FastifyRequest, metricsToken: string | undefined): boolean =>
  metricsToken !== undefined && sameSecret(headers.authorization ?? '', `Bearer ${metricsToken}`);

type Check = readonly [name: string, work: () => Promise<void>];

async function faultsOf(checks: readonly Check[], patienceMs: number): Promise<Record<string, string>> {
  const all = await Promise.all(
    checks.map(async ([name, work]) => {
      try {
        await within(patienceMs, work());
        return [];
      } catch (error) {
        return [[name, String(error)] as const];
      }
    }),
  );
  return Object.fromEntries(all.flat());
}

export function healthRoutes(app: FastifyInstance, deps: HealthDeps) {
  const { runtimes, log, metricsToken, authenticate, front } = deps;
  const services = runtimes.map(({ manifest }) => manifest.name);
  const stores: Check[] = runtimes.map(({ manifest, store }) => [`${manifest.name}.store`, () => store.check()]);
  const logs: Check[] = [
    ['log', () => log.check()],
    ...runtimes.map(({ manifest, checkLog }): Check => [`${manifest.name}.log`, checkLog]),
  ];
  const stopped = () =>
    runtimes.flatMap(({ manifest, stopped }) =>
      [...stopped()].map(([stream, error]) => [`${manifest.name}.${stream}`, String(error)] as const),
    );
  const withoutReasons = (faults: Record<string, string>) =>
    Object.fromEntries(Object.keys(faults).map((name) => [name, AWAY]));

  async function isOperator(request: FastifyRequest): Promise<boolean> {
    if (hasMetricsToken(request, metricsToken)) return true;
    if (!request.headers.authorization) return false;
    await authenticate(request);
    return request.actor!.roles.includes('operator');
  }

  app.get(
    '/live',
    {
      schema: {
        tags,
        summary: '存活检查 · Liveness: the process runs',
        response: { 200: z.object({ status: z.literal('live') }) },
      },
    },
    async () => ({ status: 'live' }),
  );
  app.get(
    '/ready',
    {
      schema: {
        tags,
        summary: '就绪检查（本进程可以服务） · Readiness: this process can serve',
        response: { 200: readyAnswer, 503: notReadyAnswer },
      },
    },
    async (_, reply: FastifyReply) => {
      const faults = await faultsOf(stores, READY_MS);
      if (Object.keys(faults).length === 0) return reply.send({ status: 'ready' });
      return reply.code(503).send({ status: 'not-ready', faults: withoutReasons(faults) });
    },
  );
  app.get(
    '/health',
    {
      schema: {
        tags,
        summary: '全面检查（原因只给运维） · Health of everything; reasons for operators',
        security: [{}, { bearer: [] }],
        response: { 200: healthAnswer, 503: healthAnswer },
      },
    },
    async (request, reply: FastifyReply) => {
      const mayKnow = await isOperator(request);
      const [own, others] = await Promise.all([
        faultsOf([...stores, ...logs], HEALTH_MS),
        front?.faults(services, request.headers.authorization),
      ]);
      const faults = { ...own, ...Object.fromEntries(stopped()), ...others };
      const isHealthy = Object.keys(faults).length === 0;
      return reply.code(isHealthy ? 200 : 503).send({
        status: isHealthy ? 'healthy' : 'faulty',
        services,
        faults: mayKnow ? faults : withoutReasons(faults),
      });
    },
  );
}
