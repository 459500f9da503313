// What a request carries: JSON that is no deeper than anything here is, or a file where a route takes one.
import { type Refusal, refuse } from '@jiangong/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hasHidden, hasHiddenIn, repeatedNameIn } from './hidden-text.ts';
import { Refused, unsupported } from './problem.ts';
import { CSV, XLSX } from './table.ts';

export const FILES = `${CSV}, ${XLSX}`;
/** What clients call such files; which they are is seen from their content. */
const fileTypes = [
  CSV,
  XLSX,
  'text/tab-separated-values',
  'text/plain',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

/** Rules, digests and schemas walk down a value by calling themselves, which a hostile one could make them do too often. */
const DEPTH = 64;
const tooDeep = refuse('unreadable-body', {
  format: 'JSON',
  reason: `嵌套超过 ${DEPTH} 层`,
  reasonEn: `it is nested more than ${DEPTH} levels deep`,
});
/** A name with a wrong byte would be kept with a sign that nobody wrote. */
const notText = refuse('unreadable-body', {
  format: 'JSON',
  reason: '文字编码不是 UTF-8',
  reasonEn: 'its text is not encoded in UTF-8',
});
const hidden = (format: string) =>
  refuse('unreadable-body', {
    format,
    reason: '文字中有空字符、残缺的字符或改变文字方向的控制符，请删去后重新输入',
    reasonEn:
      'a text has a null character, half a character or a mark that changes its direction; delete it and type it again',
  });
const twice = refuse('unreadable-body', {
  format: 'JSON',
  reason: '同一对象中有一个字段出现了两次',
  reasonEn: 'an object has a field twice',
});
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
const isDeeper = (value: unknown, depth: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1)));

/** Why a value that could be read is not taken. */
function faultOf(value: unknown, text: string): Refusal | undefined {
  if (isDeeper(value, DEPTH)) return tooDeep;
  if (hasHiddenIn(text, value)) return hidden('JSON');
  return repeatedNameIn(text, value) === undefined ? undefined : twice;
}

/** The text is kept with the value: a reused idempotency key is recognised by it. */
export function readBodies(app: FastifyInstance) {
  app.removeContentTypeParser('application/json');
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const body = textOf(bytes as Buffer);
    if (body === undefined) return done(new Refused(notText));
    request.rawBody = body;
    if (body === '') return done(null, undefined);
    parseJson(request, body, (error, value) => {
      const refused = error ? undefined : faultOf(value, body);
      if (refused) done(new Refused(refused));
      else done(error, value);
    });
  });
  app.removeContentTypeParser('text/plain');
  for (const type of fileTypes)
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
      request.rawBody = body;
      if (request.routeOptions.config.accepts === FILES) done(null, body);
      else done(new Refused(unsupported(type, undefined)));
    });
}

const FORM = 'application/x-www-form-urlencoded';
export const isForm = ({ headers }: FastifyRequest) => headers['content-type']?.split(';')[0]?.trim() === FORM;
const unreadableForm = refuse('unreadable-body', {
  format: 'FORM',
  reason: '同一项填写了两次，或文字编码不是 UTF-8',
  reasonEn: 'a field is given twice, or its text is not encoded in UTF-8',
});

/** Forms of pages without scripts, for the routes of a scope: what is left empty is missing. */
export function readForms(scope: FastifyInstance) {
  scope.addContentTypeParser(FORM, { parseAs: 'string' }, (request, body, done) => {
    request.rawBody = body as string;
    const fields = [...new URLSearchParams(body as string)];
    const isRepeated = new Set(fields.map(([name]) => name)).size < fields.length;
    if (isRepeated || fields.some(([, text]) => text.includes('\uFFFD'))) return done(new Refused(unreadableForm));
    if (hasHidden(fields)) return done(new Refused(hidden('FORM')));
    done(null, Object.fromEntries(fields.filter(([, text]) => text.trim() !== '')));
  });
}
