// A calendar of duties at work: it reminds who is behind, closes years or says what is undecided; a year that is behind is made up
// for by a day or costs the plaque; studios are confirmed again; twelve months of a provisional benefit end.
import { type Command, grantId, requestsOf } from '@jiangong/contracts';
import { on, post, service } from '@jiangong/service-kit';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { studioAlliances } from './service.ts';
import type { Who } from './wrong.fixture.ts';

const organiser: Who = { org: 'industry', sub: 'li', roles: ['organiser'] };
const accepter: Who = { org: 'industry', sub: 'sun', roles: ['organiser'] };
const finance: Who = { org: 'industry', sub: 'qian', roles: ['finance'] };
const abroad: Who = { org: 'district', sub: 'wu', roles: ['organiser'] };
const publishing = requestsOf<Command<'publish', { grant: object }>>('grant');
const heard: { type: string; about: string; zh: string; to: string }[] = [];
/** Stands for whoever listens: the console, and awards, which grants a plaque. */
const listener = service({
  name: 'awards',
  streams: {
    grant: {
      initial: undefined,
      decide: (_: undefined, { data }: { data: { grant: object } }) => [{ type: 'award-granted', data: data.grant }],
      evolve: () => undefined,
    } as never,
  },
  views: [],
  reactions: [
    on('alliance-reminder-due', ({ type, data: { about, text, to } }) => {
      heard.push({ type, about, zh: text.zh, to: to.role });
      return [];
    }),
    on('plaque-removal-proposed', ({ type, data: { name, reason } }) => {
      heard.push({ type, about: name, zh: reason, to: '' });
      return [];
    }),
  ],
  deadlines: [],
  routes: [
    post('/test-grants', {
      summary: ['测试', 'Test'],
      roles: ['organiser'],
      body: z.object({ grant: z.record(z.string(), z.unknown()) }),
      handle: ({ body }) => publishing(String(body.grant.grant), 'publish', body),
    }),
  ],
});
let now = '2024-03-01T09:00:00+08:00';
let t: Testing;
const ids: Record<string, string> = {};
const send = (path: string, body: object = {}, by = organiser, method: 'POST' | 'PUT' = 'POST') =>
  t.call(by, method, `/api${path}`, body);
const give = async (path: string, body: object = {}, by = organiser, method: 'POST' | 'PUT' = 'POST') => {
  const { status, text } = await send(path, body, by, method);
  if (status >= 300) throw new Error(`${path}: ${text}`);
  await t.quiet();
  return JSON.parse(text).id as string;
};
const yearOf = async (code: string, year = 2024) =>
  (await t.call(organiser, 'GET', `/api/alliances/${ids[code]}/duties/${year}`)).body;
const output = async (alliance: string, title: string, adoptedOn: string) => {
  const content = { kind: '专利', applied: ['production'], contributors: ['P-1'], adoptedOn, title };
  const evidence = [{ title: '证明', reference: '一' }];
  ids[title] = await give('/outputs', { ...content, evidence, alliance: ids[alliance] });
  await give(`/outputs/${ids[title]}/submit`);
};
/** As soon as the clock has got there, what the calendar and the deadlines say follows. */
const waits = (what: () => Promise<unknown> | unknown, expected: unknown) =>
  expect.poll(what, { timeout: 60_000, interval: 100 }).toEqual(expected);

