// For operators of the installation: metrics, what is pending or parked. For a union's auditors: its own parked
// events and its own records' journal.
import { type Role, refuse, refuseRole, serviceOfNoun } from '@jiangong/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { eventsOfCommit } from '../relay/envelope.ts';
import type { Metrics } from '../run/metrics.ts';
import { readLinks } from '../store/chain.ts';
import type { ServiceStatus } from './front/front.ts';
import { type HealthDeps, hasMetricsToken, healthRoutes } from './health.ts';
import { Refused } from './problem.ts';

export interface OpsDeps extends HealthDeps {
  metrics: Metrics;
  /** Copies every file of the data folder at one instant. @returns where to; absent where servers keep the data */
  backup?: (() => string) | undefined;
}

const statusAnswer = z.object({
  services: z.array(
    z.object({
      service: z.string(),
      pending: z.int(),
      oldestPending: z.string().optional(),
      lag: z.int(),
      stopped: z.array(z.object({ stream: z.string(), reason: z.string() })),
      parked: z.int(),
      copies: z.object({ up: z.int(), down: z.array(z.string()) }).optional(),
    }),
  ),
});
const journalAnswer = z.object({ stream: z.string(), commits: z.array(z.looseObject({ version: z.int() })) });
const inText = { description: 'Prometheus', content: { 'text/plain': { schema: z.string() } } };

const tags = ['运维 · operations'];
const asking = ({ method, url, headers: { authorization } }: FastifyRequest) => ({ method, url, authorization });

/** Whose record a parked event is of; what cannot even be read is nobody's. */
const orgOf = (event: unknown) => (event as { org?: unknown } | null | undefined)?.org;

/** What another process answered, as it answered it. */
function passOn(reply: FastifyReply, { status, body }: { status: number; body: unknown }) {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return reply
    .code(status)
    .header('content-type', `${type}; charset=utf-8`)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(body);
}

export function opsRoutes(app: FastifyInstance, deps: OpsDeps) {
  const { runtimes, metrics, metricsToken, backup, authenticate, front } = deps;
  const only =
    (...roles: Role[]) =>
    async (request: FastifyRequest) => {
      await authenticate(request);
      if (!roles.some((role) => request.actor!.roles.includes(role))) throw new Refused(refuseRole(roles));
    };

  healthRoutes(app, deps);

  app.get(
    '/metrics',
    {
      schema: {
        tags,
        summary: 'Prometheus 指标 · Prometheus metrics',
        security: [{ bearer: [] }],
        response: { 200: inText },
      },
      onRequest: async (request) => {
        if (hasMetricsToken(request, metricsToken)) return;
        await only('operator')(request);
      },
    },
    async ({ headers }, reply) => {
      const own = metrics.text();
      const text = await (front ? front.metrics(own, headers.authorization) : own);
      return reply.header('content-type', metrics.contentType).send(text);
    },
  );

  app.get(
    '/ops/status',
    {
      schema: {
        tags,
        summary: '待发、滞后与搁置 · Pending, lag and parked counts',
        security: [{ bearer: [] }],
        response: { 200: statusAnswer },
      },
      onRequest: only('operator'),
    },
    async ({ headers }) => {
      const lag = await metrics.lag();
      const services: ServiceStatus[] = await Promise.all(
        runtimes.map(async ({ manifest, store, parking, stopped }) => {
          const { count, oldest } = await store.backlog();
          return {
            service: manifest.name,
            pending: count,
            ...(oldest ? { oldestPending: oldest } : {}),
            lag: lag[manifest.name] ?? 0,
            stopped: [...stopped()].map(([stream, error]) => ({ stream, reason: String(error) })),
            parked: (await parking.all()).length,
          };
        }),
      );
      return { services: [...services, ...((await front?.status(headers.authorization)) ?? [])] };
    },
  );

  app.get(
    '/ops/parked',
    {
      schema: {
        tags,
        summary: '搁置的事件（审计人员只见本组织） · List parked events (auditors: their own organisation’s)',
        security: [{ bearer: [] }],
        response: { 200: z.object({ items: z.array(z.looseObject({ service: z.string() })) }) },
      },
      onRequest: only('operator', 'auditor'),
    },
    async ({ headers, actor }) => {
      const all = actor!.roles.includes('operator');
      const own = runtimes.map(async ({ manifest, parking }) =>
        (await parking.all())
          .filter(({ record }) => all || orgOf(record.value) === actor!.org)
          .map(({ record, ...row }) => ({ service: manifest.name, ...row, event: record.value })),
      );
      return { items: [...(await Promise.all(own)).flat(), ...((await front?.parked(headers.authorization)) ?? [])] };
    },
  );
  const redriveBody = z.strictObject({ service: z.string(), key: z.string().optional() });
  app.post(
    '/ops/parked/redrive',
    {
      schema: {
        tags,
        summary: '重新处理搁置的事件 · Redrive parked events',
        body: redriveBody,
        security: [{ bearer: [] }],
        response: { 200: z.object({ keys: z.int() }) },
      },
      onRequest: only('operator'),
    },
    async (request, reply) => {
      const body = request.body as z.infer<typeof redriveBody>;
      const { service, key } = body;
      const runtime = runtimes.find(({ manifest }) => manifest.name === service);
      const sent = runtime ? undefined : await front?.sent(service, { ...asking(request), body });
      if (sent) return passOn(reply, sent);
      if (!runtime) throw new Refused(refuse('not-found', { what: service }));
      const keys = await runtime.parking.redrive(key);
      return { keys };
    },
  );

  if (backup)
    app.post(
      '/ops/backup',
      {
        schema: {
          tags,
          summary: '在线备份 · Back up the data folder online',
          security: [{ bearer: [] }],
          response: { 201: z.object({ folder: z.string() }) },
        },
        onRequest: only('operator'),
      },
      async (_, reply) => reply.code(201).send({ folder: backup() }),
    );

  app.get(
    '/journal/:noun/:id',
    {
      schema: {
        tags,
        summary: '查看一条记录的全部事件（审计） · Audit every event of a stream',
        params: z.object({ noun: z.string(), id: z.string() }),
        security: [{ bearer: [] }],
        response: { 200: journalAnswer },
      },
      onRequest: only('auditor'),
    },
    async (request, reply) => {
      const { noun, id } = request.params as { noun: string; id: string };
      const stream = `${noun}/${id}`;
      const runtime = runtimes.find(({ manifest }) => Object.hasOwn(manifest.streams, noun));
      const sent = runtime ? undefined : await front?.sent(serviceOfNoun(noun), asking(request));
      if (sent) return passOn(reply, sent);
      if (!runtime || (await runtime.ownerOf(stream)) !== request.actor!.org)
        throw new Refused(refuse('not-found', { what: stream }));
      const links = await readLinks(runtime.store, stream);
      return {
        stream,
        commits: links.map(({ commit, hash }) => ({
          version: commit.version,
          cause: commit.cause,
          actor: commit.actor,
          ...(commit.behalf === undefined ? {} : { behalf: commit.behalf }),
          time: commit.time,
          answer: commit.answer,
          hash,
          events: eventsOfCommit(runtime.manifest.name, commit),
        })),
      };
    },
  );
}
