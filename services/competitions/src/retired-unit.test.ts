import { startTesting } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { announcement, organiser, quarters } from './sample.ts';
import { competitions } from './service.ts';

test('a unit entered twice is merged once nothing needs it; nothing new is entered for it, until it is restored', async () => {
  const { call, quiet, stop } = await startTesting([competitions], { now: () => '2024-01-05T01:00:00Z' });
  const send = (path: string, body?: unknown) => call(organiser, 'POST', `/api${path}`, body);
  const made = async (path: string, body?: unknown) => (await send(path, body)).body.id;
  const unit = (code: string, more: object = {}) =>
    made('/units', { kind: 'project-department', code, name: `${code}项目部`, shortName: code, ...more });
  const branch = await unit('FG-1', { kind: 'branch' });
  const [once, twice] = [await unit('XM-1', { parent: branch }), await unit('XM-01', { parent: branch })];
  const scheme = await made('/schemes', { template: 'qi-bi-qi-sai' });
  await send(`/schemes/${scheme}/publish`);
  const tracks = [{ track: 'projects', label: '项目部', scheme, periods: quarters }];
  const entries = `/competitions/${await made('/competitions', { ...announcement, tracks })}/entries`;
  const entry = await made(entries, { unit: twice, track: 'projects' });
  const person = await made('/people', { externalId: 'P-1', name: '李红梅', unit: twice });
  const team = await made('/teams', { code: 'T-1', name: '突击队', shortName: '突击队', unit: twice });
  await quiet();

  const merge = (of = twice, into = once) => send(`/units/${of}/retire`, { into, reason: '重复登记' });
  const inUse = await merge();
  expect([inUse.status, inUse.body.type]).toEqual([409, '/problems/unit-in-use']);
  expect(inUse.body.detail).toContain('还有：2024年“七比七赛”劳动竞赛（项目部）的报名、1 名人员、队伍“突击队”。');
  const parent = await send(`/units/${branch}/retire`, { reason: '撤销' });
  expect(parent.body.detail).toContain('还有：项目部“XM-1项目部”、项目部“XM-01项目部”。');
  expect((await merge(twice, branch)).body.type).toBe('/problems/unit-not-like');
  await send(`/entries/${entry}/withdraw`, { reason: '重复登记' });
  await send(`/people/${person}/move`, { unit: once });
  await send(`/teams/${team}/amend`, { name: '突击队', shortName: '突击队', unit: once });
  await quiet();
  expect((await merge()).status).toBe(200);
  await quiet();
  // What would bring it back into a competition is refused as well.
  expect((await send(`/entries/${entry}/undo`, { reason: '误退' })).body.type).toBe('/problems/unit-retired');
  expect((await call(organiser, 'GET', `/api/units/${twice}`)).body.retired).toEqual({
    into: once,
    reason: '重复登记',
  });

  const again = [
    send(entries, { unit: twice, track: 'projects' }),
    send('/people', { externalId: 'P-2', name: '王强', unit: twice }),
    send(`/people/${person}/move`, { unit: twice }),
    send('/teams', { code: 'T-2', name: '二队', shortName: '二队', unit: twice }),
    merge(once, twice),
  ];
  const types = (await Promise.all(again)).map(({ body }) => body.type.replace('/problems/', ''));
  expect(types).toEqual([...Array(4).fill('unit-retired'), 'unit-not-like']);
  const file = await send(`${entries}/import`, '单位编码,赛道\nXM-01,projects\nXM-1,projects\n');
  expect(file.body).toMatchObject({ accepted: 1, faults: [{ row: 2 }] });

  await send(`/units/${twice}/restore`, { reason: '两个项目部' });
  await quiet();
  expect((await send(entries, { unit: twice, track: 'projects' })).status).toBe(200);
  await stop();
});

test('an entry that is registered while its unit is being retired is not accepted, until the unit is restored', async () => {
  const { call, quiet, stop } = await startTesting([competitions], { now: () => '2024-01-05T01:00:00Z' });
  const send = (path: string, body?: unknown) => call(organiser, 'POST', `/api${path}`, body);
  const made = async (path: string, body?: unknown) => (await send(path, body)).body.id;
  const scheme = await made('/schemes', { template: 'qi-bi-qi-sai' });
  await send(`/schemes/${scheme}/publish`);
  const tracks = [{ track: 'projects', label: '项目部', scheme, periods: quarters }];
  const entries = `/competitions/${await made('/competitions', { ...announcement, tracks })}/entries`;
  const codes = Array.from({ length: 4 }, (_, n) => `XM-${n}`);
  let both = 0;
  for (const code of codes) {
    const unit = await made('/units', { kind: 'project-department', code, name: `${code}项目部`, shortName: code });
    const retiring = () => send(`/units/${unit}/retire`, { reason: '重复登记' });
    const registering = () => send(entries, { unit, track: 'projects' });
    await quiet();
    const [retired, registered] = await Promise.all([retiring(), registering()]);
    await quiet();
    if (retired.status >= 300 || registered.status >= 300) continue;
    both += 1;
    const { id } = registered.body;
    expect((await send(`/entries/${id}/accept`)).body.type).toBe('/problems/unit-retired');
    expect((await send('/entries/accept', { ids: [id] })).body).toMatchObject({ accepted: 0, faults: [{}] });
    expect((await send(`/entries/${id}/reject`, { reason: '单位已停用' })).status).toBe(200);
    await send(`/units/${unit}/restore`, { reason: '两个项目部' });
    await quiet();
    expect((await registering()).status).toBeLessThan(300);
    await quiet();
    expect((await send(`/entries/${id}/accept`)).status).toBe(200);
  }
  expect(both).toBeGreaterThan(0);
  await stop();
});

test('a name, a short name or a period of spaces alone is refused', async () => {
  const { call, stop } = await startTesting([competitions], { now: () => '2024-01-05T01:00:00Z' });
  const send = (path: string, body?: unknown) => call(organiser, 'POST', `/api${path}`, body);
  const unit = { kind: 'project-department', code: 'XM-9', name: '九项目部', shortName: '九' };
  const periods = quarters.map((quarter) => ({ ...quarter, label: '　 ' }));
  const scheme = (await send('/schemes', { template: 'qi-bi-qi-sai' })).body.id;
  const tracks = [{ track: 'projects', label: '项目部', scheme, periods }];
  for (const answer of [
    await send('/units', { ...unit, name: '  ' }),
    await send('/units', { ...unit, shortName: '  ' }),
    await send('/competitions', { ...announcement, tracks }),
  ])
    expect([answer.status, answer.body.errors[0].zh]).toEqual([400, expect.stringContaining('不能只是空格')]);
  await stop();
});
