// The papers of candidates: handed in by a day, late or missing ones waived with a reason, and no decision while one is lacking.
import { derivedId, personRegistered, unitRegistered } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unit } from '../sample.ts';
import { saying } from '../saying.fixture.ts';
import { awards } from '../service.ts';

type Who = Parameters<Testing['call']>[0];
const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const committee = { org: 'union', sub: 'wang', roles: ['committee' as const] };
const supervisor = { org: 'union', sub: 'jian', roles: ['supervisor' as const] };
const entrant = { org: 'union', sub: 'zhang', roles: ['entrant' as const], units: [unit(1, 1).unit] };
const person = derivedId('person', 'dossier');
const DEEDS = '三年来带领班组完成技术攻关𠮷项';

let t: Testing;
let now = '2025-02-05T01:00:00Z';
let list: string;
let ofUnit: string;
let ofPerson: string;
beforeAll(async () => {
  t = await startTesting([awards, saying('competitions')], { now: () => now });
  const named = { ...unitRegistered.example, unit: unit(1, 1).unit, code: 'XM-1', name: '第1项目部' };
  await say([{ type: 'unit-registered', data: named }], [], named.unit);
  const state = { externalId: 'YG-1', name: '张建国', unit: named.unit };
  const registered = { ...personRegistered.example, person, unit: named.unit };
  await say(
    [{ type: 'person-registered', data: registered }],
    [{ topic: 'people.state.v1', key: person, value: state }],
  );
  const honour = { code: 'red', name: '流动红旗', shortName: '流动红旗', level: 'enterprise' };
  list = (await ok(organiser, '/award-lists', { kind: 'hand', title: '流动红旗', year: 2024, honours: [honour] })).id;
  for (const recipient of [named.unit, person])
    await ok(organiser, `/award-lists/${list}/candidates`, { honour: 'red', recipient, reason: '一季度第一' });
  const { candidates } = (await get(organiser, `/award-lists/${list}`)).body;
  [ofUnit, ofPerson] = candidates.map(({ candidate }: { candidate: string }) => candidate);
});
afterAll(() => t.stop());

