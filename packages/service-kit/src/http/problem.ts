// Every error leaves as RFC 9457 problem details, in Chinese and English.
import { basename } from 'node:path';
import { type Actor, describe, isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { diskFaultOf, fileOf } from '../sqlite/disk.ts';
import { sentencesOf } from './sentence.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined;
    rawBody: string | Buffer | undefined;
  }
  interface FastifyContextConfig {
    /** Media types the route takes. */
    accepts?: string;
  }
}

export function sendProblem(reply: FastifyReply, refusal: Refusal) {
  const problem = describe(refusal, reply.request.url);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) reply.header('retry-after', '1');
  if (problem.status === 429) reply.header('retry-after', String(refusal.params.seconds ?? 1));
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

/** Something that was refused deep inside a plain function of the border. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

const wholes: Record<string, readonly [zh: string, en: string]> = {
  body: ['请求内容', 'the body'],
  row: ['这一行', 'the row'],
  querystring: ['查询参数', 'the query'],
  params: ['地址', 'the address'],
};

/**
 * What is wrong with a part of the request, each fault with its JSON pointer and a sentence in both languages.
 * @example
 * ```ts
 * import { z } from 'zod';
 * const schema = z.object({ name: z.string() });
 * const { error } = schema.safeParse({});
 * malformed('body', schema, {}, error!.issues).refused; // → 'malformed-request'
 * ```
 */
export function malformed(
  part: string,
  schema: z.ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): Refusal {
  const errors = issues
    .flatMap((issue) => sentencesOf(issue, { schema, value, zh: '', en: '' }, wholes[part]))
    .map(({ path, zh, en }) => ({ at: [`/${part}`, ...path.map(String)].join('/'), zh, en }));
  return refuse('malformed-request', { errors });
}

const files = { acceptedZh: 'csv 或 xlsx 文件', acceptedEn: 'a csv or xlsx file' };
const FORM_TYPE = 'multipart/form-data';
const JSON_TYPE = 'application/json';
/** @param accepts the media types of the route; JSON by default */
export const unsupported = (given: string | undefined, accepts: string | undefined): Refusal =>
  refuse('unsupported-media-type', {
    ...(given ? { given } : { given: '未注明类型', givenEn: 'a body without a media type' }),
    ...(accepts === undefined || accepts === JSON_TYPE
      ? { accepted: JSON_TYPE, acceptedZh: `JSON（${JSON_TYPE}）` }
      : accepts === FORM_TYPE
        ? {
            accepted: accepts,
            acceptedZh: `含一个文件的表单（${FORM_TYPE}）`,
            acceptedEn: `a form with one file (${FORM_TYPE})`,
          }
        : { accepted: accepts, ...files }),
  });

/** What a JSON parser says is for programmers: people learn where to look. */
function unreadableJson(message: string): Refusal {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  const [reason, reasonEn] = /empty/i.test(message)
    ? ['内容为空', 'it is empty']
    : /prototype/.test(message)
      ? ['有不允许的属性名', 'it has a forbidden property name']
      : line
        ? [`第 ${line} 行第 ${column} 列附近有语法错误`, `a syntax error near line ${line}, column ${column}`]
        : ['内容不完整或有语法错误', 'it is incomplete or has a syntax error'];
  return refuse('unreadable-body', { format: 'JSON', reason, reasonEn });
}

/** Turns whatever was thrown on the way of a request into a problem. */
export function refusalOf(error: unknown, request: FastifyRequest, isFault: (error: unknown) => boolean): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (isRefusal(error)) return error;
  const { code, message, statusCode } = error as FastifyError;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('body-too-large', { limit: request.routeOptions.bodyLimit });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return unsupported(request.headers['content-type'], request.routeOptions.config.accepts);
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return unreadableJson(message);
    case 'FST_ERR_BAD_URL':
      return refuse('malformed-request', {
        errors: [{ at: '/path', zh: '地址中的百分号转义有误', en: 'the address has an invalid percent escape' }],
      });
    default:
  }
  const disk = diskFaultOf(error);
  if (disk) {
    request.log.error({ err: error }, 'the disk failed');
    return refuse(disk, { file: basename(fileOf(error)) });
  }
  if (isFault(error)) {
    request.log.error({ err: error }, 'the store or the log failed');
    return refuse('busy');
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    request.log.info({ err: error }, 'a request that cannot be processed');
    const [zh, en] = ['请求无法处理，请检查地址、请求头和内容', 'check the address, the headers and the body'];
    return refuse('malformed-request', { errors: [{ at: '/', zh, en }] });
  }
  request.log.error({ err: error }, 'unexpected error');
  return refuse('unexpected-error', { id: request.id, reference: request.id.slice(-12) });
}
