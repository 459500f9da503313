// Persons as HR sends them and organisers write them down; names and numbers travel outside the journal and can be erased.
import { startTesting } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { competitions } from './service.ts';

const org = 'o';
const organiser = { org, sub: 'organiser', roles: ['organiser' as const] };
const hr = { org, sub: 'hr', roles: ['hr' as const] };
const foreign = { org: 'p', sub: 'foreigner', roles: ['organiser' as const, 'hr' as const] };
const now = () => '2024-06-05T01:00:00Z';

async function started() {
  const t = await startTesting([competitions], { now });
  const unitOf = async (code: string, actor = organiser) => {
    const unit = { kind: 'branch', code, name: `${code}分公司`, shortName: code };
    return (await t.call(actor, 'POST', '/api/units', unit)).body.id as string;
  };
  return { ...t, first: await unitOf('FG-1'), second: await unitOf('FG-2'), unitOf };
}
const zhang = { name: '张建国', role: '塔吊司机', from: '2024-01-05' };

test('HR puts a person by number: repeated it changes nothing, an older revision is ignored and said so, a newer one moves and ends', async () => {
  const { call, first, second, runtimes, stop } = await started();
  const put = (body: object, actor = hr) => call(actor, 'PUT', '/api/people/YG-10086', body);
  const made = await put({ ...zhang, unit: first, revision: 3 });
  expect([made.status, made.body.version]).toEqual([201, 1]);
  const { id } = made.body;
  expect(await put({ ...zhang, unit: first, revision: 3 })).toMatchObject({ status: 200, body: { id, version: 1 } });
  const older = await put({ ...zhang, name: '旧名', unit: second, revision: 2 });
  expect(older.body).toMatchObject({ type: '/problems/person-revision-older', params: { given: 2, current: 3 } });
  const read = async () => (await call(hr, 'GET', `/api/people/${id}`)).body;
  expect(await read()).toMatchObject({ ...zhang, externalId: 'YG-10086', unit: first, state: 'active', revision: 3 });

  await put({ ...zhang, unit: second, from: '2024-03-01', revision: 4 });
  await put({ ...zhang, name: '张建国（大）', unit: second, from: '2024-03-01', to: '2024-05-31', revision: 5 });
  expect(await read()).toMatchObject({ name: '张建国（大）', unit: second, to: '2024-05-31', state: 'left' });
  const events = (await runtimes[0]!.store.read(`person/${id}`, 0)).flatMap(({ events }) => events);
  expect(events.map(({ type }) => type)).toEqual([
    'person-registered',
    'person-moved',
    'person-amended',
    'person-left',
  ]);
  // The same number in another organisation is another person.
  expect((await call(foreign, 'GET', `/api/people/${id}`)).status).toBe(404);
  await stop();
});

test('two who put the same person at once make one, and the newer revision stays', async () => {
  const { call, first, quiet, stop } = await started();
  const names = [1, 2, 3, 4, 5].map((revision) => `第${revision}版`);
  await Promise.all(
    names.map((name, n) => call(hr, 'PUT', '/api/people/1', { ...zhang, name, unit: first, revision: n + 1 })),
  );
  await quiet();
  const { items } = (await call(hr, 'GET', '/api/people')).body;
  expect(items).toMatchObject([{ name: '第5版', revision: 5 }]);
  await stop();
});

test('a list brings joiners, movers and leavers; read again it changes nothing', async () => {
  const { call, second, runtimes, stop } = await started();
  const head = '工号,姓名,岗位,单位编码,开始日期,离职日期,版次\n';
  const list = `${head}1,甲,焊工,FG-1,2024-01-05,,\n2,乙,,FG-1,2024-01-05,,\n3,丙,,FG-9,2024-01-05,,\n`;
  const imported = async (text: string) => (await call(hr, 'POST', '/api/people/import', text)).body;
  expect(await imported(list)).toMatchObject({ rows: 3, accepted: 2, faults: [{ row: 4 }] });
  const size = async () => (await Array.fromAsync(runtimes[0]!.store.journal())).filter((c) => c.events.length).length;
  const before = await size();
  expect(await imported(list)).toMatchObject({ accepted: 2 });
  expect(await size()).toBe(before);
  await imported(`${head}1,甲,焊工,FG-2,2024-04-01,,\n2,乙,,FG-1,2024-01-05,2024-05-31,\n`);
  const { items } = (await call(organiser, 'GET', `/api/people?unit=${second}`)).body;
  expect(items).toMatchObject([{ name: '甲', role: '焊工', unit: second, from: '2024-04-01' }]);
  const [left] = (await call(organiser, 'GET', '/api/people?state=left')).body.items;
  expect(left).toMatchObject({ externalId: '2', to: '2024-05-31' });
  await stop();
});

