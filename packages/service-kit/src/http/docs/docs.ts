// The API's description (`/docs/json`) and its page (`/docs`): grouped by noun, with the examples of the demonstration year.
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { valueLabels } from '@jiangong/contracts';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Front } from '../front/front.ts';
import { securityHeaders } from '../security-headers.ts';
import { addExamples, type Paths } from './examples.ts';
import { headingOf, order } from './headings.ts';
import { introduction } from './introduction.ts';
import { pageStyle } from './page-style.ts';
import { type Components, schemaRegistry, tidied, zodToJsonConfig } from './schemas.ts';

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="40" height="40"><rect width="32" height="32" rx="6" fill="#c1121f"/><path d="M8 22h16M11 18h10M16 8v10M12 11l4-4 4 4" stroke="#fff" stroke-width="2.5" fill="none" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  machine: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: valueLabels.scope } } },
} as const;

/** @param front the services behind this address that run in processes of their own */
export async function registerDocs(app: FastifyInstance, front: Front | undefined): Promise<void> {
  const transform = createJsonSchemaTransform({ schemaRegistry, zodToJsonConfig });
  const transformObject = createJsonSchemaTransformObject({ schemaRegistry, zodToJsonConfig });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '建功 Jiangong', version: '1', description: introduction },
      tags: order.map((name) => ({ name })),
      components: { securitySchemes },
    },
    transform(document) {
      const done = transform(document as never) as { schema: Record<string, unknown>; url: string };
      if (!done.schema.hide) done.schema.tags = [headingOf(done.url)];
      return done as never;
    },
    transformObject(document) {
      const api = tidied(
        transformObject(document as never) as unknown as { paths: Paths; components: { schemas: Components } },
      );
      addExamples(api.paths);
      return api as never;
    },
  });
  let described: Record<string, unknown> | undefined;
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      docExpansion: 'none',
      filter: true,
      defaultModelsExpandDepth: -1,
      defaultModelExpandDepth: 4,
      persistAuthorization: true,
      displayRequestDuration: true,
    },
    theme: {
      title: '建功 · 接口文档',
      css: [{ filename: 'jiangong.css', content: pageStyle }],
      favicon: [{ filename: 'mark.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: mark }],
    },
    logo: { type: 'image/svg+xml', content: mark, href: '/', target: '_self' },
    uiHooks: {
      onRequest: (_request, reply, next) => {
        reply.headers(securityHeaders);
        next();
      },
      async preHandler({ url }) {
        if (front && /\/(json|yaml)$/.test(url))
          described = await front.described(app.swagger() as unknown as Record<string, unknown>);
      },
    },
    transformSpecificationClone: false,
    transformSpecification: (own) => described ?? own,
  });
}
