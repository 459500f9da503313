// The streams of events that are open: so many per person and per process, and none longer than its token is good for.
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { refuse } from '@jiangong/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Verify } from './auth.ts';
import { Refused } from './problem.ts';

/** Enough for a wall of screens with one account. */
export const STREAMS_PER_PERSON = 20;
export const STREAMS_PER_PROCESS = 2000;
export const COMMENT = ': \n\n';
const CHECK_MS = 5000;
/** Proxies close connections that are quiet for a minute, some after half of one: a comment every third check. */
const QUIET_CHECKS = 3;

export interface OpenStream {
  body: PassThrough;
  /** Aborts when the stream ends, for whatever reason. */
  signal: AbortSignal;
  /** Resolves when the client has room for more. */
  write(text: string): Promise<void>;
  end(): void;
}
interface Held extends OpenStream {
  authorization: string | undefined;
  isPublic: boolean;
  /** Checks since the last write. */
  quiet: number;
}
export interface OpenStreams {
  /** @throws Refused if the person, or the process, has as many as it may */
  open(request: FastifyRequest, reply: FastifyReply): OpenStream;
  /** Ends what nobody may read any more, and keeps quiet connections open. */
  check(): Promise<void>;
  count(): number;
}

export function openStreams(app: FastifyInstance, verify: () => Verify): OpenStreams {
  const all = new Set<Held>();
  const perPerson = new Map<string, number>();
  const timer = setInterval(check, CHECK_MS).unref();
  // A server that stops does not wait for what never ends by itself.
  app.addHook('preClose', async () => {
    clearInterval(timer);
    for (const { body } of all) body.destroy();
  });

  async function check() {
    await Promise.all([...all].map(checkOne));
  }
  async function checkOne(held: Held) {
    // It was ended before, and its client does not read the rest.
    if (held.signal.aborted) return held.body.destroy();
    held.quiet += 1;
    if (held.quiet >= QUIET_CHECKS && !held.body.writableNeedDrain) void held.write(COMMENT).catch(() => {});
    if (held.isPublic) return;
    try {
      if (!(await verify()(held.authorization))) held.end();
    } catch {
      // The issuer's keys could not be read: the next check may know.
    }
  }

  return {
    open(request, reply) {
      const person = request.actor ? `${request.actor.org}/${request.actor.sub}` : request.ip;
      const own = perPerson.get(person) ?? 0;
      if (own >= STREAMS_PER_PERSON) throw new Refused(refuse('too-many-streams', { limit: STREAMS_PER_PERSON }));
      if (all.size >= STREAMS_PER_PROCESS) throw new Refused(refuse('streams-full'));
      const body = new PassThrough();
      const ended = new AbortController();
      const held: Held = {
        ...{ body, signal: ended.signal, quiet: 0 },
        authorization: request.headers.authorization,
        isPublic: request.actor === undefined,
        async write(text) {
          held.quiet = 0;
          if (!body.write(text)) await once(body, 'drain', { signal: ended.signal });
        },
        end() {
          ended.abort();
          body.end();
        },
      };
      all.add(held);
      perPerson.set(person, own + 1);
      body.once('close', () => {
        all.delete(held);
        const left = perPerson.get(person)! - 1;
        if (left === 0) perPerson.delete(person);
        else perPerson.set(person, left);
        ended.abort();
      });
      // The client may go before there is a first answer.
      reply.raw.once('close', () => body.destroy());
      if (reply.raw.destroyed) body.destroy();
      return held;
    },
    check,
    count: () => all.size,
  };
}
