// What people and programs get wrong about studios, pairings and alliances, and how each is answered: nothing is lost by it.
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetOf, workbookOf } from '../../../packages/service-kit/src/http/file/workbook.fixture.ts';
import { studioAlliances } from './service.ts';
import { expectRefused, type Who, type Wrong } from './wrong.fixture.ts';

const organiser = { org: 'industry', sub: 'li', roles: ['organiser' as const] };
const abroad: Who = { org: 'district', sub: 'wu', roles: ['organiser'] };
const hr: Who = { org: 'industry', sub: 'zhou', roles: ['hr'] };
const leader: Who = { org: 'industry', sub: 'ma', roles: ['alliance-leader'], units: [] };
const blanks = ' '.repeat(40_000_000);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const nowhere = '00000000-0000-8000-8000-000000000000';
const profile = {
  ...{ code: 'NEW', name: '新工作室', leader: 'P-1', employer: '甲公司', district: '东城区', level: 'district' },
  ...{ trade: '焊接', offers: ['激光焊接'], seeks: ['探伤'], capacity: 1 },
};
const head = 'code,name,leader,employer,district,level,trade,chain,stage,offers,seeks,capacity';

let t: Testing;
/** Ids of what exists, by name. */
const known: Record<string, string> = {};
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
  const make = async (name: string, path: string, body: object = {}, who: Who = organiser) => {
    const { status, text } = await t.call(who, 'POST', `/api${path}`, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    known[name] = JSON.parse(text).id;
  };
  for (const code of ['A', 'B', 'C', 'D', 'full', 'none']) {
    const about = { code, name: `${code}创新工作室`, employer: `${code}公司`, capacity: code === 'none' ? 0 : 1 };
    await make(code, '/studios', { ...profile, ...about });
    await make(`${code} recognised`, `/studios/${known[code]}/recognise`);
  }
  await make('new', '/studios', { ...profile, code: 'later', name: '未认定工作室' });
  await make('strange', '/studios', { ...profile, code: 'strange' }, abroad);
  const alliance = { code: 'LM-1', name: '第一联盟', shortName: '一联盟', studios: [known.full, known.D] };
  await make('alliance', '/alliances', alliance);
  await t.quiet();
  await make('approved', `/alliances/${known.alliance}/approve`, { form: 'linked', reason: '链', agreement: '一' });
  await make('second', '/alliances', {
    ...alliance,
    code: 'LM-2',
    shortName: '二联盟',
    studios: [known.full, known.none],
  });
  await t.quiet();
  await make('run', '/pairings', { studios: [known.A, known.B, known.C] });
  const completed = async () =>
    (await t.call(organiser, 'GET', `/api/pairings/${known.run}`)).body.status === 'completed';
  while (!(await completed())) await new Promise((resolve) => setTimeout(resolve, 20));
}, 240_000);
afterAll(() => t.stop());

