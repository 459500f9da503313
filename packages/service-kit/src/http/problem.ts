// Every error leaves as RFC 9457 problem details, in Chinese and English.
import { basename } from 'node:path';
import { describe, isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { diskFaultOf, fileOf } from '../disk.ts';

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

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;
/** A rule of our own says it in both languages: `中文 / English`. */
const words = (issue: z.core.$ZodIssue, locale: typeof zh) => {
  if (issue.code === 'custom') return issue.message.split(' / ')[locale === zh ? 0 : 1] ?? issue.message;
  const said = locale(issue as never);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
};

/** What is wrong with a part of the request, each fault with its JSON pointer. */
export function malformed(part: string, issues: readonly z.core.$ZodIssue[]): Refusal {
  const errors = issues.map((issue) => ({
    at: [`/${part}`, ...issue.path.map(String)].join('/'),
    zh: words(issue, zh),
    en: words(issue, en),
  }));
  return refuse('malformed-request', { errors });
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
      return refuse('unsupported-media-type', {
        given: request.headers['content-type'] ?? '（空）',
        accepted: request.routeOptions.config.accepts ?? 'application/json',
      });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return refuse('unreadable-body', { format: 'JSON', reason: message });
    case 'FST_ERR_BAD_URL':
      return refuse('malformed-request', {
        errors: [{ at: '/path', zh: '地址中的转义无法读取', en: 'the address has escapes that cannot be read' }],
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
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return refuse('malformed-request', { errors: [{ at: '/', zh: `请求无法处理：${message}`, en: message }] });
  request.log.error({ err: error }, 'unexpected error');
  return refuse('unexpected-error', { id: request.id });
}
