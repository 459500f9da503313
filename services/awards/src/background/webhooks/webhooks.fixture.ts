// For tests: the service with a clock of the test's own, grants, and the webhooks' routes.
import { awardGranted, derivedId, isRefusal } from '@jiangong/contracts';
import { startTesting } from '@jiangong/service-kit/testing';
import { expect } from 'vitest';
import { grantCommand } from '../../grant.ts';
import { awards } from '../../service.ts';
import { webhookDispatcher } from './dispatcher.ts';
import { webhookRecords } from './records.ts';

/** A generous bound: it says that something happens, not how soon. */
export const until = (check: () => unknown, timeout = 20_000) => expect.poll(check, { timeout, interval: 5 });
export const hr = { org: 'union', sub: 'hr', roles: ['hr' as const] };
const actor = { org: 'union', sub: 'zhao', roles: ['committee' as const], departments: [], units: [] };
const { grant: _, revision: __, status: ___, ...data } = awardGranted.example;
export const grantId = (name: string) => derivedId('webhooks', name);

/** @param nowMs a clock that goes by itself; otherwise time stands still until it is let pass */
export async function startWebhooks(env: Record<string, string> = {}, nowMs?: () => number) {
  let clock = Date.now();
  const now = () => new Date(nowMs?.() ?? clock).toISOString();
  const t = await startTesting([awards], { now, env: { WEBHOOK_ADDRESSES: '127.0.0.1', ...env } });
  const [runtime] = t.runtimes;
  async function carryOut(name: string, command: 'grant' | 'correct' | 'revoke', given: object) {
    const cause = `test/${name}/${command}/${JSON.stringify(given)}`;
    const context = { cause, actor, now: now(), businessDate: '2025-02-05', correlation: cause, causation: cause };
    const result = await runtime!.handle(grantCommand(grantId(name), command, given as never), context);
    if (isRefusal(result)) throw new Error(result.refused);
  }
  return {
    ...t,
    now,
    /** Lets time pass. */
    pass(ms: number) {
      clock += ms;
      runtime!.companion(webhookDispatcher).nudge();
    },
    grant: (name: string, more: object = {}) => carryOut(name, 'grant', { ...data, ...more }),
    correct: (name: string, recipientName: string) => carryOut(name, 'correct', { recipientName, reason: '名称有误' }),
    amend: (name: string, correction: object) => carryOut(name, 'correct', { ...correction, reason: '登记有误' }),
    move: (name: string, recipient: object) => carryOut(name, 'correct', { recipient, reason: '应授予他人' }),
    revoke: (name: string) => carryOut(name, 'revoke', { reason: '弄虚作假' }),
    async register(url: string, body: object = {}): Promise<string> {
      const answer = await t.call(hr, 'POST', '/api/hr/webhooks', { url, name: '人力资源系统', ...body });
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.body.id;
    },
    act: (webhook: string, what: string, body?: object) =>
      t.call(hr, 'POST', `/api/hr/webhooks/${webhook}/${what}`, body),
    read: async (webhook: string) => (await t.call(hr, 'GET', `/api/hr/webhooks/${webhook}`)).body,
    /** However far the clock went: tokens expire. */
    deliveries: async (webhook: string) =>
      (await runtime!.companion(webhookRecords).deliveries({ webhook }, { limit: 200 })).items,
  };
}
