// What people and programs get wrong, and how each is answered: every answer says where and what to do, and nothing is lost.

import { consoleService } from '@jiangong/console';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { services } from './services.ts';
import { expectRefused, type Who, type Wrong } from './wrong.fixture.ts';
import { wrongPersons } from './wrong-persons.fixture.ts';

const own = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const organiser: Who = { org: own, sub: 'organiser', roles: ['organiser'] };
const stranger: Who = { org: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d99', sub: 'stranger', roles: ['organiser'] };
const checker: Who = { org: own, sub: 'checker', roles: ['checker'], departments: ['safety'] };
const hr: Who = { org: own, sub: 'hr', roles: ['hr'] };
const committee: Who = { org: own, sub: 'committee', roles: ['committee'] };
const quarters = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'].map((days, index) => {
  const [from, to] = days.split('/');
  return { id: `q${index + 1}`, label: `第${'一二三四'[index]}季度`, from: `2024-${from}`, to: `2024-${to}` };
});
const unit = { kind: 'project-department', code: 'XM-07', name: '万泉寺中阳广场项目部', shortName: '万泉寺项目部' };
const studio = (code: string) => ({
  ...{ code, name: `${code}创新工作室`, leader: 'L-1', employer: `${code}公司`, district: '石景山区' },
  ...{ level: 'enterprise', trade: '焊接', offers: ['焊接'], seeks: ['检测'], capacity: 1 },
});

