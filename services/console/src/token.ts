// `POST /token`: OAuth's client credentials (RFC 6749 §4.4), for machines. As a form, which the standard's clients send, or JSON.
import { isRefusal, machineToken, tokenRequest } from '@jiangong/contracts';
import type { Manifest } from '@jiangong/service-kit';
import { guardOf } from './guard.ts';
import { drawToken } from './machine-secret.ts';
import type { PrivateStore } from './private-store.ts';

const FORM = 'application/x-www-form-urlencoded';
const own = (text: string) => text;
type App = Parameters<NonNullable<Manifest['open']>>[0];
interface Issuing {
  store: PrivateStore;
  issuer: string;
  audience: string;
  behindProxy: boolean;
  now(): string;
}

/** Id and secret of `Authorization: Basic`, each form-encoded as the standard says. */
function basic(header: string | undefined): { client_id?: string; client_secret?: string } {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(header ?? '') ?? [];
  const [, client, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  if (client === undefined || secret === undefined) return {};
  const pair = new URLSearchParams(`client_id=${client}&client_secret=${secret}`);
  return { client_id: pair.get('client_id') ?? '', client_secret: pair.get('client_secret') ?? '' };
}

export async function tokenRoute(app: App, { store, issuer, audience, behindProxy, now }: Issuing): Promise<void> {
  const guarded = guardOf(store, behindProxy, own);
  await app.register(async (scope) => {
    scope.addContentTypeParser(FORM, { parseAs: 'string' }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body as string))),
    );
    scope.post(
      '/token',
      {
        schema: {
          tags: ['console'],
          summary: '接入系统领取令牌 · Draw a token for a machine',
          consumes: [FORM, 'application/json'],
          body: tokenRequest,
          response: { 200: machineToken },
        },
      },
      async (request, reply) => {
        const data = { ...tokenRequest.parse(request.body), ...basic(request.headers.authorization) };
        const grant = { issuer, audience, now: now() };
        const answer = await guarded(data.client_id ?? '', request, () => drawToken(store, data, grant));
        if (isRefusal(answer)) throw answer;
        return reply.header('cache-control', 'no-store').send(answer);
      },
    );
  });
}
