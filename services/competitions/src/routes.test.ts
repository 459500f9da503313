import { startTesting } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { announcement, quarters } from './sample.ts';
import { competitions } from './service.ts';

const organiser = { org: 'o', sub: 'organiser', roles: ['organiser' as const] };
const foreign = { org: 'p', sub: 'foreigner', roles: ['organiser' as const] };
const now = () => '2024-01-05T01:00:00Z';
const branches = '编码,名称,简称,类别,上级编码\nFG-1,第一分公司,一分公司,分支机构,\n';
const projects = '编码,名称,简称,类别,上级编码\nXM-1,甲项目部,甲,项目部,FG-1\nXM-2,乙项目部,乙,项目部,FG-9\n';

test('a competition is announced on a published scheme, entered and launched, all within its organisation', async () => {
  const { call, quiet, stop } = await startTesting([competitions], { now });
  const as = (actor: Parameters<typeof call>[0]) => (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
    call(actor, method, `/api${path}`, body);
  const send = as(organiser);

  expect((await send('POST', '/units/import', branches)).body).toMatchObject({ rows: 1, accepted: 1 });
  const imported = (await send('POST', '/units/import', projects)).body;
  expect(imported).toMatchObject({ rows: 2, accepted: 1, faults: [{ row: 3 }] });
  const [unit] = (await send('GET', '/units?code=XM-1')).body.items;
  expect((await send('POST', '/units', { ...unit, unit: undefined })).body.type).toBe('/problems/already-exists');

  const scheme = (await send('POST', '/schemes', { template: 'qi-bi-qi-sai' })).body.id;
  const track = { track: 'projects', label: '项目部', scheme, periods: quarters };
  const announce = { ...announcement, tracks: [track] };
  expect((await send('POST', '/competitions', announce)).body.type).toBe('/problems/scheme-unpublished');
  expect((await send('POST', `/schemes/${scheme}/publish`)).status).toBe(200);
  const { published, findings } = (await send('GET', `/schemes/${scheme}`)).body;
  expect([published, findings.filter((finding: { severity: string }) => finding.severity === 'error')]).toEqual([
    1,
    [],
  ]);
  expect((await send('GET', `/schemes/${scheme}/versions/1`)).body).toMatchObject({ version: 1 });
  const competition = (await send('POST', '/competitions', announce)).body.id;

  const own = as({ org: 'o', sub: 'e', roles: ['entrant'], units: [unit.unit] });
  const other = as({ org: 'o', sub: 'e', roles: ['entrant'], units: [] });
  const entering = { unit: unit.unit, track: 'projects' };
  expect((await other('POST', `/competitions/${competition}/entries`, entering)).status).toBe(403);
  const entry = (await own('POST', `/competitions/${competition}/entries`, entering)).body.id;
  expect((await send('POST', `/competitions/${competition}/launch`)).body.type).toBe('/problems/no-accepted-entries');
  expect((await send('POST', `/entries/${entry}/accept`)).status).toBe(200);
  const status = { status: 'under-construction', from: '2024-01-01', reason: '开工令' };
  expect((await send('POST', `/entries/${entry}/status`, status)).status).toBe(200);
  await quiet();
  expect((await send('POST', `/competitions/${competition}/launch`)).status).toBe(202);
  expect((await send('GET', `/competitions/${competition}`)).body).toMatchObject({
    state: 'launched',
    registrationEnded: false,
    tracks: [{ schemeVersion: 1, entries: { accepted: 1, registered: 0 } }],
  });
  expect((await send('GET', `/entries?state=accepted&competition=${competition}`)).body.items).toMatchObject([
    { entry, unit: unit.unit, statuses: [status] },
  ]);

  const foreigner = as(foreign);
  expect((await foreigner('GET', '/units')).body.items).toEqual([]);
  for (const path of [`/competitions/${competition}/launch`, `/entries/${entry}/accept`, `/schemes/${scheme}/publish`])
    expect((await foreigner('POST', path)).status).toBe(404);
  expect((await foreigner('GET', `/entries/${entry}`)).status).toBe(404);
  await stop();
});

test('two versions compare in words, and so does a draft with the published version', async () => {
  const { call, stop } = await startTesting([competitions], { now });
  const send = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
    call(organiser, method, `/api${path}`, body, method === 'PUT' ? { 'if-match': '*' } : {});
  const { id } = (await send('POST', '/schemes', { template: 'qi-bi-qi-sai' })).body;
  await send('POST', `/schemes/${id}/publish`);
  const { body } = (await send('GET', `/schemes/${id}/versions/1`)).body;
  const quarter = body.tracks[0].stages[0];
  const honours = { ...body.tracks[0].stages[1], honours: [{ ...body.tracks[0].stages[1].honours[0], take: 4 }] };
  const tracks = [{ ...body.tracks[0], label: '项目', stages: [quarter, honours] }, ...body.tracks.slice(1)];
  const compare = (path: string) => send('GET', `/schemes/${id}/versions/${path}`);
  expect((await compare('1/compare/draft')).status).toBe(404);

  await send('PUT', `/schemes/${id}`, { body: { ...body, tracks } });
  const [honour, wording, ...more] = (await compare('1/compare/draft')).body.changes;
  expect([honour.effect, wording.effect, more]).toEqual(['honours', 'wording', []]);
  expect([honour.zh, honour.en]).toEqual([expect.stringContaining('3 → 4'), expect.stringContaining('3 → 4')]);
  await send('POST', `/schemes/${id}/publish`);
  expect((await compare('1/compare/2')).body).toMatchObject({ from: 1, to: 2, changes: [honour, wording] });
  expect((await compare('2/compare/2')).body.changes).toEqual([]);
  expect((await compare('1/compare/3')).status).toBe(404);

  // All that is wrong is said at once.
  await send('PUT', `/schemes/${id}`, { body: { ...body, tracks: [], title: 7 } });
  const refused = (await compare('1/compare/draft')).body;
  expect(refused).toMatchObject({ type: '/problems/scheme-faulty', params: { count: refused.errors.length } });
  expect(refused.errors.length).toBeGreaterThan(1);
  expect((await call(foreign, 'GET', `/api/schemes/${id}/versions/1/compare/2`)).status).toBe(404);
  await stop();
});

test('the end of registration is published once the last day has passed', async () => {
  let time = now();
  const { call, runtimes, quiet, stop } = await startTesting([competitions], { now: () => time });
  const scheme = (await call(organiser, 'POST', '/api/schemes', { template: 'qi-bi-qi-sai' })).body.id;
  await call(organiser, 'POST', `/api/schemes/${scheme}/publish`);
  const track = { track: 'projects', label: '项目部', scheme, periods: quarters };
  const { id } = (await call(organiser, 'POST', '/api/competitions', { ...announcement, tracks: [track] })).body;
  const ended = async () => (await call(organiser, 'GET', `/api/competitions/${id}`)).body.registrationEnded;
  for (const [at, expected] of [
    ['2024-01-12T15:59:00Z', false],
    ['2024-01-12T16:00:00Z', true],
  ] as const) {
    time = at;
    await runtimes[0]!.sweep();
    await quiet();
    expect(await ended()).toBe(expected);
  }
  await stop();
});

test('an organiser amends an announced competition: names, window, periods and scheme, each only as it fits', async () => {
  let time = now();
  const { call, runtimes, quiet, stop } = await startTesting([competitions], { now: () => time });
  const send = (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    who: Parameters<typeof call>[0] = organiser,
  ) => call(who, method, `/api${path}`, body, method === 'PUT' ? { 'if-match': '*' } : {});
  const scheme = (await send('POST', '/schemes', { template: 'qi-bi-qi-sai' })).body.id;
  await send('POST', `/schemes/${scheme}/publish`);
  const track = { track: 'projects', label: '项目部', scheme, periods: quarters };
  const { id } = (await send('POST', '/competitions', { ...announcement, tracks: [track] })).body;
  const amend = (body: object, who?: Parameters<typeof call>[0]) =>
    send('POST', `/competitions/${id}/amend`, body, who);
  const read = async () => (await send('GET', `/competitions/${id}`)).body;

  const reason = '报名截止日期录错';
  expect((await amend({ name: '更名' })).status).toBe(400);
  expect((await amend({ name: '更名', year: 2025, reason })).status).toBe(400);
  for (const role of ['checker', 'entrant', 'auditor', 'admin'] as const)
    expect((await amend({ name: '更名', reason }, { org: 'o', sub: role, roles: [role] })).status).toBe(403);
  expect((await amend({ name: '更名', reason }, foreign)).status).toBe(404);
  expect((await amend({ tracks: [{ track: 'runners', periods: [] }], reason })).body.type).toBe(
    '/problems/entry-track',
  );
  const twice = { track: 'projects', periods: quarters };
  expect((await amend({ tracks: [twice, twice], reason })).body.type).toBe('/problems/competition-track');
  const next = { tracks: [{ track: 'projects', schemeVersion: 2 }], reason };
  expect((await amend(next)).body.type).toBe('/problems/scheme-unpublished');

  const { body } = (await send('GET', `/schemes/${scheme}`)).body;
  await send('PUT', `/schemes/${scheme}`, { body });
  await send('POST', `/schemes/${scheme}/publish`);
  expect((await amend(next)).status).toBe(200);
  const moved = [{ ...quarters[0], from: '2024-01-08' }, ...quarters.slice(1)];
  expect((await amend({ tracks: [{ track: 'projects', periods: moved }], reason })).status).toBe(200);
  const registration = { from: '2023-12-18', to: '2024-01-20' };
  expect((await amend({ name: '更名', registration, reason })).status).toBe(200);
  const amended = { name: '更名', theme: announcement.theme, registration, registrationEnded: false };
  expect(await read()).toMatchObject({ ...amended, tracks: [{ schemeVersion: 2, periods: moved }] });

  for (const [at, expected] of [
    ['2024-01-13T01:00:00Z', false],
    ['2024-01-20T16:00:00Z', true],
  ] as const) {
    time = at;
    await runtimes[0]!.sweep();
    await quiet();
    expect((await read()).registrationEnded).toBe(expected);
  }
  await stop();
});
