// Another union's record cannot be kept from coming about: its id may be known beforehand, and nobody else may take it.
import { allianceId, awardListId, derivedId, evaluationId, studioId } from '@jiangong/contracts';
import { startTesting } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { services } from './services.ts';

const now = () => '2024-01-05T01:00:00Z';
const unit = { kind: 'branch', code: 'FG-1', name: '第一分公司', shortName: '一分公司' };
const studio = {
  ...{ code: 'GZS-01', name: '工作室', leader: 'P-1', employer: '公司', district: '东城区', level: 'district' },
  ...{ trade: '焊接', offers: [], seeks: [], capacity: 1 },
};
const honours = [{ code: 'h', name: '先进', shortName: '先进', level: 'enterprise' }];

test('an id that another union’s record is derived to is refused, and the record comes about', async () => {
  const { call, stop } = await startTesting(services, { now });
  const as = (org: string) => (path: string, body: object) =>
    call({ org, sub: org, roles: ['organiser'] }, 'POST', `/api${path}`, body);
  const [victim, stranger] = [as('victim'), as('stranger')];
  const list = { kind: 'hand', title: '名单', year: 2024, honours };
  const taken: [string, string, object][] = [
    ['/units', derivedId('unit', 'victim', 'FG-1'), unit],
    ['/teams', derivedId('team', 'victim', 'DW'), { code: 'DW', name: '队伍', shortName: '队伍' }],
    ['/studios', studioId('victim', 'GZS-01'), studio],
    ['/award-lists', awardListId(evaluationId('competition', 'projects')), list],
  ];
  for (const [path, id, body] of taken)
    expect([path, (await stranger(path, { ...body, id })).body.type]).toEqual([path, '/problems/id-not-drawn']);
  for (const [path, id, body] of taken.slice(0, 3)) {
    expect([path, (await victim(path, body)).body.id]).toEqual([path, id]);
    // Who derives the same id for its own record may say so, and who draws one too.
    expect((await victim(path, { ...body, id })).body.type).toBe('/problems/already-exists');
  }
  const drawn = '01912d5a-7b1c-7d43-9c2e-6d1f8a3b5c70';
  expect((await stranger('/units', { ...unit, id: drawn })).body.id).toBe(drawn);
  // Repeated by whoever made it, it was done before; by another, or with another body, it is somebody else's id.
  expect((await stranger('/units', { ...unit, id: drawn })).body).toEqual({ id: drawn, version: 1 });
  const maker = { org: 'stranger', sub: 'stranger', roles: ['organiser' as const] };
  const tries = [
    [{ ...maker, sub: 'colleague' }, unit, 'already-exists'],
    [maker, { ...unit, code: 'FG-2' }, 'already-exists'],
    [{ ...maker, org: 'victim' }, unit, 'unit-code-taken'],
  ] as const;
  for (const [actor, body, refusal] of tries)
    expect((await call(actor, 'POST', '/api/units', { ...body, id: drawn })).body.type).toBe(`/problems/${refusal}`);

  const members = await Promise.all(
    ['GZS-02', 'GZS-03'].map(async (code) => {
      const { id } = (await stranger('/studios', { ...studio, code })).body;
      await stranger(`/studios/${id}/recognise`, {});
      return id;
    }),
  );
  const head = { code: 'LM-1', name: '联盟', shortName: '联盟', studios: members };
  const alliance = { ...head, id: allianceId('victim', 'LM-1') };
  expect((await stranger('/alliances', alliance)).body.type).toBe('/problems/id-not-drawn');
  await stop();
});
