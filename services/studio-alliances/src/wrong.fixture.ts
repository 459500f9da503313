// For tests: a wrong request, and how it is answered: in both languages, without ids.
import { problem } from '@jiangong/contracts';
import { type Testing, tokenOf } from '@jiangong/service-kit/testing';
import { expect } from 'vitest';

export type Who = Parameters<Testing['call']>[0];
export interface Wrong {
  what: string;
  /** `METHOD /path`, with `{name}` for a known id. */
  call: string;
  body?: unknown;
  raw?: string | Buffer;
  who?: Who;
  type?: string;
  /** Status and problem. */
  says: string;
  /** What the sentence names. */
  names?: string;
}

/** Sends it, as `usual` where it names nobody, and reads the answer as people do. */
export async function expectRefused(t: Testing, known: Record<string, string>, usual: Who, wrong: Wrong) {
  const { call, body, raw, who = usual, type, says, names } = wrong;
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (all, name) => known[name] ?? all);
  const [method, path] = fill(call).split(' ') as ['GET' | 'POST', string];
  const payload = raw ?? (body === undefined ? undefined : fill(JSON.stringify(body)));
  const answer = await t.app.inject({
    method,
    url: `/api${path}`,
    headers: {
      authorization: `Bearer ${await tokenOf(who!)}`,
      ...(payload === undefined ? {} : { 'content-type': type ?? 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
  const said = problem.parse(answer.json());
  expect(`${answer.statusCode} ${said.type.split('/').at(-1)}`).toBe(says);
  expect(said.detail).toMatch(/[\u4e00-\u9fff]/);
  expect(said.detailEn).toMatch(/^[^、，。：；（）]+$/);
  expect(`${said.detail}${said.detailEn}`).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|\/api\//);
  if (names) expect(JSON.stringify(said)).toContain(fill(names));
}
