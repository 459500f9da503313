// A contest played through the interface, from its announcement to a grant: who plays it, and how a list becomes grants.
import { unionRoles } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { expect } from 'vitest';
import { forms, playedThrough } from './contest-forms.fixture.ts';
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
  const succeeded: string[] = [];
  async function done(path: string, body?: object | string, actor: Who = union) {
    const { status, body: answer } = await post(path, body, actor);
    expect([path, status, status < 300 ? '' : answer]).toEqual([path, expect.toBeOneOf([200, 201]), '']);
    succeeded.push(path);
    await t.quiet();
    return answer;
  }
  const read = async (path: string, actor: Who = union) => (await t.call(actor, 'GET', `/api${path}`)).body;
  return {
    t,
    done,
    /** Writes a draft as the union's own. */
    async written(path: string, body: object) {
      const { status, text } = await t.call(union, 'PUT', `/api${path}`, body, { 'if-match': '*' });
      expect([path, status, status < 300 ? '' : text]).toEqual([path, 200, '']);
      succeeded.push(path);
    },
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
    /** A side appeals against an item of its contestant's published result, who recorded it answers, and it is dismissed. */
    async appealed(stage: string, { contestant, item, unit }: { contestant: string; item: string; unit: string }) {
      await done(`/contest-stages/${stage}/publish`, { to: 'public', appealDays: 60 });
      const captain: Who = { org, sub: `of-${unit}`, roles: ['entrant'], units: [unit] };
      const filing = { contestant, item, reason: '与现场记录不符', evidence: ['现场记录'] };
      const { id } = await done(`/contest-stages/${stage}/appeals`, filing, captain);
      expect(await read(`/contest-appeals/${id}`, captain)).toMatchObject({
        status: 'open',
        before: { place: expect.any(Number) },
      });
      await done(`/contest-appeals/${id}/answer`, { answer: '记录无误，两名裁判签字' });
      await done(`/contest-appeals/${id}/decide`, { outcome: 'dismissed', finding: '核对记录，维持原成绩' }, committee);
      expect(await read(`/contest-appeals/${id}`, captain)).toMatchObject({ status: 'dismissed' });
    },
    /** That this play is what the table of forms says of it. */
    held(name: string) {
      const form = forms.find((each) => each.name === name);
      const { cells, announcing } = playedThrough(succeeded);
      expect([name, cells]).toEqual([name, form?.cells]);
      expect(announcing).toBeLessThanOrEqual(5);
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
