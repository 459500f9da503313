// The HTTP border of one or several services: routes from their tables, tokens, roles, validation, problems, OpenAPI.

import { randomUUIDv7 } from 'node:crypto';
import { problems, refuse, refuseRole, type Scope } from '@jiangong/contracts';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RouteOptions,
} from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { DownloadRoute, EventsRoute, QueryRoute, Route } from '../define/route.ts';
import type { EventLog } from '../log/port.ts';
import { metricsOf } from '../run/metrics.ts';
import type { Runtime } from '../run/runtime.ts';
import { answersOf, JSON_TYPE, refusal } from './answers.ts';
import type { Verify } from './auth.ts';
import { FILES, readBodies, readForms } from './bodies.ts';
import { bulkHandler } from './bulk.ts';
import { commandHandler } from './command.ts';
import { openCursor, takesCursor } from './cursor.ts';
import { asyncApiRoutes } from './docs/asyncapi.ts';
import { registerDocs } from './docs/docs.ts';
import { downloadHandler } from './download.ts';
import { eventsHandler } from './events.ts';
import { fileRoutes } from './files.ts';
import type { Front } from './front/front.ts';
import { proxyTo } from './front/proxy.ts';
import { importDescription, importQuery } from './import/answer.ts';
import { importHandler } from './import/import.ts';
import { templateRoute } from './import/template.ts';
import { type OpenStreams, openStreams } from './open-streams.ts';
import { opsRoutes } from './ops.ts';
import { Refused, refusalOf, sendProblem } from './problem.ts';
import { queryHandler } from './query.ts';
import { secureAnswers } from './secure-answers.ts';
import { CSV, XLSX } from './table.ts';
import { tasksRoute } from './tasks.ts';
import { answerUnreadable } from './unreadable.ts';
import { refuseHiddenAddresses, refuseUnknownParameters, validatorCompiler } from './validation.ts';

export interface AppDeps {
  runtimes: readonly Runtime[];
  log: EventLog;
  logger: Logger;
  verify(): Verify;
  now(): string;
  bodyLimit: number;
  metricsToken: string | undefined;
  /** Proxies whose `X-Forwarded-For` is believed. */
  trustProxy: string | undefined;
  backup?: (() => string) | undefined;
  /** The services behind this address that run in processes of their own. */
  front?: Front | undefined;
}