beforeAll(async () => {
  t = await startTesting([studioAlliances, listener], { now: () => now });
  for (const code of ['甲', '乙', '丙']) {
    const studios: string[] = [];
    for (const each of ['A', 'B']) {
      const studio = {
        ...{ code: `${each}-${code}`, name: `${each}${code}工作室`, leader: 'P-1', employer: '甲公司' },
        ...{ district: '东城区', level: 'district', trade: '焊接', offers: ['焊'], seeks: ['探伤'], capacity: 1 },
      };
      const id = await give('/studios', studio);
      await give(`/studios/${id}/recognise`);
      studios.push(id);
      ids[`${each}${code}`] = id;
    }
    ids[code] = await give('/alliances', { code, name: `${code}联盟`, shortName: code, studios });
    await give(`/alliances/${ids[code]}/approve`, { form: 'linked', reason: '链', agreement: '一' });
  }
  await give('/test-grants', {
    grant: {
      ...{ grant: grantId('d', 'lm', ids.丙!), revision: 1, status: 'granted', decision: ids.丙, collective: true },
      ...{ documentNumber: '京工发〔2024〕1号', grantedBy: '市总工会', year: 2024, joint: false },
      honour: { code: 'lm', name: '首批联盟', shortName: '首批联盟', level: 'provincial' },
      recipient: { type: 'alliance', id: ids.丙, externalId: '丙', name: '丙联盟' },
      ...{ decisionDate: '2024-03-01', validFrom: '2024-03-01' },
    },
  });
}, 240_000);
afterAll(() => t.stop());

test('the calendar reminds leaders and organisers of what is not met, and of nothing else', async () => {
  const calendar = { closeAfterDays: 10, daysBefore: [30], confirmYears: 2 };
  await give('/duty-calendar', { ...calendar, closeAfterDays: 12 }, organiser, 'PUT');
  // It is replaced by the version that was read, and by none before.
  const { headers } = await t.call(organiser, 'GET', '/api/duty-calendar');
  const anew = (version: string) => t.call(organiser, 'PUT', '/api/duty-calendar', calendar, { 'if-match': version });
  expect((await anew('"0"')).body.type).toBe('/problems/stale-version');
  expect((await anew(String(headers.etag))).status).toBe(200);
  await t.quiet();
  expect((await t.call(organiser, 'GET', '/api/duty-calendar')).body).toMatchObject({ closeAfterDays: 10 });
  expect((await t.call(abroad, 'GET', '/api/duty-calendar')).body).toEqual({ daysBefore: [] });
  now = '2024-11-20T09:00:00+08:00';
  await output('甲', '夹具', '2024-10-08');
  await give(`/outputs/${ids.夹具}/accept`, {}, accepter);
  await output('乙', '台车', '2024-11-08');
  now = '2024-12-02T09:00:00+08:00';
  await waits(
    () => heard.map(({ about, zh, to }) => `${to} ${about} ${zh}`).sort(),
    [
      'alliance-leader 丙联盟 2024年度成果任务未完成（0 / 1–2，12月31日前）',
      'alliance-leader 乙联盟 2024年度成果任务未完成（0 / 1–2，12月31日前）',
      'organiser 2024年度成果任务 还有2个联盟未完成年度成果任务',
    ],
  );
});

test('it closes the year, or says what is undecided, and closes with the last decision', async () => {
  heard.length = 0;
  now = '2025-01-11T00:00:01+08:00';
  await waits(async () => [(await yearOf('甲')).status, (await yearOf('丙')).closed], ['met', true]);
  await waits(() => heard.map(({ about, zh }) => `${about} ${zh}`), ['乙联盟 2024年度未结账，待审成果：台车']);
  expect(await yearOf('乙')).toMatchObject({ closed: false, heldFor: ['台车'] });
  await give(`/outputs/${ids.台车}/reject`, { reason: '缺证明' }, accepter);
  await waits(async () => (await yearOf('乙')).closed, true);
  expect(await yearOf('乙')).toMatchObject({ status: 'behind', outputs: 0 });
});