async function say(events: object[], states: object[] = [], stream = person) {
  const answer = await t.call(organiser, 'POST', '/api/say/competitions', { stream, events, states });
  expect(answer.status).toBeOneOf([200, 201]);
  await t.quiet();
}
async function ok(who: Who, path: string, body?: object, method: 'POST' | 'PUT' = 'POST') {
  const answer = await t.call(who, method, `/api${path}`, body);
  expect([path, answer.status, answer.body]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body;
}
async function refused(who: Who, path: string, body?: object) {
  const { status, body: problem } = await t.call(who, 'POST', `/api${path}`, body);
  expect(problem.detail).not.toMatch(/[{}]/);
  return [status, problem.type.replace('/problems/', '')];
}
const get = (who: Who, path: string) => t.call(who, 'GET', `/api${path}`);
async function upload(who: Who) {
  const form = Buffer.from(
    '--b\r\ncontent-disposition: form-data; name="file"; filename="张建国.pdf"\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--b--\r\n',
  );
  return t.call(who, 'POST', '/api/files/dossier', form, { 'content-type': 'multipart/form-data; boundary=b' });
}
const at = (candidate: string, act: string) => `/award-lists/${list}/dossiers/${candidate}/${act}`;
const lacking = async () => {
  const { body } = await get(supervisor, `/award-lists/${list}/dossiers`);
  type Item = { candidate: string; papers: { paper: string; state: string }[] };
  const missing = ({ papers }: Item) => papers.filter(({ state }) => state === 'missing').map(({ paper }) => paper);
  return Object.fromEntries(body.items.map((item: Item) => [item.candidate, missing(item)]));
};
const tasks = async () => {
  const { items } = (await get(organiser, '/tasks')).body;
  return items.find(({ task }: { task: string }) => task === 'hand-in-papers');
};

test('a list takes the papers of the union’s rules, the usual ones or its own, each once', async () => {
  await ok(organiser, `/award-lists/${list}/papers`, {});
  expect((await lacking())[ofUnit]).toHaveLength(9);
  expect((await lacking())[ofPerson]).toEqual(['democratic-assessment', 'unit-notice', 'seal', 'deeds', 'discipline']);
  const papers = [
    { paper: 'seal', label: '盖章的推荐表', kind: 'file' },
    { paper: 'deeds', label: '事迹材料', kind: 'text', characters: 15 },
    { paper: 'tax', label: '税务证明', kind: 'file', neededBy: 'collective' },
  ];
  const twice = { papers: [...papers, papers[0]] };
  expect(await refused(organiser, `/award-lists/${list}/papers`, twice)).toEqual([422, 'paper-twice']);
  expect((await t.call(organiser, 'PUT', '/api/award-rules', { barYears: [], ...twice })).status).toBe(422);
  await ok(organiser, '/award-rules', { barYears: [], papers }, 'PUT');
  await ok(organiser, `/award-lists/${list}/papers`, { lastDay: '2025-02-06' });
  expect(await lacking()).toEqual({ [ofUnit]: ['seal', 'deeds', 'tax'], [ofPerson]: ['seal', 'deeds'] });
  expect(await tasks()).toMatchObject({ count: 2, until: '2025-02-06', link: `/awards/${list}` });
});

test('a paper is a file or a text of so many characters, read by whoever reads the list', async () => {
  expect((await upload(entrant)).status).toBe(403);
  const file = (await upload(organiser)).body.id;
  const hand = (body: object, candidate = ofUnit) => refused(organiser, at(candidate, 'hand-in'), body);
  expect(await hand({ paper: 'deeds', files: [file] })).toEqual([422, 'paper-is-text']);
  expect(await hand({ paper: 'seal', text: '文字' })).toEqual([422, 'paper-is-file']);
  expect(await hand({ paper: 'seal', files: [] })).toEqual([422, 'paper-is-file']);
  expect(await hand({ paper: 'other', text: '文字' })).toEqual([422, 'paper-not-needed']);
  expect(await hand({ paper: 'tax', files: [file] }, ofPerson)).toEqual([422, 'paper-not-needed']);
  expect(await hand({ paper: 'deeds', text: `${DEEDS}两` })).toEqual([422, 'paper-too-long']);
  expect(await hand({ paper: 'deeds', text: '文字' }, list)).toEqual([404, 'not-found']);
  // 15 as people count, 16 as JavaScript does.
  for (const of of [ofUnit, ofPerson]) await ok(organiser, at(of, 'hand-in'), { paper: 'deeds', text: `${DEEDS}` });
  await ok(organiser, at(ofUnit, 'hand-in'), { paper: 'seal', files: [file] });
  const read = await get(committee, `/award-lists/${list}/dossiers/${ofUnit}`);
  const papers = new Map(read.body.papers.map((each: { paper: string }) => [each.paper, each]));
  expect(papers.get('deeds')).toMatchObject({ text: DEEDS, handedIn: { by: 'li', on: '2025-02-05' } });
  // What a file was called may name a person.
  expect(papers.get('seal')).toMatchObject({ handedIn: { files: [{ file, name: '盖章的推荐表.pdf' }] } });
  expect((await get(supervisor, `/files/dossier/${file}`)).status).toBe(200);
  for (const path of [`/files/dossier/${file}`, `/award-lists/${list}/dossiers/${ofUnit}`])
    expect([403, 404]).toContain((await get(entrant, path)).status);
});

test('the text is in no event, and is erased', async () => {
  expect(JSON.stringify(await t.runtimes[0]!.store.read(`dossier/${ofPerson}`, 0))).not.toContain('班组');
  await ok(organiser, at(ofPerson, 'erase-texts'));
  expect(await t.runtimes[0]!.store.privateRow('dossier-texts', `${ofPerson}/deeds`)).toBeUndefined();
  expect((await lacking())[ofPerson]).toEqual(['seal', 'deeds']);
  await ok(organiser, at(ofPerson, 'hand-in'), { paper: 'deeds', text: '事迹' });
});

test('late is what the committee waived with a reason, who has a part in it does not, and it may come afterwards', async () => {
  now = '2025-02-07T01:00:00Z';
  const late = { paper: 'tax', files: [(await upload(organiser)).body.id] };
  expect(await refused(organiser, at(ofUnit, 'hand-in'), late)).toEqual([409, 'paper-late']);
  const waiver = { paper: 'tax', reason: '税务机关系统停机，证明随后补交' };
  expect(await refused({ ...committee, sub: 'li' }, at(ofUnit, 'waive'), waiver)).toEqual([403, 'own-nomination']);
  const own = { ...committee, units: [unit(1, 1).unit] };
  expect(await refused(own, at(ofUnit, 'waive'), waiver)).toEqual([403, 'own-unit']);
  expect(await refused(committee, at(ofUnit, 'waive'), { ...waiver, paper: 'seal' })).toEqual([409, 'paper-there']);
  await ok(committee, at(ofUnit, 'waive'), waiver);
  expect((await lacking())[ofUnit]).toEqual([]);
  await ok(organiser, at(ofUnit, 'hand-in'), late);
  const { papers } = (await get(committee, `/award-lists/${list}/dossiers`)).body.items[0];
  expect(papers.at(-1)).toMatchObject({ state: 'handed-in', on: '2025-02-07', reason: waiver.reason });
});

test('nothing is decided while somebody who would be granted lacks a paper', async () => {
  await ok(committee, `/award-lists/${list}/review`, {});
  expect(await refused(organiser, `/award-lists/${list}/papers`, { papers: [] })).toEqual([409, 'list-reviewed']);
  const channels = [{ kind: 'visit', where: '公司工会办公室' }];
  await ok(organiser, '/notices', { list, from: '2025-02-10', workingDays: 5, firstDayCounts: true, channels });
  now = '2025-03-05T01:00:00Z';
  await t.runtimes[0]!.sweep();
  const document = { number: '工发〔2025〕3号', date: '2025-03-05', signatory: '委员会', grantedBy: '公司工会' };
  const { body } = await t.call(committee, 'POST', `/api/award-lists/${list}/decisions`, document);
  expect([body.type, body.detail]).toEqual(['/problems/papers-missing', expect.stringContaining('盖章的推荐表')]);
  expect(body.detail).not.toContain('张建国');
  expect(await tasks()).toMatchObject({ count: 1 });
  await ok(committee, at(ofPerson, 'waive'), { paper: 'seal', reason: '原件随档案移交' });
  await ok(committee, `/award-lists/${list}/decisions`, document);
  expect(await tasks()).toBeUndefined();
  expect(await refused(committee, at(ofPerson, 'waive'), { paper: 'deeds', reason: '…' })).toEqual([
    409,
    'dossier-settled',
  ]);
});

test('what was written of somebody who is erased is read no more', async () => {
  await say([{ type: 'person-erased', data: { person } }], [{ topic: 'people.state.v1', key: person }]);
  const { papers } = (await get(committee, `/award-lists/${list}/dossiers/${ofPerson}`)).body;
  expect(papers.some((each: object) => 'text' in each)).toBe(false);
});
