// `POST /api/behalf`: draws the token that a deputy acts by, from their own; for the page, as its cookie.
import { type Actor, actOnBehalf, isRefusal, session } from '@jiangong/contracts';
import type { Manifest } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { decodeJwt } from 'jose';
import { actFor } from './behalf.ts';
import { cookieOf } from './session.ts';

type Open = Parameters<NonNullable<Manifest['open']>>;
interface Request {
  actor: Actor | undefined;
  headers: { authorization?: string | undefined };
  body: unknown;
}

export function behalfRoutes(...[app, { store, read, now }, config]: Open): void {
  async function drawn({ actor, headers, body }: Request) {
    const { exp } = decodeJwt(headers.authorization!.slice('Bearer '.length));
    const grant = { issuer: config.ISSUER, audience: config.AUDIENCE, now: now() };
    const today = businessDateOf(grant.now);
    const asking = { store, read: read(actor!.org), actor: actor!, until: exp!, today, rule: config.SECOND_FACTOR };
    const answer = await actFor(asking, actOnBehalf.parse(body), grant);
    if (isRefusal(answer)) throw answer;
    return answer;
  }
  app.post(
    '/api/behalf',
    {
      schema: {
        tags: ['console'],
        summary: '代他人办理，或切换回本人 · Act on behalf of another, or as oneself again',
        security: [{ bearer: [] }],
        body: actOnBehalf,
        response: { 200: session },
      },
    },
    async (request, reply) => reply.header('cache-control', 'no-store').send(await drawn(request)),
  );
  app.post('/api/session/behalf', { schema: { hide: true, body: actOnBehalf } }, async (request, reply) => {
    const { token, expiresAt, ...me } = await drawn(request);
    const seconds = Math.floor((Date.parse(expiresAt) - Date.parse(now())) / 1000);
    return reply.headers({ 'cache-control': 'no-store', 'set-cookie': cookieOf(token, request, seconds) }).send(me);
  });
}
