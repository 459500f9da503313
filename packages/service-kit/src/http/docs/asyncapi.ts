// The events' description (`/asyncapi.json`), its page (`/asyncapi`), and the JSON Schema of each (`/schemas/{type}/{version}`), as
// `dataschema` names it.
import { refuse } from '@jiangong/contracts';
import { asyncApi, releasedSchemaOf } from '@jiangong/contracts/schema';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refused } from '../problem.ts';
import { securityHeaders } from '../security-headers.ts';
import { asyncApiPage, asyncApiStyle, type EventsDocument } from './asyncapi-page.ts';

const hidden = { hide: true } as const;
const about = z.object({ type: z.string().max(100), version: z.coerce.number().int().min(1) });
/** Stands for the address that a reader came by, so that the document is made once. */
const HERE = 'http://here.invalid';
const FOR_A_WHILE = 'public, max-age=300';

export function asyncApiRoutes(app: FastifyInstance): void {
  let text: string | undefined;
  app.get('/asyncapi.json', { schema: hidden }, ({ protocol, host }, reply) => {
    text ??= JSON.stringify(asyncApi(HERE));
    const address = `${protocol}://${host}`;
    const here = URL.canParse(address) ? new URL(address).origin : '';
    return reply
      .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': FOR_A_WHILE })
      .send(text.replaceAll(HERE, here));
  });
  let page: string | undefined;
  app.get('/asyncapi', { schema: hidden }, (_request, reply) => {
    page ??= asyncApiPage(asyncApi('') as EventsDocument);
    return reply
      .headers({ ...securityHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': FOR_A_WHILE })
      .send(page);
  });
  app.get('/asyncapi.css', { schema: hidden }, (_request, reply) =>
    reply
      .headers({ ...securityHeaders, 'content-type': 'text/css; charset=utf-8', 'cache-control': FOR_A_WHILE })
      .send(asyncApiStyle),
  );
  app.get('/schemas/:type/:version', { schema: { ...hidden, params: about } }, (request, reply) => {
    const { type, version } = request.params as z.infer<typeof about>;
    const schema = releasedSchemaOf(type, version);
    if (!schema) throw new Refused(refuse('not-found', { what: request.url.split('?')[0] }));
    return reply
      .headers({ 'content-type': 'application/schema+json; charset=utf-8', 'cache-control': FOR_A_WHILE })
      .send(JSON.stringify(schema));
  });
}
