// Persons and teams are honoured like units: on lists, in notices, decisions, certificates, and by every way in which HR systems
// learn. Their names are read everywhere and kept nowhere.
import { awardListId, contestStageClosed, decisionId, derivedId, noticeId } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saying } from './saying.fixture.ts';
import { awards } from './service.ts';

const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const committee = { org: 'union', sub: 'zhao', roles: ['committee' as const] };
const hr = { org: 'union', sub: 'hr', roles: ['hr' as const] };
const person = derivedId('person', 1);
const unit = derivedId('unit', 1);
const team = derivedId('team', 1);
const [left, joins] = [derivedId('person', 2), derivedId('person', 3)];
const name = '张建国';
const number = 'YG-10086';
const honour = { code: 'model', name: '2024年度劳动模范', shortName: '2024劳动模范', level: 'enterprise', seats: 5 };

let t: Testing;
beforeAll(async () => {
  const options = { now: () => '2025-02-05T01:00:00Z', env: { PUBLIC_URL: 'https://union.example.cn' } };
  t = await startTesting([awards, ...(['competitions', 'contests'] as const).map(saying)], options);
  const state = { topic: 'people.state.v1', key: person, value: { externalId: number, name, role: '塔吊司机' } };
  const registered = { person, unit, from: '2024-01-05', revision: 1 };
  await say('competitions', [{ type: 'person-registered', data: registered }], [state], person);
  const members = [
    { person, from: '2024-01-05' },
    { person: left, from: '2024-01-05', to: '2024-06-30' },
    { person: joins, from: '2024-03-01' },
  ];
  const formed = { team, code: 'DW-01', name: '塔吊青年突击队', shortName: '塔吊突击队', unit, members };
  await say('competitions', [{ type: 'team-formed', data: formed }]);
});
afterAll(() => t.stop());