let t: Testing;
/** Ids of what exists, by name. */
const known: Record<string, string> = {};
beforeAll(async () => {
  t = await startTesting([consoleService(() => {}), ...services], { env: { BODY_LIMIT: '20000' } });
  const make = async (name: string, path: string, body?: object, who = organiser) => {
    const { status, text } = await t.call(who, 'POST', path, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    known[name] = JSON.parse(text).id;
  };
  await make('unit', '/api/units', unit);
  await persons();
  await make('scheme', '/api/schemes', { template: 'qi-bi-qi-sai' });
  await make('draft', '/api/schemes', { template: 'qi-bi-qi-sai' });
  await make('published', `/api/schemes/${known.scheme}/publish`);
  const track = { track: 'projects', label: '项目部', scheme: known.scheme, periods: quarters };
  const announcement = { name: '七比七赛', year: 2024, theme: '岗位立功', slogan: '创效创优' };
  const registration = { from: '2023-12-18', to: '2024-01-12' };
  await make('competition', '/api/competitions', { ...announcement, tracks: [track], registration });
  await make('empty', '/api/competitions', { ...announcement, name: '另一竞赛', tracks: [track], registration });
  await make('entry', `/api/competitions/${known.competition}/entries`, { unit: known.unit, track: 'projects' });
  await make('accepted', `/api/entries/${known.entry}/accept`);
  await t.quiet();
  await make('launched', `/api/competitions/${known.competition}/launch`);
  await t.quiet();
  const rounds = (await t.call(organiser, 'GET', '/api/rounds')).body.items;
  for (const { round, period } of rounds) {
    known[period.id] = round;
    known[`check ${period.id}`] = (await t.call(organiser, 'GET', `/api/checks?round=${round}`)).body.items[0].check;
  }
  await make('open', `/api/rounds/${known.q1}/open`);
  for (const code of ['A', 'B', 'C']) {
    await make(code, '/api/studios', studio(code));
    await make(`${code} recognised`, `/api/studios/${known[code]}/recognise`);
  }
  const alliance = { name: '联盟', shortName: '联盟', studios: [known.A, known.B] };
  await make('alliance', '/api/alliances', { code: 'LM-1', ...alliance });
  await make('second', '/api/alliances', { code: 'LM-2', ...alliance, studios: [known.A, known.C] });
  await t.quiet();
  const honour = { code: 'plaque', name: '创新工作室联盟', shortName: '工作室联盟', level: 'provincial' };
  const list = { kind: 'hand', title: '授牌', year: 2023, honours: [honour] };
  await make('unreviewed', '/api/award-lists', list);
  await make('list', '/api/award-lists', { ...list, title: '表彰' });
  await make('candidate', `/api/award-lists/${known.list}/candidates`, {
    honour: 'plaque',
    recipient: known.unit,
    reason: '推荐',
  });
  await make('reviewed', `/api/award-lists/${known.list}/review`, {}, committee);
});
/** Two persons, one of whom is erased, and two teams, one of which is dissolved. */
async function persons() {
  const put = { name: '甲', unit: known.unit, from: '2024-01-05', revision: 3 };
  known.person = (await t.call(hr, 'PUT', '/api/people/1', put)).body.id;
  known.erased = (await t.call(hr, 'PUT', '/api/people/2', put)).body.id;
  await t.call(hr, 'POST', `/api/people/${known.erased}/erase`);
  const members = [{ person: known.person, from: '2024-01-05' }];
  for (const [name, code] of [
    ['team', 'T-1'],
    ['dissolved', 'T-2'],
  ] as const)
    known[name] = (
      await t.call(organiser, 'POST', '/api/teams', { code, name: '队', shortName: '队', members })
    ).body.id;
  await t.call(organiser, 'POST', `/api/teams/${known.dissolved}/dissolve`);
}
afterAll(() => t.stop());

const nowhere = '00000000-0000-8000-8000-000000000000';
const form = { form: 'linked', reason: '上下游', agreement: '协议' };
const wrongs: Wrong[] = [
  ...wrongPersons({ hr, committee, checker, stranger }),
  // The form of the request.
  { what: 'JSON that breaks off', call: 'POST /api/units', raw: '{"kind":', status: 400, type: 'unreadable-body' },
  { what: 'JSON that is no object', call: 'POST /api/units', raw: '[1]', status: 400, type: 'malformed-request' },
  { what: 'no body at all', call: 'POST /api/units', raw: '', status: 400, type: 'malformed-request' },
  {
    what: 'a field twice',
    call: 'POST /api/units',
    raw: '{"kind":"branch","kind":"team"}',
    status: 400,
    type: 'unreadable-body',
  },
  {
    what: 'a text that turns its direction',
    call: 'POST /api/units',
    body: { ...unit, name: '第一\u202e分公司' },
    status: 400,
    type: 'unreadable-body',
  },
  {
    what: 'a poisoned prototype',
    call: 'POST /api/units',
    raw: '{"__proto__":{"a":1}}',
    status: 400,
    type: 'unreadable-body',
  },
  {
    what: 'an unknown field',
    call: 'POST /api/units',
    body: { ...unit, colour: 'red' },
    status: 400,
    type: 'malformed-request',
  },
  {
    what: 'a number for a name',
    call: 'POST /api/units',
    body: { ...unit, name: 7 },
    status: 400,
    type: 'malformed-request',
  },
  {
    what: 'a missing field',
    call: 'POST /api/units',
    body: { kind: 'branch' },
    status: 400,
    type: 'malformed-request',
  },
  {
    what: 'a kind that does not exist',
    call: 'POST /api/units',
    body: { ...unit, kind: 'team' },
    status: 400,
    type: 'malformed-request',
  },
  {
    what: 'a short name that HR could not keep',
    call: 'POST /api/units',
    body: { ...unit, code: 'X', shortName: '长'.repeat(21) },
    status: 400,
    type: 'malformed-request',
  },
  { what: 'an id that is no id', call: 'GET /api/units/7', status: 400, type: 'malformed-request' },
  { what: 'a page of a thousand', call: 'GET /api/units?limit=1000', status: 400, type: 'malformed-request' },
  {
    what: 'an unknown format',
    call: 'GET /api/standings/{competition}?track=projects&format=pdf',
    status: 400,
    type: 'malformed-request',
  },
  {
    what: 'a form instead of JSON',
    call: 'POST /api/units',
    raw: 'a=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    type: 'unsupported-media-type',
  },
  {
    what: 'csv where JSON is wanted',
    call: 'POST /api/units',
    raw: 'a\n1',
    headers: { 'content-type': 'text/csv' },
    status: 415,
    type: 'unsupported-media-type',
  },
  {
    what: 'a body beyond the limit',
    call: 'POST /api/units',
    body: { ...unit, name: '长'.repeat(9000) },
    status: 413,
    type: 'body-too-large',
  },
  {
    what: 'a PDF called csv',
    call: 'POST /api/units/import',
    raw: '%PDF-1.7',
    headers: { 'content-type': 'text/csv' },
    status: 400,
    type: 'unreadable-body',
  },
  {
    what: 'an empty idempotency key',
    call: 'POST /api/units',
    body: unit,
    headers: { 'idempotency-key': '' },
    status: 400,
    type: 'malformed-request',
  },
  {
    what: 'an If-Match that is no ETag',
    call: 'PUT /api/schemes/{draft}',
    body: { body: {} },
    headers: { 'if-match': 'latest' },
    status: 400,
    type: 'malformed-request',
  },
  // Who asks.
  { what: 'no token', call: 'GET /api/units', who: null, status: 401, type: 'unauthenticated' },
  { what: 'no token, no such place', call: 'GET /api/nothing', who: null, status: 401, type: 'unauthenticated' },
  {
    what: 'a forged token',
    call: 'GET /api/units',
    who: null,
    headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
    status: 401,
    type: 'unauthenticated',
  },
  {
    what: 'a wrong password',
    call: 'POST /sign-in',
    who: null,
    body: { userName: 'admin', password: 'wrong-password' },
    status: 401,
    type: 'wrong-credentials',
  },
  { what: 'a role that may not', call: 'POST /api/units', who: hr, body: unit, status: 403, type: 'forbidden' },
  { what: 'operations by an organiser', call: 'GET /ops/status', status: 403, type: 'forbidden' },
  {
    what: 'another department’s sheet',
    call: 'PUT /api/checks/{check q1}/sheets/quality',
    who: checker,
    body: { marks: { quality: { events: [] } } },
    headers: { 'if-match': '*' },
    status: 403,
    type: 'not-yours',
  },
  {
    what: 'somebody else’s unit',
    call: 'POST /api/competitions/{empty}/entries',
    who: { org: own, roles: ['entrant'], units: [] },
    body: { unit: '{unit}', track: 'projects' },
    status: 403,
    type: 'not-yours',
  },
  {
    what: 'a day of one’s own choosing',
    call: 'POST /api/award-lists/{list}/review?on=2024-01-01',
    who: committee,
    body: {},
    status: 403,
    type: 'date-not-yours',
  },
  { what: 'another organisation’s unit', call: 'GET /api/units/{unit}', who: stranger, status: 404, type: 'not-found' },
  {
    what: 'another organisation’s launch',
    call: 'POST /api/competitions/{competition}/launch',
    who: stranger,
    status: 404,
    type: 'not-found',
  },
  {
    what: 'another organisation’s check',
    call: 'POST /api/checks/{check q1}/vetoes',
    who: stranger,
    body: { kind: 'casualty', evidence: ['x'] },
    status: 404,
    type: 'not-found',
  },
  {
    what: 'another organisation’s alliance',
    call: 'POST /api/alliances/{alliance}/approve',
    who: stranger,
    body: form,
    status: 404,
    type: 'not-found',
  },
  // What is requested, and when.
  { what: 'nothing under that id', call: `GET /api/units/${nowhere}`, status: 404, type: 'not-found' },
  { what: 'an address that is none', call: 'GET /api/unit', status: 404, type: 'not-found' },
  { what: 'a method that is none', call: 'DELETE /api/units/{unit}', status: 405, type: 'method-not-allowed' },
  { what: 'the same unit again', call: 'POST /api/units', body: unit, status: 409, type: 'already-exists' },
  {
    what: 'a draft replaced blindly',
    call: 'PUT /api/schemes/{draft}',
    body: { body: {} },
    status: 428,
    type: 'precondition-required',
  },
  {
    what: 'a draft replaced late',
    call: 'PUT /api/schemes/{draft}',
    body: { body: {} },
    headers: { 'if-match': '"9"' },
    status: 412,
    type: 'stale-version',
  },
  {
    what: 'a key for another body',
    call: 'POST /api/units',
    body: { ...unit, code: 'XM-08' },
    headers: { 'idempotency-key': 'used' },
    status: 422,
    type: 'key-reused',
  },
  { what: 'tomorrow', call: 'POST /api/units?on=2999-01-01', body: unit, status: 422, type: 'date-in-future' },
  {
    what: 'a template that does not ship',
    call: 'POST /api/schemes',
    body: { template: 'none' },
    status: 422,
    type: 'template-unknown',
  },
  {
    what: 'an unfinished scheme published',
    call: 'POST /api/schemes/{broken}/publish',
    status: 422,
    type: 'scheme-faulty',
  },
  {
    what: 'an entry after the window',
    call: 'POST /api/competitions/{empty}/entries',
    who: { org: own, roles: ['entrant'], units: ['{unit}'] },
    body: { unit: '{unit}', track: 'projects' },
    status: 409,
    type: 'registration-closed',
  },
  {
    what: 'a track that is none',
    call: 'POST /api/competitions/{empty}/entries',
    body: { unit: '{unit}', track: 'boats' },
    status: 422,
    type: 'entry-track',
  },
  {
    what: 'a launch without entries',
    call: 'POST /api/competitions/{empty}/launch',
    status: 409,
    type: 'no-accepted-entries',
  },
  {
    what: 'a launch again',
    call: 'POST /api/competitions/{competition}/launch',
    status: 409,
    type: 'competition-state',
  },
  {
    what: 'a round closed before it opened',
    call: 'POST /api/rounds/{q2}/close',
    status: 409,
    type: 'wrong-round-status',
  },
  {
    what: 'a sheet before the round opened',
    call: 'PUT /api/checks/{check q2}/sheets/safety',
    who: checker,
    body: { marks: { safety: { events: [] } } },
    headers: { 'if-match': '*' },
    status: 409,
    type: 'check-not-open',
  },
  {
    what: 'an event that the criterion does not have',
    call: 'PUT /api/checks/{check q1}/sheets/safety',
    who: checker,
    body: { marks: { safety: { events: [{ code: 'flood' }] } } },
    headers: { 'if-match': '*' },
    status: 422,
    type: 'mark-misfit',
  },
  {
    what: 'a round closed before its sheets',
    call: 'POST /api/rounds/{q1}/close',
    status: 409,
    type: 'round-incomplete',
  },
  {
    what: 'a year evaluated before its rounds',
    call: 'POST /api/evaluations',
    body: { competition: '{competition}', track: 'projects' },
    status: 409,
    type: 'evaluation-incomplete',
  },
  {
    what: 'an alliance approved before its places',
    call: 'POST /api/alliances/{second}/approve',
    body: form,
    status: 409,
    type: 'places-missing',
  },
  {
    what: 'a list decided before its review',
    call: 'POST /api/award-lists/{unreviewed}/decisions',
    who: committee,
    body: { number: '京〔2024〕1号', date: '2024-01-02', signatory: '工会主席', grantedBy: '工会' },
    status: 409,
    type: 'list-not-reviewed',
  },
  {
    what: 'a notice in a year without a calendar',
    call: 'POST /api/notices',
    body: {
      list: '{list}',
      from: '2031-01-06',
      firstDayCounts: true,
      channels: [{ kind: 'visit', where: '工会办公室' }],
    },
    status: 422,
    type: 'calendar-unpublished',
  },
  {
    what: 'a date that is none',
    call: 'POST /api/entries/{entry}/status',
    body: { status: 'suspended', from: '2024-02-30', reason: 'x' },
    status: 400,
    type: 'malformed-request',
  },
];

test('there are at least forty kinds of wrong request', () => expect(wrongs.length).toBeGreaterThanOrEqual(40));

test('a used key and a faulty draft', async () => {
  await t.call(organiser, 'POST', '/api/units', unit, { 'idempotency-key': 'first' });
  await t.call(organiser, 'POST', '/api/units', { ...unit, code: 'XM-09' }, { 'idempotency-key': 'used' });
  known.broken = (await t.call(organiser, 'POST', '/api/schemes', { template: 'qi-bi-qi-sai' })).body.id;
  const saved = await t.call(
    organiser,
    'PUT',
    `/api/schemes/${known.broken}`,
    { body: { language: 1 } },
    { 'if-match': '"1"' },
  );
  expect(saved.status).toBe(200);
});

test.each(wrongs)('$what: $status $type', (wrong) => expectRefused(t, known, { who: organiser, ...wrong }));

test('a file with faulty rows keeps the good ones and names the others by row and column', async () => {
  const csv =
    '编码,名称,简称,类别,上级编码\nFG-1,一分公司,一分,分支机构,\n,二分公司,二分,分支机构,\nXM-3,丙,丙,项目部,FG-9\nXM-4,丁,丁,班组,\n';
  const { body } = await t.call(organiser, 'POST', '/api/units/import', csv);
  expect(body).toMatchObject({ rows: 4, accepted: 1 });
  expect(body.faults.map(({ row, column }: { row: number; column?: string }) => [row, column])).toEqual([
    [3, '编码'],
    [4, undefined],
    [5, '类别'],
  ]);
});
