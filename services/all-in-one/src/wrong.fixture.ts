// A request that is refused, and how.
import { type Actor, problem } from '@jiangong/contracts';
import { type Testing, tokenOf } from '@jiangong/service-kit/testing';
import { expect } from 'vitest';

export type Who = Partial<Actor> & Pick<Actor, 'roles' | 'org'>;
export interface Wrong {
  what: string;
  /** `METHOD /path`, with `{name}` for a known id. */
  call: string;
  body?: unknown;
  raw?: string;
  who?: Who | null;
  headers?: Record<string, string>;
  status: number;
  type: string;
}

/** Sends a wrong request; its refusal must be the expected one, and say in both languages what to do. */
export async function expectRefused(
  t: Testing,
  known: Readonly<Record<string, string>>,
  { call, body, raw, who, headers = {}, status, type }: Wrong,
) {
  const filled = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replace(/\{(\w[\w ]*)\}/g, (all, name) => known[name] ?? all));
  const [method, path] = filled(call).split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(filled(body)));
  const response = await t.app.inject({
    method,
    url: path,
    headers: {
      ...(payload !== undefined ? { 'content-type': 'application/json' } : {}),
      ...(who ? { authorization: `Bearer ${await tokenOf(filled(who))}` } : {}),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  });
  const answer = problem.parse(response.json());
  expect([response.statusCode, answer.type]).toEqual([status, `/problems/${type}`]);
  expect(response.headers['content-type']).toContain('application/problem+json');
  for (const text of [answer.title, answer.titleEn, answer.detail, answer.detailEn])
    expect(text).not.toMatch(/undefined|\{\w+\}|^$|[0-9a-f]{8}-[0-9a-f]{4}-|\/api\/|\bhazard/);
  expect(answer.detail).toMatch(/[\u4e00-\u9fff]/);
  expect(answer.detailEn).not.toMatch(/[、，。：；（）]/);
  if (type === 'malformed-request') expect(answer.errors!.length).toBeGreaterThan(0);
}