const wrongs: Wrong[] = [
  // Pairings.
  {
    what: 'a pair both kept and forbidden',
    call: 'POST /pairings',
    body: { kept: [['{A}', '{B}']], forbidden: [['{B}', '{A}']] },
    says: '422 pairing-conflict',
    names: 'B创新工作室—A创新工作室',
  },
  {
    what: 'a pair kept twice',
    call: 'POST /pairings',
    body: {
      kept: [
        ['{A}', '{B}'],
        ['{B}', '{A}'],
      ],
    },
    says: '422 pairing-conflict',
  },
  {
    what: 'a studio paired with itself',
    call: 'POST /pairings',
    body: { kept: [['{A}', '{A}']] },
    says: '422 pairing-conflict',
    names: 'A创新工作室',
  },
  {
    what: 'a forbidden pair of one',
    call: 'POST /pairings',
    body: { forbidden: [['{A}', '{A}']] },
    says: '422 pairing-conflict',
  },
  {
    what: 'kept pairs beyond the places',
    call: 'POST /pairings',
    body: {
      kept: [
        ['{A}', '{B}'],
        ['{A}', '{C}'],
      ],
    },
    says: '422 pairing-conflict',
  },
  {
    what: 'a kept pair of a studio that is full',
    call: 'POST /pairings',
    body: { kept: [['{A}', '{full}']] },
    says: '422 pairing-conflict',
  },
  {
    what: 'a kept pair of a studio that takes none',
    call: 'POST /pairings',
    body: { kept: [['{A}', '{none}']] },
    says: '422 pairing-conflict',
  },
  {
    what: 'a pair of a studio outside the run',
    call: 'POST /pairings',
    body: { studios: ['{A}', '{B}'], forbidden: [['{A}', '{C}']] },
    says: '422 pairing-conflict',
  },
  { what: 'a single studio', call: 'POST /pairings', body: { studios: ['{A}'] }, says: '400 malformed-request' },
  {
    what: 'the same studio twice',
    call: 'POST /pairings',
    body: { studios: ['{A}', '{A}'] },
    says: '422 pairing-too-small',
  },
  {
    what: 'a studio not recognised',
    call: 'POST /pairings',
    body: { studios: ['{A}', '{new}'] },
    says: '409 studio-not-recognised',
    names: '未认定工作室',
  },
  {
    what: 'a foreign studio',
    call: 'POST /pairings',
    body: { studios: ['{A}', '{strange}'] },
    says: '404 not-found',
    names: '{strange}',
  },
  {
    what: 'a wish about a foreign studio',
    call: 'POST /pairings',
    body: { studios: ['{A}', '{B}'], forbidden: [['{A}', '{strange}']] },
    says: '404 not-found',
    names: '{strange}',
  },
  {
    what: 'a foreign studio to lead',
    call: 'POST /pairings',
    body: { studios: ['{A}', '{B}'], leaders: [{ studio: '{strange}', members: 1 }] },
    says: '404 not-found',
    names: '{strange}',
  },
  {
    what: 'a foreign studio as a member',
    call: 'POST /alliances',
    body: { code: 'LM-F', name: '联盟', shortName: '盟', studios: ['{A}', '{strange}'] },
    says: '404 not-found',
    names: '{strange}',
  },
  {
    what: 'a studio nobody knows',
    call: 'POST /pairings',
    body: { studios: ['{A}', nowhere] },
    says: '404 not-found',
  },
  { what: 'a mode that is none', call: 'POST /pairings', body: { mode: 'fastest' }, says: '400 malformed-request' },
  { what: 'a triple', call: 'POST /pairings', body: { kept: [['{A}', '{B}', '{C}']] }, says: '400 malformed-request' },
  {
    what: 'a leader who does not take part',
    call: 'POST /pairings',
    body: { studios: ['{A}', '{B}'], leaders: [{ studio: '{C}', members: 2 }] },
    says: '422 pairing-leaders',
  },
  {
    what: 'a leader without a place',
    call: 'POST /pairings',
    body: { leaders: [{ studio: '{full}', members: 2 }] },
    says: '422 pairing-leaders',
    names: 'full创新工作室',
  },
  {
    what: 'nobody but leaders',
    call: 'POST /pairings',
    body: { studios: ['{A}', '{B}'], leaders: ['{A}', '{B}'].map((studio) => ({ studio, members: 1 })) },
    says: '422 pairing-leaders',
  },
  {
    what: 'two leaders kept together',
    call: 'POST /pairings',
    body: { leaders: ['{A}', '{B}'].map((studio) => ({ studio, members: 1 })), kept: [['{A}', '{B}']] },
    says: '422 pairing-conflict',
  },
  {
    what: 'a leader of nobody',
    call: 'POST /pairings',
    body: { leaders: [{ studio: '{A}', members: 0 }] },
    says: '400 malformed-request',
  },
  { what: 'the id of another run', call: 'POST /pairings', body: { id: '{run}' }, says: '409 already-exists' },
  {
    what: 'a run cancelled when it is done',
    call: 'POST /pairings/{run}/cancel',
    says: '409 pairing-state',
    names: '已完成',
  },
  { what: 'a proposal that is none', call: 'POST /pairings/{run}/proposals/99/accept', says: '404 not-found' },
  { what: 'the proposal zero', call: 'POST /pairings/{run}/proposals/0/drop', says: '400 malformed-request' },
  { what: 'why a studio and itself', call: 'GET /pairings/{run}/why?a={A}&b={A}', says: '404 not-found' },
  { what: 'why one who took no part', call: 'GET /pairings/{run}/why?a={A}&b={D}', says: '404 not-found' },
  { what: 'another union’s run', call: 'POST /pairings/{run}/again', body: {}, who: abroad, says: '404 not-found' },
  { what: 'another union’s events', call: 'GET /pairings/{run}/events', who: abroad, says: '404 not-found' },
  {
    what: 'again, against oneself',
    call: 'POST /pairings/{run}/again',
    body: { kept: [['{A}', '{B}']], forbidden: [['{A}', '{B}']] },
    says: '422 pairing-conflict',
  },
  { what: 'a run by one who may not', call: 'POST /pairings', body: {}, who: hr, says: '403 forbidden' },
  // Studios.
  {
    what: 'a million characters for a name',
    call: 'POST /studios',
    body: { ...profile, name: '长'.repeat(300_000) },
    says: '400 malformed-request',
    names: '/body/name',
  },
  {
    what: 'more than a body may hold',
    call: 'POST /studios',
    body: { ...profile, name: '长'.repeat(1_000_000) },
    says: '413 body-too-large',
  },
  {
    what: 'a skill as long as a story',
    call: 'POST /studios',
    body: { ...profile, offers: ['焊'.repeat(61)] },
    says: '400 malformed-request',
  },
  {
    what: 'a hundred skills',
    call: 'POST /studios',
    body: { ...profile, offers: Array(100).fill('焊') },
    says: '400 malformed-request',
  },
  {
    what: 'a capacity of minus one',
    call: 'POST /studios',
    body: { ...profile, capacity: -1 },
    says: '400 malformed-request',
  },
  {
    what: 'half a capacity',
    call: 'POST /studios',
    body: { ...profile, capacity: 0.5 },
    says: '400 malformed-request',
  },
  {
    what: 'a capacity below the places taken',
    call: 'POST /studios/{full}/amend',
    body: { capacity: 0 },
    says: '409 capacity-below-places',
    names: 'LM-1',
  },
  {
    what: 'a search as long as a story',
    call: `GET /studios?q=${encodeURIComponent('焊'.repeat(201))}`,
    says: '400 malformed-request',
  },
  {
    what: 'another union’s studio',
    call: 'POST /studios/{A}/suspend',
    body: { reason: '停' },
    who: abroad,
    says: '404 not-found',
  },
  // Imports.
  {
    what: 'a zip bomb named .xlsx',
    call: 'POST /studios/import',
    raw: workbookOf(sheetOf(blanks)),
    type: xlsx,
    says: '413 file-too-large-inside',
  },
  {
    what: 'a bomb that lies about its size',
    call: 'POST /studios/import',
    raw: workbookOf(sheetOf(blanks), { says: 100 }),
    type: xlsx,
    says: '400 unreadable-body',
  },
  {
    what: 'a workbook of another age',
    call: 'POST /studios/import',
    raw: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    type: xlsx,
    says: '400 unreadable-body',
  },
  {
    what: 'a picture',
    call: 'POST /studios/import',
    raw: Buffer.alloc(100),
    type: 'image/png',
    says: '415 unsupported-media-type',
  },
  {
    what: 'a list in an encoding that cannot be told',
    call: 'POST /studios/import',
    raw: Buffer.from(`${head}\n\xe9t\xe9\xff`, 'latin1'),
    type: 'text/csv',
    says: '400 unreadable-body',
  },
  { what: 'no file at all', call: 'POST /studios/import', says: '400 unreadable-body' },
  // Alliances and their outputs.
  {
    what: 'an alliance beyond a capacity',
    call: 'POST /alliances/{second}/approve',
    body: { form: 'linked', reason: '链', agreement: '二' },
    says: '409 places-missing',
    names: 'full创新工作室（LM-1）',
  },
  {
    what: 'an alliance with itself',
    call: 'POST /alliances',
    body: { code: 'LM-9', name: '九', shortName: '九', studios: ['{A}', '{A}'] },
    says: '422 studios-repeated',
  },
  {
    what: 'a form that is none',
    call: 'POST /alliances/{second}/approve',
    body: { form: 'friendly', reason: '链', agreement: '二' },
    says: '400 malformed-request',
  },
  {
    what: 'the last member leaving',
    call: 'POST /alliances/{alliance}/leave',
    body: { studio: '{D}', reason: '退出' },
    says: '409 too-few-members',
  },
  {
    what: 'a year closed before it is over',
    call: 'POST /alliances/{alliance}/duties/2024/close',
    body: {},
    says: '409 duty-year-running',
  },
  {
    what: 'work of an alliance that is not one’s own',
    call: 'POST /joint-projects',
    body: { alliance: '{alliance}', topic: '题', goal: '的' },
    who: leader,
    says: '403 not-yours',
  },
];

