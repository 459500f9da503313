// The headers of every answer that is no page: nothing at all is to be run or shown of it. There is no CORS: no other origin
// may read anything.
import { isPersonal } from '@jiangong/contracts';
import type { FastifyInstance } from 'fastify';

/** Of every answer that is no page. */
const dataHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;
const HTTPS_ALONE = 'max-age=31536000; includeSubDomains';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether and where answers may be kept; absent where the route itself says so. */
    kept?: 'no-store' | 'private, no-cache';
  }
}

/** Gives every answer its headers before anything else happens to it; a route may replace them. */
export function secureAnswers(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return;
    const isOfPeople = isPersonal(route.url.slice('/api'.length));
    if (route.url.startsWith('/api/public/') && !isOfPeople) return;
    const kept = isOfPeople ? 'no-store' : 'private, no-cache';
    route.config = { ...route.config, kept };
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(dataHeaders);
    const { kept } = request.routeOptions.config;
    if (kept) reply.header('cache-control', kept);
    if (request.protocol === 'https') reply.header('strict-transport-security', HTTPS_ALONE);
    done();
  });
}
