import { startTesting } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { announcement, organiser, quarters } from './sample.ts';
import { competitions } from './service.ts';

test('a track takes the kinds of unit that its scheme says, one by one and by file; without it, all', async () => {
  const { call, quiet, stop } = await startTesting([competitions], { now: () => '2024-01-05T01:00:00Z' });
  const send = (path: string, body?: unknown) => call(organiser, 'POST', `/api${path}`, body);
  const made = async (path: string, body?: unknown) => (await send(path, body)).body.id;
  const unit = (kind: string, code: string, name: string) => made('/units', { kind, code, name, shortName: name });
  const site = await unit('project-department', 'XM-1', '一号项目部');
  const branch = await unit('branch', 'FZ-1', '第一分公司');
  const scheme = await made('/schemes', { template: 'qi-bi-qi-sai' });
  await send(`/schemes/${scheme}/publish`);
  const tracks = [
    { track: 'projects', label: '项目部', scheme, periods: quarters },
    { track: 'branches', label: '分支机构', scheme },
  ];
  const entries = `/competitions/${await made('/competitions', { ...announcement, tracks })}/entries`;

  const refused = await send(entries, { unit: branch, track: 'projects' });
  expect([refused.status, refused.body.type]).toEqual([422, '/problems/entry-kind']);
  expect(refused.body.detail).toContain('“第一分公司”是分支机构；赛道“项目部”只接受：项目部');
  expect((await send(entries, { unit: site, track: 'branches' })).body.type).toBe('/problems/entry-kind');
  expect((await send(entries, { unit: branch, track: 'branches' })).status).toBe(201);
  const file = await send(`${entries}/import`, '单位编码,赛道\nFZ-1,projects\nXM-1,projects\n');
  expect(file.body).toMatchObject({ accepted: 1, faults: [{ row: 2 }] });

  // As published before there was a word for it.
  const { body } = (await call(organiser, 'GET', `/api/schemes/${scheme}/versions/1`)).body;
  const earlier = { ...body, tracks: body.tracks.map(({ takes: _, ...track }: { takes: string[] }) => track) };
  const put = await call(organiser, 'PUT', `/api/schemes/${scheme}`, { body: earlier }, { 'if-match': '*' });
  expect(put.status).toBe(200);
  await send(`/schemes/${scheme}/publish`);
  await quiet();
  const open = `/competitions/${await made('/competitions', { ...announcement, tracks })}/entries`;
  expect((await send(open, { unit: branch, track: 'projects' })).status).toBe(201);
  await stop();
});