test('persons are found by name or number; entrants find those of their own units', async () => {
  const { call, first, second, stop } = await started();
  for (const [externalId, name, unit] of [
    ['1001', '张三', first],
    ['1002', '张四', second],
    ['2001', '李五', second],
  ])
    await call(organiser, 'POST', '/api/people', { externalId, name, unit });
  const entrant = { org, roles: ['entrant' as const], units: [second] };
  const names = async (actor: Parameters<typeof call>[0], query: string) =>
    (await call(actor, 'GET', `/api/people?${query}`)).body.items.map(({ name }: { name: string }) => name).sort();
  expect(await names(organiser, `q=${encodeURIComponent('张')}`)).toEqual(['张三', '张四']);
  expect(await names(organiser, 'q=100')).toEqual(['张三', '张四']);
  expect(await names(entrant, `q=${encodeURIComponent('张')}`)).toEqual(['张四']);
  expect(await names(entrant, '')).toEqual(['张四', '李五']);
  expect(await names(entrant, `unit=${first}`)).toEqual([]);
  expect(await names(foreign, 'q=100')).toEqual([]);
  const page = (await call(organiser, 'GET', '/api/people?q=100&limit=1')).body;
  const rest = (await call(organiser, 'GET', `/api/people?q=100&limit=1&cursor=${encodeURIComponent(page.next)}`)).body;
  expect([page.items.length, rest.items.length, rest.next]).toEqual([1, 1, undefined]);
  await stop();
});

test('an erased person keeps the id and loses name and number; HR’s updates are refused, a return is registered anew', async () => {
  const { call, first, runtimes, quiet, stop } = await started();
  const { id } = (await call(hr, 'PUT', '/api/people/YG-10086', { ...zhang, unit: first, revision: 1 })).body;
  expect((await call(organiser, 'POST', `/api/people/${id}/erase`)).status).toBe(403);
  expect((await call(foreign, 'POST', `/api/people/${id}/erase`)).status).toBe(404);
  expect((await call(hr, 'POST', `/api/people/${id}/erase`)).status).toBe(200);
  await quiet();
  const shown = (await call(hr, 'GET', `/api/people/${id}`)).body;
  expect(shown).toMatchObject({ person: id, state: 'erased' });
  expect([shown.name, shown.externalId, shown.role]).toEqual([undefined, undefined, undefined]);
  expect((await call(hr, 'GET', `/api/people?q=${encodeURIComponent('张建国')}`)).body.items).toEqual([]);
  const again = await call(hr, 'PUT', '/api/people/YG-10086', { ...zhang, unit: first, revision: 9 });
  expect(again.body.type).toBe('/problems/person-erased');
  const [{ store }] = runtimes as [(typeof runtimes)[number]];
  expect(JSON.stringify(await store.privateRows('people.state.v1'))).not.toContain('张建国');
  const back = await call(hr, 'POST', '/api/people', { externalId: 'YG-10086', name: '张建国', unit: first });
  expect(back.body.id).toBe(id);
  expect((await call(hr, 'GET', `/api/people/${id}`)).body).toMatchObject({ name: '张建国', state: 'active' });
  await stop();
});

test('a team’s members are those of the day that is asked for', async () => {
  const { call, first, stop } = await started();
  const person = async (externalId: string) =>
    (await call(organiser, 'POST', '/api/people', { externalId, name: `人员${externalId}`, unit: first })).body.id;
  const [a, b] = [await person('1'), await person('2')];
  const team = { code: 'DW-1', name: '塔吊青年突击队', shortName: '突击队', unit: first };
  const members = [{ person: a, from: '2024-01-01' }];
  const { id } = (await call(organiser, 'POST', '/api/teams', { ...team, members })).body;
  const send = async (path: string, body: object) =>
    (await call(organiser, 'POST', `/api/teams/${id}/${path}`, body)).body;
  await send('join', { person: b, from: '2024-03-01', substitute: true });
  expect((await send('join', { person: b, from: '2024-04-01' })).type).toBe('/problems/team-member-already');
  await send('leave', { person: a, to: '2024-03-31' });
  expect((await send('leave', { person: a, to: '2024-03-31' })).type).toBe('/problems/team-member-unknown');
  const asOf = async (day: string) =>
    (await call(organiser, 'GET', `/api/teams/${id}?asOf=${day}`)).body.members.map((m: { name: string }) => m.name);
  expect(await asOf('2024-02-01')).toEqual(['人员1']);
  expect(await asOf('2024-03-15')).toEqual(['人员1', '人员2']);
  expect(await asOf('2024-04-01')).toEqual(['人员2']);
  const list =
    '队伍编码,队伍名称,队伍简称,单位编码,工号,开始日期,离队日期,替补\nDW-2,女子架线班,架线班,FG-1,1,2024-01-01,,否\nDW-2,女子架线班,架线班,FG-1,2,2024-02-01,,是\nDW-2,女子架线班,架线班,FG-1,9,2024-02-01,,\n';
  expect((await call(organiser, 'POST', '/api/teams/import', list)).body).toMatchObject({ rows: 3, accepted: 2 });
  const [second] = (await call(organiser, 'GET', '/api/teams?code=DW-2')).body.items;
  expect((await call(organiser, 'GET', `/api/teams/${second.team}`)).body.members).toHaveLength(2);
  expect((await call(foreign, 'GET', `/api/teams/${id}`)).status).toBe(404);
  await stop();
});