async function say(service: string, events: { type: string; data: object }[], states: object[] = [], stream?: string) {
  const body = { events, states, ...(stream ? { stream } : {}) };
  expect((await t.call(organiser, 'POST', `/api/say/${service}`, body)).status).toBeOneOf([200, 201]);
  await t.quiet();
}
async function ok(who: typeof committee | typeof organiser, path: string, body: object): Promise<string> {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  expect([answer.status, answer.body]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body.id;
}
const get = (who: typeof hr | undefined, path: string) => t.call(who, 'GET', `/api${path}`);
const asOrganiser = (path: string) => t.call(organiser, 'GET', `/api${path}`);

let list: string;
test('a person and a team go from a list to grants, and their names stand in every answer', async () => {
  list = await ok(organiser, '/award-lists', {
    kind: 'hand',
    title: '2024年度劳动模范',
    year: 2024,
    honours: [honour],
  });
  const at = `/award-lists/${list}`;
  for (const recipient of [person, team])
    await ok(organiser, `${at}/candidates`, { honour: 'model', recipient, reason: '事迹突出' });
  const { candidates } = (await asOrganiser(at)).body;
  expect(candidates.map((c: { recipient: object }) => c.recipient)).toEqual([
    { type: 'person', id: person, unit, externalId: number, name },
    { type: 'team', id: team, unit, externalId: 'DW-01', name: '塔吊青年突击队', members: [person, joins] },
  ]);
  expect((await t.call(committee, 'POST', `/api${at}/review`, {})).status).toBe(200);
  await t.quiet();
  await ok(organiser, `/publication-consents/${person}/give`, { means: 'written' });
  const channels = [{ kind: 'visit', where: '公司工会办公室' }];
  await ok(organiser, '/notices?on=2025-01-06', { list, from: '2025-01-06', firstDayCounts: true, channels });
  const notice = await get(undefined, `/public/notices/${noticeId(list)}`);
  expect(notice.body.items).toEqual([
    { honour: honour.name, recipient: name },
    { honour: honour.name, recipient: '塔吊青年突击队' },
  ]);
  expect((await get(undefined, `/public/notices/${noticeId(list)}/page`)).text).toContain(name);
  const document = { number: '1号', date: '2025-01-20', signatory: '工会委员会', grantedBy: '公司工会' };
  await ok(committee, `${at}/decisions`, document);
  const { items } = (await get(hr, '/hr/feed')).body;
  expect(items).toMatchObject([
    { recipientType: 'person', recipientId: person, externalId: number, recipientName: name, collective: false },
    { recipientType: 'team', externalId: 'DW-01', members: [person, joins], collective: true },
  ]);
  expect((await get(hr, `/grants?recipient=${person}`)).body.items[0].recipient.name).toBe(name);
  for (const target of ['csv', 'oracle', 'workday'])
    expect((await get(hr, `/hr/exports/${target}?recipient=${person}`)).text).toContain(number);
  const decision = `/decisions/${decisionId(list, '1号')}`;
  await ok(committee, `${decision}/certificates`, {});
  for (const path of ['letter', 'certificates/pdf']) expect((await get(hr, `${decision}/${path}`)).status).toBe(200);
});

test('whoever acts for the unit of a person or a team does not review their list', async () => {
  const id = await ok(organiser, '/award-lists', { kind: 'hand', title: '先进个人', year: 2023, honours: [honour] });
  await ok(organiser, `/award-lists/${id}/candidates`, { honour: 'model', recipient: team, reason: '事迹突出' });
  const own = await t.call({ ...committee, units: [unit] }, 'POST', `/api/award-lists/${id}/review`, {});
  expect(own.body.type).toBe('/problems/own-unit');
});

test('the name of a person is corrected in the person’s record alone', async () => {
  const [grant] = (await get(hr, `/grants?recipient=${person}`)).body.items;
  const body = { recipientName: '张建囯', reason: '错字' };
  const refused = await t.call(committee, 'POST', `/api/grants/${grant.grant}/correct`, body);
  expect(refused.body.type).toBe('/problems/person-named-elsewhere');
});

test('a contest’s stage drafts a list of the persons and teams that it honours', async () => {
  const closed = structuredClone(contestStageClosed.example);
  const entrants = [
    { type: 'person' as const, id: person, unit },
    { type: 'team' as const, id: team, code: 'DW-01', name: '塔吊青年突击队', unit },
  ];
  const [first] = closed.honours;
  const granted = entrants.map((entrant, at) => {
    return { contestant: derivedId('contestant', at), entrant, place: at + 1, joint: false };
  });
  closed.honours = [{ ...first!, admits: false, granted, referred: [], provisional: [] }];
  await say('contests', [{ type: 'contest-stage-closed', data: closed }]);
  const { candidates } = (await asOrganiser(`/award-lists/${awardListId(closed.stage)}`)).body;
  expect(candidates.map((c: { recipient: { name: string } }) => c.recipient.name)).toEqual([name, '塔吊青年突击队']);
  expect(candidates[1].recipient.members).toEqual([person, joins]);
});

test('nothing that is kept has the name, and no answer has it once the person is erased', async () => {
  const { store } = t.runtimes.find(({ manifest }) => manifest.name === 'awards')!;
  const commits = [];
  for await (const commit of store.journal()) commits.push(commit);
  const journal = JSON.stringify(commits);
  expect(journal).toContain(person);
  expect(journal).not.toContain(name);
  expect(journal).not.toContain(number);
  const tombstone = { topic: 'people.state.v1', key: person };
  await say('competitions', [{ type: 'person-erased', data: { person } }], [tombstone], person);
  const paths = ['/hr/feed', '/grants', '/hr/exports/csv', '/hr/exports/oracle', '/hr/exports/workday'];
  for (const path of paths) {
    const { status, text } = await get(hr, path);
    expect([path, status, text.includes(name), text.includes(number)]).toEqual([path, 200, false, false]);
  }
  expect((await get(undefined, `/public/notices/${noticeId(list)}`)).body.items[0].recipient).toBe('（信息已删除）');
  const added = { honour: 'model', recipient: person, reason: '事迹突出' };
  const id = await ok(organiser, '/award-lists', { kind: 'hand', title: '先进', year: 2022, honours: [honour] });
  const refused = await t.call(organiser, 'POST', `/api/award-lists/${id}/candidates`, added);
  expect(refused.body.type).toBe('/problems/recipient-unknown');
});