test('who is behind has until a day to make up for it; who did not loses the plaque if a person says so', async () => {
  const at = (code: string) => `/alliances/${ids[code]}/duties/2024/rectify`;
  const until = { rectifyBy: '2025-06-30', reason: '限期整改' };
  const problem = async (path: string, body: object, by = organiser) => {
    const { status, body: said } = await send(path, body, by);
    return `${status} ${String(said.type).split('/').at(-1)}`;
  };
  expect(await problem(at('甲'), until)).toBe('409 duty-not-behind');
  expect(await problem(at('丙'), { ...until, rectifyBy: '2025-01-11' })).toBe('422 rectify-by');
  expect(await problem(at('丙'), { rectifyBy: '2025-06-30' })).toBe('400 malformed-request');
  expect(await problem(at('丙'), until, abroad)).toBe('404 not-found');
  const tasks = async () =>
    (await t.call(organiser, 'GET', '/api/tasks')).body.items.map(
      (i: { task: string; about: string }) => `${i.task} ${i.about}`,
    );
  expect(await tasks()).toEqual(expect.arrayContaining(['rectify-duty 乙联盟', 'rectify-duty 丙联盟']));
  for (const code of ['乙', '丙']) await give(at(code), until);
  expect((await tasks()).filter((each: string) => each.startsWith('rectify'))).toEqual([]);
  now = '2025-06-20T09:00:00+08:00';
  await output('乙', '台车改进', '2025-05-08');
  await output('丙', '工装', '2025-06-08');
  await give(`/outputs/${ids.台车改进}/accept`, {}, accepter);
  heard.length = 0;
  now = '2025-07-01T00:00:01+08:00';
  await waits(async () => (await yearOf('乙')).rectification?.outcome, 'rectified');
  await waits(async () => (await yearOf('丙')).rectification, {
    ...{ by: '2025-06-30', reason: '限期整改', outcome: 'undecided', madeUp: 0, undecided: ['工装'] },
  });
  expect(heard).toEqual([]);
  await give(`/outputs/${ids.工装}/reject`, { reason: '不是新成果' }, accepter);
  await waits(async () => (await yearOf('丙')).rectification?.outcome, 'not-rectified');
  await waits(() => heard.map(({ type, about }) => `${type} ${about}`), ['plaque-removal-proposed 丙联盟']);
  // The plaque hangs until those who granted it decide.
  expect((await t.call(organiser, 'GET', `/api/alliances/${ids.丙}`)).body.plaques).toHaveLength(1);
  expect(await problem(at('乙'), { ...until, rectifyBy: '2025-12-31' })).toBe('409 duty-not-behind');
});

test('finance hears when the twelve months of a provisional benefit are over', async () => {
  heard.length = 0;
  const benefit = { gross: 100, cost: 40, from: '2024-10-08', to: '2025-03-31' };
  await give(`/outputs/${ids.夹具}/certify-benefit`, benefit, finance);
  now = '2025-10-08T09:00:00+08:00';
  await waits(() => heard.map(({ about, to }) => `${to} ${about}`), ['finance 夹具']);
  const waiting = async () =>
    (await t.call(finance, 'GET', '/api/tasks')).body.items.map((i: { task: string }) => i.task);
  await waits(waiting, ['certify-benefit']);
  await give(`/outputs/${ids.夹具}/certify-benefit`, { ...benefit, to: '2025-10-07' }, finance);
  expect(await waiting()).toEqual([]);
});

test('a studio is to be confirmed after so many years, and is confirmed with a reason', async () => {
  const studio = async () => (await t.call(organiser, 'GET', `/api/studios/${ids.A甲}`)).body;
  expect(await studio()).toMatchObject({ confirmBy: '2026-03-01', toConfirm: false });
  now = '2026-03-02T09:00:00+08:00';
  expect(await studio()).toMatchObject({ status: 'recognised', toConfirm: true });
  const waiting = async () => {
    const { items } = (await t.call(organiser, 'GET', '/api/tasks')).body;
    return items.filter(({ task }: { task: string }) => task === 'confirm-studio').length;
  };
  expect(await waiting()).toBe(6);
  expect((await send(`/studios/${ids.A甲}/confirm`, {})).status).toBe(400);
  expect((await send(`/studios/${ids.A甲}/confirm`, { reason: '合格' }, abroad)).status).toBe(404);
  await give(`/studios/${ids.A甲}/confirm`, { reason: '复核合格' });
  expect(await studio()).toMatchObject({ confirmBy: '2028-03-02', toConfirm: false });
  expect(await waiting()).toBe(5);
  await give(`/studios/${ids.B甲}/suspend`, { reason: '无活动' });
  expect((await send(`/studios/${ids.B甲}/confirm`, { reason: '合格' })).body.type).toContain('studio-not-recognised');
});
