// A contest played through the interface, from its announcement to a grant: who plays it, and how a list becomes grants.
import { unionRoles } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { expect } from 'vitest';
import { services } from './services.ts';

export type Who = Parameters<Testing['call']>[0];
export const org = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
export const union = { org, sub: 'li', roles: unionRoles.filter((role) => role !== 'committee') };
export const committee = { org, sub: 'zhao', roles: ['committee' as const] };

/** Services at work on a day in April, whose clock stands until a list is decided. */
export async function startPlay() {
  let instant = '2024-04-10T09:00:00+08:00';
  const t = await startTesting(services, { now: () => instant });
  const post = (path: string, body?: object | string, actor: Who = union) => t.call(actor, 'POST', `/api${path}`, body);
  async function done(path: string, body?: object | string, actor: Who = union) {
    const { status, body: answer } = await post(path, body, actor);
    expect([path, status, status < 300 ? '' : answer]).toEqual([path, expect.toBeOneOf([200, 201]), '']);
    await t.quiet();
    return answer;
  }
  const read = async (path: string, actor: Who = union) => (await t.call(actor, 'GET', `/api${path}`)).body;
  return {
    t,
    done,
    read,
    async refused(path: string, body?: object, actor: Who = union) {
      const { status, body: answer } = await post(path, body, actor);
      return [status, answer.type?.replace('/problems/', '')];
    },
    /** What somebody has to do in contests, and how many of it. */
    async tasks(actor: Who = union): Promise<string[]> {
      const { items } = await read('/tasks?limit=100', actor);
      const own = items.filter(({ link }: { link: string }) => /^\/(contest|judging)/.test(link));
      return own.map(({ task, count }: { task: string; count?: number }) => [task, count].join(' ').trim()).sort();
    },
    /** Reviews a list, publishes it and, once the notice is over, decides. @returns the grants */
    async granted(list: string) {
      await done(`/award-lists/${list}/review`, {}, committee);
      const notice = { list, from: '2024-04-11', workingDays: 5, firstDayCounts: true, closingTime: '17:00' };
      await done('/notices', { ...notice, channels: [{ kind: 'visit', where: '工会办公室' }] });
      instant = '2024-04-30T09:00:00+08:00';
      for (const runtime of t.runtimes) await runtime.sweep();
      await t.quiet();
      const document = {
        number: '工发〔2024〕9号',
        date: '2024-04-30',
        signatory: '工会委员会',
        grantedBy: '公司工会',
      };
      await done(`/award-lists/${list}/decisions`, document, committee);
      return (await read('/grants')).items;
    },
  };
}
export type Play = Awaited<ReturnType<typeof startPlay>>;