test('there are at least twenty-five kinds of wrong request', () => expect(wrongs.length).toBeGreaterThanOrEqual(25));

test.each(wrongs)('$what', (wrong) => expectRefused(t, known, organiser, wrong));

test('none of them changes anything', async () => {
  const { body } = await t.call(organiser, 'GET', '/api/studios?limit=200');
  expect(body.items.map((s: { code: string }) => s.code).sort()).toEqual(
    ['A', 'B', 'C', 'D', 'full', 'later', 'none'].sort(),
  );
  expect((await t.call(organiser, 'GET', '/api/pairings')).body.items).toHaveLength(1);
});

test('a faulty list names each fault by row and column and keeps the good rows', async () => {
  const row = (code: string, over: Partial<Record<string, string>> = {}) => {
    const cells = {
      code,
      name: `${code}工作室`,
      leader: 'P',
      employer: '外单位',
      district: '海淀区',
      level: 'district',
    };
    const rest = { trade: '焊接', chain: '', stage: '', offers: '焊', seeks: '', capacity: '1' };
    return Object.values({ ...cells, ...rest, ...over }).join(',');
  };
  const csv = (rows: string[]) => [head, ...rows].join('\n');
  const rows = [
    row('N1'),
    row('N2', { capacity: '多' }),
    row('N3', { level: '国' }),
    row('N4', { offers: '焊'.repeat(61) }),
    row('N5', { name: '' }),
  ];
  const first = await t.call(organiser, 'POST', '/api/studios/import', csv(rows));
  expect([first.status, first.body.rows]).toEqual([200, 5]);
  expect(first.body.faults.map((f: { row: number; column?: string }) => `${f.row} ${f.column ?? ''}`)).toEqual([
    '3 capacity',
    '4 level',
    '5 offers',
    '6 name',
  ]);
  expect(first.body.accepted).toBe(1);
  const again = await t.call(organiser, 'POST', '/api/studios/import', csv([row('N1')]));
  expect(again.body).toMatchObject({ accepted: 1, faults: [] });
  const other = await t.call(
    organiser,
    'POST',
    '/api/studios/import',
    csv([row('N1', { leader: 'P-9', district: '丰台区' })]),
  );
  expect(other.body.faults).toMatchObject([{ row: 2, zh: expect.stringContaining('带头人、所在区') }]);
});
