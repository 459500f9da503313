// The page: one HTML file at each of its places, and what esbuild bundles from `web/` once per process. Open without a token,
// since it holds nothing of anybody, and it asks for nothing from anywhere else: so it also works without the internet.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Manifest } from '@jiangong/service-kit';
import { securityHeaders } from '@jiangong/service-kit/security-headers';
import { build, type Metafile, type Plugin } from 'esbuild';
import { type Place, places } from '../web/app/places.ts';

type App = Parameters<NonNullable<Manifest['open']>>[0];
interface File {
  type: string;
  body: Buffer;
  etag: string;
  /** Compressed once, at the first request that takes it. */
  encoded: Map<string, Promise<Buffer>>;
}
interface Page {
  html: File;
  assets: Map<string, File>;
  /** What comes with each place instead of after its script, as a `Link` header. */
  links: Map<string, string>;
}

const web = new URL('../web/', import.meta.url);
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const;

const fileOf = (body: Buffer, type: string): File => ({
  ...{ body, type, encoded: new Map() },
  etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
});

/** Whoever imports React gets Preact, which has the same interface in a sixth of the size. */
const preact: Plugin = {
  name: 'preact',
  setup({ onResolve, resolve }) {
    const resolveDir = fileURLToPath(web);
    onResolve({ filter: /^react(-dom)?($|\/)/ }, ({ path, kind }) =>
      resolve(path.replace(/^react(-dom)?/, 'preact/compat'), { resolveDir, kind }),
    );
  },
};

async function bundled(): Promise<Page> {
  const { outputFiles, metafile } = await build({
    metafile: true,
    entryPoints: { page: fileURLToPath(new URL('app/main.tsx', web)), icon: fileURLToPath(new URL('icon.svg', web)) },
    ...{ bundle: true, splitting: true, minify: true, write: false, format: 'esm', target: 'es2022' },
    ...{ jsx: 'automatic', charset: 'utf8', legalComments: 'none', outdir: '/' },
    ...{ entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]', assetNames: '[name]-[hash]' },
    loader: { '.svg': 'copy' },
    plugins: [preact],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const assets = new Map(
    outputFiles.map(({ path, contents }) => {
      const name = basename(path);
      return [name, fileOf(Buffer.from(contents), types[name.split('.').at(-1)!]!)];
    }),
  );
  const template = readFileSync(new URL('index.html', web), 'utf8');
  const html = template.replace(/\{(\w+)\.(\w+)\}/g, (_, name: string, kind: string) => {
    const found = [...assets.keys()].find((each) => each.startsWith(`${name}-`) && each.endsWith(`.${kind}`));
    return `/assets/${found}`;
  });
  // What the page imports is fetched with it instead of after it.
  const entry = Object.values(metafile!.outputs).find(({ entryPoint }) => entryPoint?.endsWith('app/main.tsx'))!;
  const preloads = entry.imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => `<link rel="modulepreload" href="/assets/${basename(path)}">\n`);
  return {
    html: fileOf(Buffer.from(html.replace('</head>', `${preloads.join('')}</head>`)), 'text/html; charset=utf-8'),
    assets,
    links: new Map(places.map((place) => [place.path, linksOf(place, metafile!.outputs)])),
  };
}

/** The script of a place with what it imports, who is signed in, and the place's first questions. */
function linksOf({ work, asks = [] }: Place, outputs: Metafile['outputs']): string {
  const script = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(`web/${work}`));
  if (!script) throw new Error(`没有这个页面文件 / no such file of the page: ${work}`);
  const [path, { imports }] = script;
  const scripts = [path, ...imports.filter(({ kind }) => kind === 'import-statement').map((each) => each.path)];
  const lists = asks.map(([ask, input]) => `${ask}?${new URLSearchParams({ ...input, limit: '200' })}`);
  return [
    ...['/me', ...lists].map((ask) => `</api${ask}>; rel=preload; as=fetch; crossorigin`),
    ...scripts.map((each) => `</assets/${basename(each)}>; rel=modulepreload`),
  ].join(', ');
}
let built: Promise<Page> | undefined;
/** Bundled at the first call, once per process. */
export const pageFiles = (): Promise<Page> => (built ??= bundled());

interface Sent {
  code: number;
  headers: Record<string, string>;
  body?: Buffer;
}
async function answerOf(file: File, cache: string, asked: Record<string, unknown>): Promise<Sent> {
  const headers = { ...securityHeaders, 'cache-control': cache, etag: file.etag, vary: 'accept-encoding' };
  if (asked['if-none-match'] === file.etag) return { code: 304, headers };
  const type = { 'content-type': file.type };
  const encoding = (['br', 'gzip'] as const).find((each) => String(asked['accept-encoding'] ?? '').includes(each));
  if (!encoding) return { code: 200, headers: { ...headers, ...type }, body: file.body };
  const body = file.encoded.get(encoding) ?? encoders[encoding](file.body);
  file.encoded.set(encoding, body);
  return { code: 200, headers: { ...headers, ...type, 'content-encoding': encoding }, body: await body };
}

export function page(app: App): void {
  const hidden = { schema: { hide: true } };
  // Whoever really listens has the page ready before anybody comes; others bundle it at the first request.
  app.addHook('onListen', async () => void (await pageFiles()));
  for (const { path } of places)
    app.get(path, hidden, async (request, reply) => {
      const { html, links } = await pageFiles();
      const { code, headers, body } = await answerOf(html, 'no-cache', request.headers);
      return reply
        .code(code)
        .headers({ ...headers, link: links.get(path)! })
        .serializer(asIs)
        .send(body);
    });
  app.get('/assets/:name', hidden, async (request, reply) => {
    const file = (await pageFiles()).assets.get((request.params as { name: string }).name);
    if (!file) return reply.callNotFound();
    const { code, headers, body } = await answerOf(file, FOR_EVER, request.headers);
    return reply.code(code).headers(headers).serializer(asIs).send(body);
  });
}
const asIs = (sent: unknown) => sent as string;
const FOR_EVER = 'public, max-age=31536000, immutable';
