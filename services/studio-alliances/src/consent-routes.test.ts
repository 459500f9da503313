// Consent over HTTP: a union sees of another's studios what is listed, and gets one as a member when its union agrees.
import { invitationId } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { studioAlliances } from './service.ts';

const ours = { org: 'industry', sub: 'li', roles: ['organiser' as const] };
const theirs = { org: 'district', sub: 'wu', roles: ['organiser' as const] };
const others = { org: 'county', sub: 'sun', roles: ['organiser' as const] };
type Who = typeof ours;

vi.setConfig({ testTimeout: 30_000 });
let t: Testing;
let now = '2024-03-01T09:00:00+08:00';
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => now });
});
afterAll(() => t.stop());

const get = async (path: string, who: Who) => t.call(who, 'GET', `/api${path}`);
const post = async (path: string, who: Who, body: object = {}) => t.call(who, 'POST', `/api${path}`, body);
async function made(path: string, who: Who, body: object = {}): Promise<string> {
  const answer = await post(path, who, body);
  expect([answer.status, answer.body]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body.id;
}
async function studio(code: string, who: Who, over: object = {}): Promise<string> {
  const names = { code, name: `${code}创新工作室`, leader: `P-${code}`, employer: `${code}公司` };
  const more = {
    district: '顺义区',
    level: 'provincial',
    trade: '钳工',
    offers: ['调试'],
    seeks: ['测量'],
    capacity: 1,
  };
  const id = await made('/studios', who, { ...names, ...more, ...over });
  await made(`/studios/${id}/recognise`, who);
  return id;
}
const propose = (code: string, studios: string[]) =>
  made('/alliances', ours, { code, name: `${code}联盟`, shortName: code, studios });
const placeIn = async (alliance: string, studio: string, who = ours) =>
  (await get(`/alliances/${alliance}`, who)).body.members.find((m: { studio: string }) => m.studio === studio)?.place;

test('the directory shows what a union shows, and of the rest nobody learns anything', async () => {
  const foreign = await studio('D1', theirs);
  expect((await get('/studio-directory', ours)).body.items).toEqual([]);
  expect((await post(`/studios/${foreign}/list`, ours, { shows: [] })).status).toBe(404);
  await made(`/studios/${foreign}/list`, theirs, { shows: ['offers'] });
  const about = { studio: foreign, code: 'D1', name: 'D1创新工作室', employer: 'D1公司', union: 'district' };
  const head = { district: '顺义区', level: 'provincial' };
  const shown = { ...about, ...head, trade: '钳工', offers: ['调试'] };
  expect((await get('/studio-directory?trade=钳工', ours)).body.items).toEqual([shown]);
  expect((await get('/studio-directory?district=大兴区', ours)).body.items).toEqual([]);
  await made(`/studios/${foreign}/amend`, theirs, { trade: '焊工', seeks: ['密封'] });
  expect((await get('/studio-directory', ours)).body.items).toEqual([{ ...shown, trade: '焊工' }]);
  expect((await get(`/studios/${foreign}`, ours)).status).toBe(404);
  await made(`/studios/${foreign}/suspend`, theirs, { reason: '停' });
  expect((await get('/studio-directory', ours)).body.items).toEqual([]);
  await made(`/studios/${foreign}/recognise`, theirs);
  await made(`/studios/${foreign}/unlist`, theirs);
  expect((await get('/studio-directory', ours)).body.items).toEqual([]);
  const wanted = { code: 'LM-D', name: '联盟', shortName: '盟', studios: [await studio('D2', ours), foreign] };
  expect((await post('/alliances', ours, wanted)).status).toBe(404);
});

test('an invited studio is a member when its union accepts; both read the alliance, and its union takes it out again', async () => {
  const own = await studio('E1', ours);
  const foreign = await studio('E2', theirs);
  await made(`/studios/${foreign}/list`, theirs, { shows: [] });
  const alliance = await propose('LM-E', [own, foreign]);
  const invitation = invitationId(alliance, foreign);
  expect(await placeIn(alliance, foreign)).toBe('waiting');
  expect((await get(`/studios/${foreign}`, theirs)).body.places).toEqual([]);
  const [received] = (await get('/invitations', theirs)).body.items;
  expect(received).toMatchObject({
    invitation,
    alliance,
    studioName: 'E2创新工作室',
    from: 'industry',
    status: 'open',
  });
  expect((await get('/invitations?direction=sent', ours)).body.items).toEqual([received]);
  expect((await get('/invitations', others)).body.items).toEqual([]);
  for (const who of [ours, others])
    for (const verb of ['accept', 'decline'])
      expect(
        (await post(`/invitations/${invitation}/${verb}`, who, verb === 'decline' ? { reason: '无' } : {})).status,
      ).toBe(404);
  expect((await get(`/invitations/${invitation}`, others)).status).toBe(404);
  expect((await get(`/alliances/${alliance}`, others)).status).toBe(404);

  await made(`/invitations/${invitation}/accept`, theirs);
  expect((await post(`/invitations/${invitation}/decline`, theirs, { reason: '迟' })).body.type).toBe(
    '/problems/invitation-closed',
  );
  expect(await placeIn(alliance, foreign, theirs)).toBe('reserved');
  await made(`/alliances/${alliance}/approve`, ours, {
    form: 'linked',
    reason: '链',
    agreement: '一',
    since: '2023-06-15',
  });
  for (const [verb, body] of [
    ['dissolve', { reason: '散' }],
    ['leave', { studio: own, reason: '退', successor: foreign }],
  ] as const)
    expect((await post(`/alliances/${alliance}/${verb}`, theirs, body)).status).toBe(404);
  await made(`/alliances/${alliance}/leave`, theirs, { studio: foreign, reason: '力量不足' });
  expect((await get(`/alliances/${alliance}`, ours)).body).toMatchObject({ status: 'dissolved', to: '2024-03-01' });
  for (const [id, who] of [
    [own, ours],
    [foreign, theirs],
  ] as const)
    expect((await get(`/studios/${id}`, who)).body.places).toEqual([]);
  expect((await get(`/invitations/${invitation}`, theirs)).body.status).toBe('withdrawn');
});

test('a declined and a lapsed invitation give no place, and may be sent again', async () => {
  const own = await studio('F1', ours);
  const foreign = await studio('F2', theirs);
  await made(`/studios/${foreign}/list`, theirs);
  const alliance = await propose('LM-F', [own, foreign]);
  const invitation = invitationId(alliance, foreign);
  await made(`/invitations/${invitation}/decline`, theirs, { reason: '任务已满' });
  expect((await get(`/invitations/${invitation}`, ours)).body).toMatchObject({
    status: 'declined',
    reason: '任务已满',
  });
  expect(await placeIn(alliance, foreign)).toBe('refused');
  expect((await get(`/alliances/${alliance}`, theirs)).status).toBe(404);
  await made(`/alliances/${alliance}/join`, ours, { studio: foreign });
  expect((await get(`/invitations/${invitation}`, theirs)).body).toMatchObject({ status: 'open', request: 2 });
  now = '2024-04-02T09:00:00+08:00';
  const late = await post(`/invitations/${invitation}/accept`, theirs);
  expect([late.status, late.body.type]).toEqual([409, '/problems/invitation-closed']);
  for (const { sweep } of t.runtimes) await sweep();
  await t.quiet();
  expect((await get(`/invitations/${invitation}`, theirs)).body.status).toBe('lapsed');
  const [, member] = (await get(`/alliances/${alliance}`, ours)).body.members;
  expect(member).toMatchObject({ place: 'refused', refusal: { reason: 'lapsed' } });
  expect((await get(`/studios/${foreign}`, theirs)).body.places).toEqual([]);
});

test('a pairing takes other unions’ studios from the directory alone, and uses nothing that is not shown', async () => {
  const own = await studio('G1', ours, { seeks: ['真空钎焊'] });
  const shown = await studio('G2', theirs, { offers: ['真空钎焊'], seeks: ['密电码'] });
  const hidden = await studio('G3', theirs, { offers: ['真空钎焊'] });
  await made(`/studios/${shown}/list`, theirs, { shows: ['offers'] });
  for (const body of [{ studios: [own, hidden] }, { studios: [own, shown], forbidden: [[own, hidden]] }])
    expect((await post('/pairings', ours, body)).status).toBe(404);
  const pairing = await made('/pairings', ours, { studios: [own, shown] });
  await vi.waitFor(async () => expect((await get(`/pairings/${pairing}`, ours)).body.status).toBe('completed'), 20_000);
  const proposals = await get(`/pairings/${pairing}/proposals`, ours);
  expect(proposals.body.items).toEqual([expect.objectContaining({ studios: expect.arrayContaining([own, shown]) })]);
  const why = await get(`/pairings/${pairing}/why?a=${own}&b=${shown}`, ours);
  expect([why.status, why.body.reason]).toEqual([200, 'chosen']);
  expect(proposals.text + why.text).not.toContain('密电码');
  expect((await get(`/pairings/${pairing}`, theirs)).status).toBe(404);
});

test('words find in the directory what is shown, and nothing else', async () => {
  const foreign = await studio('H1', theirs, { offers: ['超声探伤'], seeks: ['暗藏需求'] });
  await made(`/studios/${foreign}/list`, theirs, { shows: ['offers'] });
  const found = async (q: string) =>
    (await get(`/studio-directory?q=${encodeURIComponent(q)}`, ours)).body.items.length;
  expect([await found('超声'), await found('暗藏')]).toEqual([1, 0]);
  await made(`/studios/${foreign}/list`, theirs, { shows: ['seeks'] });
  expect([await found('超声'), await found('暗藏')]).toEqual([0, 1]);
  await made(`/studios/${foreign}/unlist`, theirs);
  expect([await found('超声'), await found('暗藏')]).toEqual([0, 0]);
});

test('a studio known to nobody, and one that is not shown, is not found for every command', async () => {
  const [own, second] = [await studio('K1', ours), await studio('K2', ours)];
  const hidden = await studio('K3', theirs);
  const alliance = await propose('LM-K', [own, second]);
  for (const id of [hidden, invitationId('known', 'to nobody')])
    for (const [path, body] of [
      ['/alliances', { code: 'LM-K9', name: '联盟', shortName: '盟', studios: [own, id] }],
      [`/alliances/${alliance}/join`, { studio: id }],
      [`/alliances/${alliance}/leave`, { studio: id, reason: '退' }],
      [`/alliances/${alliance}/leave`, { studio: own, reason: '退', successor: id }],
      ['/pairings', { studios: [own, id] }],
      ['/pairings', { studios: [own, second], kept: [[own, id]] }],
      [`/studios/${id}/amend`, { capacity: 3 }],
      [`/studios/${id}/recognise`, {}],
      [`/studios/${id}/suspend`, { reason: '停' }],
      [`/studios/${id}/list`, {}],
      [`/studios/${id}/unlist`, {}],
      [`/studios/${id}/change-leader`, { leader: 'P-9', reason: '退休' }],
    ] as const)
      expect([path, (await post(path, ours, body)).status]).toEqual([path, 404]);
});

test('the inviting union sets how long an invitation waits', async () => {
  const [own, foreign] = [await studio('M1', ours), await studio('M2', theirs)];
  await made(`/studios/${foreign}/list`, theirs);
  const body = { code: 'LM-M', name: 'M联盟', shortName: 'M', studios: [own, foreign], answerDays: 7 };
  const alliance = await made('/alliances', ours, body);
  const { lapsesAt } = (await get(`/invitations/${invitationId(alliance, foreign)}`, theirs)).body;
  expect(Date.parse(lapsesAt) - Date.parse(now)).toBe(7 * 86_400_000);
});
