// The page at `/`, open without a token since it is empty until somebody signs in. It is made of plain files, read once,
// which ask for nothing from anywhere else: so it also works where there is no internet.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Manifest } from '@jiangong/service-kit';
import { securityHeaders } from '@jiangong/service-kit/security-headers';

type App = Parameters<NonNullable<Manifest['open']>>[0];

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
const headers = {
  ...securityHeaders,
  // Revalidated each time: 304 as long as it is the same.
  'cache-control': 'no-cache',
};

const folder = new URL('./page/', import.meta.url);
const files = readdirSync(folder).map((name) => {
  const body = readFileSync(new URL(name, folder));
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  return { url: name === 'index.html' ? '/' : `/page/${name}`, type: types[name.split('.').at(-1)!]!, body, etag };
});

export function page(app: App): void {
  for (const { url, type, body, etag } of files)
    app.get(url, { schema: { hide: true } }, (request, reply) => {
      reply.headers({ ...headers, etag });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply
        .type(type)
        .serializer((sent: unknown) => sent as string)
        .send(body);
    });
}
