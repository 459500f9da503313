// A file as an answer: whole or a range of it, under headers that let a browser do nothing with it but show or save it.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { refuse } from '@jiangong/contracts';
import type { FastifyReply } from 'fastify';
import { kindOfType } from '../files/content/kind.ts';
import { flowing } from '../files/garbage.ts';
import type { FileStore, Range } from '../files/port.ts';
import { has } from './etag.ts';
import { Refused, sendProblem } from './problem.ts';

export interface Sent {
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** Its name in the store. */
  content: string;
}

/** Answers with a content, or a part of it. */
export async function send(reply: FastifyReply, files: FileStore, { name, type, size, sha256, content }: Sent) {
  const { headers, method } = reply.request;
  const etag = `"${sha256}"`;
  const shown = kindOfType(type)?.group === 'image' ? 'inline' : 'attachment';
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-disposition': dispositionOf(shown, name),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  if (has(headers['if-none-match'], etag)) return reply.code(304).send();
  const isOfThis = headers['if-range'] === undefined || headers['if-range'] === etag;
  const range = isOfThis ? rangeOf(headers.range, size) : undefined;
  if (range === 'none')
    return sendProblem(reply.header('content-range', `bytes */${size}`), refuse('range-not-satisfiable', { size }));
  reply.header('content-type', type).header('content-length', range ? range.end - range.start + 1 : size);
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  if (method === 'HEAD') return reply.send('');
  const bytes = flowing(await files.read(content, range));
  const sent = Readable.from(range ? bytes : checked(bytes, sha256), { objectMode: false });
  return reply.send(range ? sent : sent.on('error', () => bare(reply)));
}

/** Holds the last piece back until the whole is known to be right: a content that was changed never arrives whole. */
async function* checked(content: AsyncIterable<Buffer>, sha256: string): AsyncIterable<Buffer> {
  const hash = createHash('sha256');
  let last: Buffer | undefined;
  for await (const chunk of content) {
    hash.update(chunk);
    if (last) yield last;
    last = chunk;
  }
  if (hash.digest('hex') !== sha256) throw new Refused(refuse('file-damaged', { file: sha256.slice(0, 12) }));
  if (last) yield last;
}

/** If nothing was sent yet, a problem is the answer, and says nothing of a file. */
function bare(reply: FastifyReply) {
  for (const name of ['accept-ranges', 'content-disposition', 'etag']) reply.removeHeader(name);
}

/** The range that is asked for; undefined for the whole, as for several ranges. `none`: it lies outside. */
function rangeOf(header: string | undefined, size: number): Range | 'none' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  if (from === '') return Number(to) === 0 ? 'none' : { start: Math.max(0, size - Number(to)), end: size - 1 };
  const range = { start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (range.start >= size) return 'none';
  return range.end < range.start ? undefined : range;
}

/** RFC 6266, with the name once in ASCII and once as it is (RFC 5987). */
function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