export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { runtimes, log, logger, now, front } = deps;
  const isFault = (error: unknown) => runtimes.some(({ store }) => store.isFault(error));
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: deps.bodyLimit,
    trustProxy: deps.trustProxy ?? false,
    requestTimeout: 60_000,
    genReqId: () => randomUUIDv7(),
    return503OnClosing: true,
    // What the router itself cannot read: an address that is no address, or far too long.
    frameworkErrors: (error, request, reply) => sendProblem(reply, refusalOf(error, request, isFault)),
    clientErrorHandler: answerUnreadable,
  });
  const metrics = metricsOf({ runtimes, log, logger, now });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(({ schema }) => {
    let compiled: z.ZodType | undefined;
    return (data) => {
      compiled ??= z.compile(schema as z.ZodType);
      return JSON.stringify(compiled.parse(data));
    };
  });
  app.setErrorHandler((error, request, reply) => sendProblem(reply, refusalOf(error, request, isFault)));

  secureAnswers(app);
  readBodies(app);
  app.decorateRequest('actor', undefined);
  app.decorateRequest('rawBody', undefined);

  for (const { manifest } of runtimes) manifest.prepare?.(app);

  async function authenticate(request: FastifyRequest) {
    if (!request.actor) await admit(request, deps.verify()(request.headers.authorization));
  }
  async function admit(request: FastifyRequest, verified: ReturnType<Verify>) {
    const actor = await verified;
    if (!actor) throw new Refused(refuse('unauthenticated'));
    request.actor = actor;
  }
  app.addHook('onRequest', (request, _, done) => {
    const { url, routeOptions } = request;
    // By the route that was found: an address can be written in many ways, such as `/%61pi`.
    const isApi = (routeOptions.url ?? url).startsWith('/api');
    if (!isApi || url.startsWith('/api/public/') || routeOptions.url?.startsWith('/api/public/')) return done();
    const verified = deps.verify()(request.headers.authorization);
    // A token seen before is known at once.
    if (verified && !('then' in verified)) {
      request.actor = verified;
      return done();
    }
    admit(request, verified).then(() => done(), done);
  });
  app.addHook('onRoute', ({ schema }) => {
    if (schema && !schema.hide) schema.response = { ...(schema.response as object), default: refusal };
  });
  app.addHook('onResponse', (request, reply, done) => {
    metrics.observe(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000);
    done();
  });

  refuseUnknownParameters(app);
  refuseHiddenAddresses(app);

  await registerDocs(app, front);
  asyncApiRoutes(app);

  const streams = openStreams(app, deps.verify);
  for (const runtime of runtimes)
    for (const route of runtime.manifest.routes) addRoute(app, route, runtime, streams, now);
  const [any] = runtimes;
  if (any) addRoute(app, tasksRoute(runtimes, front), any, streams, now);
  await fileRoutes(app, runtimes, now);
  const { metricsToken, backup } = deps;
  opsRoutes(app, { runtimes, log, metrics, metricsToken, backup, authenticate, front });
  if (front) await proxyTo(app, front.fronted);
  app.get('/problems/:code', { schema: { hide: true } }, async (request, reply) => {
    const { code } = request.params as { code: string };
    const known = Object.hasOwn(problems, code) && problems[code as keyof typeof problems];
    return known ? { type: `/problems/${code}`, ...known } : sendProblem(reply, refuse('not-found', { what: code }));
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!;
    const allowed = runtimes
      .flatMap(({ manifest }) => manifest.routes)
      .filter((route) => new RegExp(`^/api${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path))
      .map(({ method }) => method);
    if (allowed.length === 0) return sendProblem(reply, refuse('not-found', { what: path }));
    return sendProblem(
      reply.header('allow', [...new Set(allowed)].join(', ')),
      refuse('method-not-allowed', { method: request.method }),
    );
  });
  return app;
}

function addRoute(app: FastifyInstance, route: Route, runtime: Runtime, streams: OpenStreams, now: () => string) {
  const { roles, scope } = route;
  const asOf = z.object({ on: z.string().optional().describe('业务日期 · business date, organisers only') });
  const handler = {
    command: () => commandHandler(route as never, runtime, now),
    query: () => queryHandler(route as never, runtime, now),
    import: () => importHandler(route as never, runtime, now),
    bulk: () => bulkHandler(route as never, runtime, now),
    events: () => eventsHandler(streams, route as never, runtime, now),
    download: () => downloadHandler(route as never, runtime, now),
  }[route.kind]();
  const query = {
    command: () => asOf,
    import: () => importQuery,
    bulk: () => asOf,
    events: ({ querystring: query }: EventsRoute) => query,
    download: ({ querystring: query }: DownloadRoute) => query,
    query: ({ table, querystring: query }: QueryRoute) =>
      table ? (query ?? z.object({})).extend({ format: z.enum(['json', 'csv', 'xlsx']).optional() }) : query,
  }[route.kind](route as never);
  const common = {
    // Before validation, so that who may not act learns nothing about the form of the request.
    preValidation: (request: FastifyRequest, _: FastifyReply, done: (error?: Error) => void) => {
      if (roles === 'public') return done();
      const { roles: own, scopes } = request.actor!;
      if (scopes)
        done(
          scopes.some((each) => each === scope)
            ? undefined
            : new Refused(refuse('scope-missing', { scope: scope ?? '—' })),
        );
      else done(roles.some((role) => own.includes(role)) ? undefined : new Refused(refuseRole(roles)));
    },
    preHandler: [
      ...(takesCursor(route) ? [openCursor(route, runtime)] : []),
      ...(route.within ? [ownOnly(route.within, runtime)] : []),
    ],
  };
  const described = {
    tags: [runtime.manifest.name],
    description: roles === 'public' ? '公开 · public' : `角色 · roles: ${roles.join(', ')}`,
    ...(roles === 'public' ? {} : { security: securityOf(scope) }),
    ...(route.params ? { params: route.params } : {}),
  };
  const options: RouteOptions = {
    ...common,
    method: route.method,
    url: `/api${route.path}`,
    schema: {
      ...described,
      summary: route.summary.join(' · '),
      ...(route.kind === 'import'
        ? { description: `${described.description}\n\n${importDescription(route.columns)}` }
        : {}),
      ...(query ? { querystring: query } : {}),
      ...('body' in route && route.body ? { body: route.body } : {}),
      ...(route.kind === 'import' ? { consumes: [CSV, XLSX], body: z.unknown() } : {}),
      ...(asksTable(route) ? { consumes: [JSON_TYPE, CSV, XLSX] } : {}),
      response: answersOf(route),
    },
    config: { accepts: route.kind === 'import' || asksTable(route) ? FILES : JSON_TYPE },
    handler,
  };
  if (route.kind === 'command' && route.form)
    app.register(async (scope) => {
      readForms(scope);
      scope.route(options);
    });
  else app.route(options);
  if (route.kind === 'import') app.route({ ...common, ...templateRoute(route, described, runtime, now) });
}

const securityOf = (scope: Scope | undefined): Record<string, string[]>[] => [
  { bearer: [] },
  ...(scope ? [{ machine: [scope] }] : []),
];

const asksTable = (route: Route): route is QueryRoute => route.kind === 'query' && route.file !== undefined;

const ownOnly = (within: NonNullable<Route['within']>, runtime: Runtime) => async (request: FastifyRequest) => {
  const params = request.params as { id: string };
  if ((await runtime.ownerOf(within(params))) !== request.actor!.org)
    throw new Refused(refuse('not-found', { what: params.id }));
};
