// What the installation refused, as a typed value: an RFC 9457 problem in Chinese and English.

/** Problem details as the interface answers them; `errors` point into the request by JSON pointer. */
export interface ProblemDetails {
  type: string;
  title: string;
  titleEn: string;
  status: number;
  detail: string;
  detailEn: string;
  instance?: string | undefined;
  params?: Record<string, unknown> | undefined;
  errors?: { at: string; zh: string; en: string }[] | undefined;
}

/** Thrown for every answer that is no success. `code` is the last part of the problem's type. */
export class Refused extends Error {
  readonly code: string;
  readonly problem: ProblemDetails;
  constructor(problem: ProblemDetails, what: string) {
    const errors = (problem.errors ?? []).map(({ at, zh }) => `\n  ${at}: ${zh}`).join('');
    super(`${what}: ${problem.detail} / ${problem.detailEn}${errors}`);
    this.code = problem.type.split('/').at(-1)!;
    this.problem = problem;
  }
}

/**
 * Whether something that was thrown is a refusal, with one of the codes if any are given.
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { isRefused, Refused, unreachable } from '@jiangong/client';
 * const error: unknown = new Refused(unreachable(503), 'GET /api/checks');
 * assert.ok(isRefused(error, 'unreachable'));
 * assert.ok(!isRefused(error, 'not-found'));
 * ```
 */
export function isRefused(error: unknown, ...codes: string[]): error is Refused {
  return error instanceof Refused && (codes.length === 0 || codes.includes(error.code));
}

/** The problem of an answer that carries none: a proxy's page, or no answer at all (status 0). */
export const unreachable = (status: number): ProblemDetails => ({
  type: '/problems/unreachable',
  title: '无法连接服务器',
  titleEn: 'The server cannot be reached',
  status,
  detail: status === 0 ? '请检查网络，稍后重试；已填写的内容不会丢失。' : `服务器答复 HTTP ${status}，请稍后重试。`,
  detailEn:
    status === 0
      ? 'Check the network and try again; what you entered is kept.'
      : `The server answered HTTP ${status}; try again shortly.`,
});
