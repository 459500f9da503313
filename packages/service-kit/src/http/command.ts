// A command over HTTP: its idempotency key is its cause, If-Match the version it was decided upon.
import { createHmac, randomUUIDv7 } from 'node:crypto';
import { type Actor, type CommandRequest, isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { causeOfRequest, isSystem } from '../command/cause.ts';
import type { CommandContext, Handled } from '../command/handle.ts';
import { traceparentOf } from '../command/trace.ts';
import type { CommandRoute, WithPrivateRows } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { isForm } from './bodies.ts';
import { pageHeaders } from './download.ts';
import { Refused, sendProblem } from './problem.ts';
import { requestOf } from './request.ts';

const KEY_LIMIT = 255;
/** Visible characters, with spaces only between them. */
const KEY = new RegExp(`^(?=.{1,${KEY_LIMIT}}$)[!-~]+(?: +[!-~]+)*$`);

/** The context of a request's command: cause, fingerprint, version, and whose doing it is. */
export function contextOf(
  request: FastifyRequest,
  runtime: Runtime,
  now: string,
  businessDate: string,
  by?: Actor,
): CommandContext {
  const actor = request.actor ?? by;
  if (!actor) throw new Refused(refuse('unauthenticated'));
  const key = request.headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || !KEY.test(key)))
    throw new Refused(
      invalidHeader(
        'idempotency-key',
        `请求头 Idempotency-Key 应为 1 至 ${KEY_LIMIT} 个可见的英文字符`,
        `the header Idempotency-Key takes 1 to ${KEY_LIMIT} visible ASCII characters`,
      ),
    );
  // Only the system itself signs as the system.
  if (isSystem(actor.sub)) throw new Refused(refuse('unauthenticated'));
  const cause = causeOfRequest(actor, key ?? randomUUIDv7());
  return {
    cause,
    // A drawn key cannot come twice, so only a given one needs its request's fingerprint; a given id may come twice, too.
    fingerprint: (key ?? givenId(request)) === undefined ? undefined : fingerprintOf(request, runtime.secret),
    actor,
    now,
    businessDate,
    ifMatch: ifMatchOf(request.headers['if-match']),
    correlation: request.id,
    causation: request.id,
    traceparent: traceparentOf(request.headers.traceparent),
  };
}

type Given = Omit<WithPrivateRows, 'request'> & { request: CommandRequest | Refusal };

export function commandHandler(route: CommandRoute, runtime: Runtime, now: () => string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const input = requestOf(request, runtime, now());
    const isPublic = route.roles === 'public';
    const given = isPublic ? undefined : contextOf(request, runtime, input.now, input.businessDate);
    if (given && route.method === 'PUT' && !route.revised) given.replaces = true;
    const outcome = await route.handle(input);
    // Whoever is refused before it is known on whose behalf has done nothing that could be repeated.
    if (isPublic && isRefusal(outcome)) return sendProblem(reply, outcome);
    const {
      request: command,
      remarks,
      shown,
      by,
      ...rows
    }: Given = 'request' in outcome ? outcome : { request: outcome };
    const context = given ?? contextOf(request, runtime, input.now, input.businessDate, by);
    const handled = await runtime.handle(command, { ...context, ...rows });
    const result = isRefusal(handled) ? await doneBefore(handled, request, context, runtime) : handled;
    if (isRefusal(result)) return sendProblem(reply, result);
    if (route.form && isForm(request)) return sendPage(reply, route.form.page(result.repeated ? undefined : shown));
    const at = route.follows?.at(input.params as Record<string, string>);
    return sendAnswer(reply, result, { remarks, shown, at });
  };
}

/** The id that a client drew for what the command makes. */
function givenId({ body }: FastifyRequest): string | undefined {
  const { id, objection = id } = (body ?? {}) as { id?: unknown; objection?: unknown };
  return typeof objection === 'string' ? objection : undefined;
}

/**
 * What this very request made before under an id of the client's, whatever has become of it since; otherwise the refusal.
 * It stands in the stream of that id, or in that of the record that the path names.
 */
async function doneBefore(refusal: Refusal, request: FastifyRequest, context: CommandContext, runtime: Runtime) {
  const made = givenId(request);
  if (made === undefined) return refusal;
  const { id } = request.params as { id?: string };
  for (const key of id === undefined ? [made] : [made, id])
    for (const noun of Object.keys(runtime.manifest.streams)) {
      const commits = await runtime.store.read(`${noun}/${key}`, 0);
      const before = commits.find(
        ({ fingerprint, actor, org }) =>
          fingerprint === context.fingerprint && actor === context.actor.sub && org === context.actor.org,
      );
      if (before) return runtime.handle(refusal, { ...context, cause: before.cause });
    }
  return refusal;
}

type Said = { [K in 'remarks' | 'shown']: WithPrivateRows[K] | undefined };
/** @param said `at`: where to see what follows and is not done yet */
function sendAnswer(reply: FastifyReply, handled: Handled, said: Said & { at: string | undefined }) {
  const { answer, viewed, repeated } = handled;
  const { remarks = [], shown, at } = said;
  const { status, id, version } = answer;
  if (shown) reply.header('cache-control', 'no-store');
  if (at !== undefined) reply.header('location', `/api${at}`);
  return reply
    .code(viewed && at === undefined ? status : 202)
    .header('etag', `"${version}"`)
    .send({ id, version, ...(remarks.length > 0 ? { remarks } : {}), ...(repeated ? {} : shown) });
}

const sendPage = (reply: FastifyReply, page: string) =>
  reply
    .headers({ ...pageHeaders(), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .serializer((body: unknown) => body as string)
    .send(page);

/** Keyed by a secret of the store: a body may hold a password, and the journal must not help to guess it. */
function fingerprintOf({ method, url, rawBody }: FastifyRequest, secret: string): string {
  // In which form an import's faults are answered is no part of what is done.
  const address = url.replace(/[?&]faults=\w*/, '');
  return createHmac('sha256', secret)
    .update(`${method} ${address}\n`)
    .update(rawBody ?? '')
    .digest('base64url');
}

function ifMatchOf(header: string | undefined): number | '*' | undefined {
  if (header === undefined || header === '*') return header;
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new Refused(
      invalidHeader(
        'if-match',
        '请求头 If-Match 应为读取时得到的 ETag，如 "3"',
        'the header If-Match must be the ETag you read, such as "3"',
      ),
    );
  return Number(version);
}

const invalidHeader = (name: string, zh: string, en: string): Refusal =>
  refuse('malformed-request', { errors: [{ at: `/headers/${name}`, zh, en }] });
