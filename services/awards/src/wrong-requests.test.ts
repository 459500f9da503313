// What people and programs get wrong about lists, dossiers, ballots, notices and decisions, and how each is answered: nothing
// is lost by it. And who may do what: each route for each role.
import { awardRulesSet, derivedId, type Role, roles, unitRegistered } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRefused, type Who, type Wrong } from '../../studio-alliances/src/wrong.fixture.ts';
import { unit } from './sample.ts';
import { saying } from './saying.fixture.ts';
import { awards } from './service.ts';

const of = (sub: string, role: Role, org = 'union'): Who => ({ org, sub, roles: [role] });
const organiser = of('li', 'organiser');
const [committee, second, abroad] = [of('wang', 'committee'), of('zhao', 'committee'), of('wu', 'organiser', 'other')];
const [entrant, auditor, supervisor] = [of('chen', 'entrant'), of('shen', 'auditor'), of('jian', 'supervisor')];
const hr = of('ren', 'hr');
const nowhere = '00000000-0000-8000-8000-000000000000';
const reason = { reason: '理由' };
const honour = { code: 'red', name: '流动红旗', shortName: '流动红旗', level: 'enterprise' };
const head = { kind: 'hand', title: '流动红旗', year: 2024, honours: [honour] };
const channels = [{ kind: 'visit', where: '公司工会' }];
const notice = { from: '2025-01-06', workingDays: 5, firstDayCounts: true, channels };
const document = { number: '1号', date: '2025-01-20', signatory: '委员会', grantedBy: '公司工会' };
const seat = (user: string) => ({ user, seat: user, from: '2025-01-01', voting: true });
const members = ['wang', 'zhao', 'qian'].map(seat);
const closesAt = '2025-03-01T09:00:00+08:00';
const filing = {
  ...{ from: 'person', channel: 'phone', receivedOn: '2025-01-08', statement: '未报质量问题' },
  objector: { name: '某某', contact: '电话' },
};
const paper = { paper: 'deeds', label: '事迹材料', kind: 'text', characters: 4 };

let t: Testing;
/** Ids of what exists, by name. */
const known: Record<string, string> = {
  unit: unit(1, 1).unit,
  other: unit(2, 2).unit,
  committee: derivedId('c'),
  fresh: derivedId('d'),
};
beforeAll(async () => {
  t = await startTesting([awards, saying('competitions')], { now: () => '2025-02-05T01:00:00Z' });
  const make = async (name: string, path: string, body: object = {}, who: Who = organiser, method?: 'PUT') => {
    const { status, text } = await t.call(who, method ?? 'POST', `/api${path}`, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    known[name] = JSON.parse(text).id;
    await t.quiet();
  };
  for (const [id, code] of [[known.unit, 'XM-1'] as const, [known.other, 'XM-2'] as const]) {
    const data = { ...unitRegistered.example, unit: id, code, name: code };
    await make('said', '/say/competitions', { events: [{ type: 'unit-registered', data }] });
  }
  for (const name of ['open', 'voting', 'noticed', 'decided']) {
    await make(name, '/award-lists', { ...head, title: name });
    const at = `/award-lists/${known[name]}`;
    await make('added', `${at}/candidates`, {
      honour: 'red',
      recipient: name === 'decided' ? known.other : known.unit,
      reason: '第一',
    });
    const { body } = await t.call(organiser, 'GET', `/api${at}`);
    known[`${name}One`] = body.candidates[0].candidate;
  }
  await make('papers', `/award-lists/${known.open}/papers`, { papers: [paper], lastDay: '2025-02-04' });
  await make('committee', `/award-committees/${known.committee}`, { name: '委员会', members }, organiser, 'PUT');
  await make('ballot', '/ballots', { list: known.voting, committee: known.committee, closesAt });
  const votes = [{ candidate: known.votingOne, vote: 'for' }];
  await make('voted', `/ballots/${known.ballot}/votes`, { votes }, second);
  for (const name of ['noticed', 'decided']) {
    await make('reviewed', `/award-lists/${known[name]}/review`, {}, committee);
    await make(`${name}Notice`, '/notices?on=2025-01-06', { list: known[name], ...notice });
  }
  const at = `/award-lists/${known.decided}`;
  await make('decision', `${at}/decisions`, document, committee);
  const grants = (await t.call(hr, 'GET', '/api/grants')).body.items;
  [known.grant, known.decision] = [grants[0].grant, grants[0].decision];
  await make('objected', `/award-lists/${known.noticed}/objections`, { candidate: known.noticedOne, ...filing });
  known.objection = (await t.call(organiser, 'GET', '/api/objections')).body.items[0].objection;
  await make('bar', '/award-bars', { unit: known.other, kind: 'other', happenedOn: '2024-05-17', document: '通报' });
  await make('lifted', `/award-bars/${known.bar}/lift`, reason, committee);
});
afterAll(() => t.stop());

const send = (what: string, call: string, body: unknown, says: string, who: Who = organiser): Wrong => ({
  ...{ what, call: /^(GET|PUT) /.test(call) ? call : `POST ${call}`, says, who },
  ...(body === undefined ? {} : { body }),
});
const list = (what: string, act: string, body: unknown, says: string, who?: Who) =>
  send(what, `/award-lists/${act}`, body, says, who);
const candidate = (id: string, rest: object = reason) => ({ candidate: `{${id}One}`, ...rest });
const added = { honour: 'red', recipient: '{other}', ...reason };
const ballot = { list: '{open}', committee: '{committee}', closesAt };
const share = (numerator: number, denominator: number) => ({ numerator, denominator });
const { barYears } = awardRulesSet.example;

const wrongs: Wrong[] = [
  send('a list of no kind', '/award-lists', { ...head, kind: 'party' }, '400 malformed-request'),
  send('a list without honours', '/award-lists', { ...head, honours: [] }, '400 malformed-request'),
  send(
    'an honour with a long short name',
    '/award-lists',
    {
      ...head,
      honours: [{ ...honour, shortName: '流'.repeat(21) }],
    },
    '400 malformed-request',
  ),
  list(
    'a national honour without approval',
    '{open}/honours',
    { ...honour, name: '全国优胜' },
    '422 name-not-approved',
  ),
  send('a list of another union', 'GET /award-lists/{open}', undefined, '404 not-found', abroad),
  list('a candidate nobody knows', '{open}/candidates', { ...added, recipient: nowhere }, '422 recipient-unknown'),
  list('a candidate twice', '{open}/candidates', { ...added, recipient: '{unit}' }, '409 already-exists'),
  list('a candidate for no honour', '{open}/candidates', { ...added, honour: 'blue' }, '422 honour-unknown'),
  list('a candidate without a reason', '{open}/candidates', { ...added, reason: ' ' }, '400 malformed-request'),
  list('a candidate on a reviewed list', '{noticed}/candidates', added, '409 list-reviewed'),
  list('a candidate whom another union does not know', '{open}/candidates', added, '422 recipient-unknown', abroad),
  list('a candidate by an entrant', '{open}/candidates', added, '403 forbidden', entrant),
  list('a candidate by who supervises', '{open}/candidates', added, '403 forbidden', supervisor),
  list('a removal of nobody', '{open}/remove', { candidate: nowhere, ...reason }, '422 candidate-unknown'),
  list('a removal from a reviewed list', '{noticed}/remove', candidate('noticed'), '409 list-reviewed'),
  list('a recommendation of nobody', '{open}/recommend', { candidate: nowhere, ...reason }, '422 candidate-unknown'),
  list('a name of no honour', '{open}/honours', { ...honour, code: 'blue' }, '422 honour-unknown'),
  list(
    'a tie where there is none',
    '{open}/resolve-tie',
    { honour: 'red', ...reason, joint: true },
    '409 no-tie',
    committee,
  ),
  list(
    'a tie that was never decided',
    '{open}/reopen-tie',
    { honour: 'red', ...reason },
    '409 no-tie-decided',
    committee,
  ),
  list('a review by an organiser', '{open}/review', {}, '403 forbidden'),
  list('a review by who proposed', '{open}/review', {}, '403 own-nomination', of('li', 'committee')),
  list(
    'a review that counts a stranger',
    '{open}/review',
    { bars: [candidate('noticed')] },
    '422 candidate-unknown',
    committee,
  ),
  list(
    'a quota above all',
    '{open}/review',
    {
      quotas: [{ label: '一线职工', atLeast: 2, counted: [] }],
    },
    '400 malformed-request',
    committee,
  ),
  list(
    'a quota that is not met',
    '{open}/review',
    {
      quotas: [{ label: '一线职工', atLeast: 0.35, counted: [] }],
    },
    '409 quota-not-met',
    committee,
  ),
  list('a review a second time', '{noticed}/review', {}, '409 list-reviewed', committee),
  list('a return of an open list', '{open}/return', reason, '409 list-not-reviewed', committee),
  list('a return of a decided list', '{decided}/return', reason, '409 list-decided', committee),
  list(
    'an override of nothing',
    '{open}/override',
    { recipient: '{other}', ...reason },
    '409 nothing-to-override',
    committee,
  ),
  list(
    'an override for nobody',
    '{open}/override',
    { recipient: nowhere, ...reason },
    '422 recipient-unknown',
    committee,
  ),
  list('papers twice', '{open}/papers', { papers: [paper, paper] }, '422 paper-twice'),
  list('papers of no kind', '{open}/papers', { papers: [{ ...paper, kind: 'film' }] }, '400 malformed-request'),
  list('papers of a reviewed list', '{noticed}/papers', { papers: [] }, '409 list-reviewed'),
  list(
    'a text of a long dead day',
    '{open}/dossiers/{openOne}/hand-in',
    { paper: 'deeds', text: '事迹' },
    '409 paper-late',
  ),
  list(
    'a paper nobody needs',
    '{open}/dossiers/{openOne}/hand-in',
    { paper: 'tax', text: '税' },
    '422 paper-not-needed',
  ),
  list('a paper of nobody', `{open}/dossiers/${nowhere}/hand-in`, { paper: 'deeds', text: '无' }, '404 not-found'),
  list(
    'a paper of another union',
    '{open}/dossiers/{openOne}/hand-in',
    { paper: 'deeds', text: '无' },
    '404 not-found',
    abroad,
  ),
  list(
    'a paper of who is granted',
    '{decided}/dossiers/{decidedOne}/hand-in',
    { paper: 'deeds', text: '无' },
    '409 dossier-settled',
  ),
  list('a waiver by an organiser', '{open}/dossiers/{openOne}/waive', { paper: 'deeds', ...reason }, '403 forbidden'),
  list(
    'a waiver without a reason',
    '{open}/dossiers/{openOne}/waive',
    { paper: 'deeds' },
    '400 malformed-request',
    committee,
  ),
  list(
    'a waiver by who proposed',
    '{open}/dossiers/{openOne}/waive',
    { paper: 'deeds', ...reason },
    '403 own-nomination',
    of('li', 'committee'),
  ),
  list('an objection in silence', '{open}/objections', { ...candidate('open', {}), ...filing }, '409 no-notice'),
  list(
    'an objection out of time',
    '{noticed}/objections',
    {
      ...candidate('noticed', {}),
      ...filing,
      receivedOn: '2025-01-13',
    },
    '422 objection-out-of-time',
  ),
  list(
    'an objection of tomorrow',
    '{noticed}/objections',
    {
      ...candidate('noticed', {}),
      ...filing,
      receivedOn: '2025-02-06',
    },
    '422 date-in-future',
  ),
  list(
    'an objection without a contact',
    '{noticed}/objections',
    {
      ...candidate('noticed', {}),
      ...filing,
      objector: {},
    },
    '400 malformed-request',
  ),
  list('a decision on an open list', '{open}/decisions', document, '409 list-not-reviewed', committee),
  list(
    'a decision while the notice runs',
    '{noticed}/decisions',
    { ...document, date: '2025-01-10' },
    '409 notice-running',
    committee,
  ),
  list(
    'a decision of tomorrow',
    '{noticed}/decisions',
    { ...document, date: '2025-02-06' },
    '422 date-in-future',
    committee,
  ),
  list('a decision over an objection', '{noticed}/decisions', document, '409 no-candidates', committee),
  list('a decision twice', '{decided}/decisions', document, '409 already-exists', committee),
  list('a decision by an organiser', '{noticed}/decisions', document, '403 forbidden'),
  send('a notice of an open list', '/notices', { list: '{open}', ...notice }, '409 list-not-reviewed'),
  send('a notice of no list', '/notices', { list: nowhere, ...notice }, '404 not-found'),
  send('a notice of no days', '/notices', { list: '{noticed}', ...notice, workingDays: 0 }, '400 malformed-request'),
  send(
    'a notice that ended, lengthened',
    '/notices/{noticedNotice}/lengthen',
    { lastDay: '2025-01-09', ...reason },
    '409 notice-over',
  ),
  send('an answer of spaces', '/objections/{objection}/answer', { answer: '  ' }, '400 malformed-request'),
  send(
    'an outcome that is none',
    '/objections/{objection}/decide',
    { outcome: 'maybe', finding: '无', effect: '无' },
    '400 malformed-request',
    committee,
  ),
  send('an objection of another union', '/objections/{objection}/answer', { answer: '无' }, '404 not-found', abroad),
  send(
    'a bar for nobody',
    '/award-bars',
    { unit: nowhere, kind: 'other', happenedOn: '2024-05-17', document: '通报' },
    '422 recipient-unknown',
  ),
  send(
    'a bar of tomorrow',
    '/award-bars',
    { unit: '{unit}', kind: 'other', happenedOn: '2025-05-17', document: '通报' },
    '422 date-in-future',
  ),
  send('a bar lifted twice', '/award-bars/{bar}/lift', reason, '409 bar-lifted', committee),
  send('rules with papers twice', 'PUT /award-rules', { barYears, papers: [paper, paper] }, '422 paper-twice'),
  send('rules by an auditor', 'PUT /award-rules', { barYears }, '403 forbidden', auditor),
  send(
    'a committee with a member twice',
    'PUT /award-committees/{fresh}',
    { name: '委员会', members: [seat('a'), seat('a')] },
    '422 member-twice',
  ),
  send(
    'a committee with a strange substitute',
    'PUT /award-committees/{fresh}',
    {
      name: '委员会',
      members: [{ ...seat('a'), substitute: 'z' }],
    },
    '422 substitute-unknown',
  ),
  send(
    'a term that ends before it begins',
    'PUT /award-committees/{fresh}',
    {
      name: '委员会',
      members: [{ ...seat('a'), to: '2024-01-01' }],
    },
    '422 dates-reversed',
  ),
  send('a ballot of no committee', '/ballots', { ...ballot, committee: nowhere }, '404 not-found'),
  send('a ballot on a reviewed list', '/ballots', { ...ballot, list: '{noticed}' }, '409 list-reviewed'),
  send('a ballot that is over', '/ballots', { ...ballot, closesAt: '2025-01-01T09:00:00+08:00' }, '409 ballot-over'),
  send('a majority nobody reaches', '/ballots', { ...ballot, majority: share(1, 1) }, '422 share-impossible'),
  send(
    'a vote about nobody',
    '/ballots/{ballot}/votes',
    { votes: [{ candidate: '{openOne}', vote: 'for' }] },
    '422 vote-not-whole',
    committee,
  ),
  send(
    'a second vote',
    '/ballots/{ballot}/votes',
    { votes: [candidate('voting', { vote: 'against' })] },
    '409 already-voted',
    second,
  ),
  send(
    'a vote of a stranger',
    '/ballots/{ballot}/votes',
    { votes: [candidate('voting', { vote: 'for' })] },
    '403 no-vote',
    of('x', 'committee'),
  ),
  send(
    'a vote by an organiser',
    '/ballots/{ballot}/votes',
    { votes: [candidate('voting', { vote: 'for' })] },
    '403 forbidden',
  ),
  send('a count before the end', '/ballots/{ballot}/close', undefined, '409 ballot-running'),
  send(
    'a revocation without a reason',
    '/decisions/{decision}/revoke',
    { returnBy: '2025-03-01' },
    '400 malformed-request',
    committee,
  ),
  send(
    'a revocation by HR',
    '/decisions/{decision}/revoke',
    { ...reason, returnBy: '2025-03-01' },
    '403 forbidden',
    hr,
  ),
  send('a correction to no level', '/grants/{grant}/correct', { ...reason, level: 'world' }, '400 malformed-request'),
  send(
    'a correction of a grant of another union',
    '/grants/{grant}/correct',
    { ...reason, prize: 1 },
    '404 not-found',
    abroad,
  ),
  send('certificates of no decision', `/decisions/${nowhere}/certificates`, {}, '404 not-found'),
  send(
    'a consent of who is none of ours',
    `/publication-consents/${nowhere}/give`,
    { means: 'written' },
    '404 not-found',
  ),
];

test('there are at least seventy kinds of wrong request', () => {
  expect(new Set(wrongs.map(({ what }) => what)).size).toBeGreaterThanOrEqual(70);
  console.log(`${wrongs.length} wrong requests about awards`);
});

test.each(wrongs)('$what', (wrong) => expectRefused(t, known, organiser, wrong));

test('none of them changes anything', async () => {
  const { body } = await t.call(auditor, 'GET', '/api/award-lists');
  const shown = body.items.map(({ title, reviewed, candidates, held }: Record<string, unknown>) => [
    title,
    ...[reviewed, candidates, held],
  ]);
  expect(Object.fromEntries(shown.map(([title, ...rest]: unknown[]) => [title, rest]))).toEqual({
    open: [false, { proposed: 1 }, 0],
    voting: [false, { proposed: 1 }, 0],
    noticed: [true, { proposed: 1 }, 1],
    decided: [true, { granted: 1 }, 0],
  });
  expect((await t.call(auditor, 'GET', `/api/ballots/${known.ballot}`)).body).toMatchObject({ cast: ['zhao'] });
  expect((await t.call(auditor, 'GET', `/api/award-lists/${known.open}/dossiers`)).body.lacking).toBe(1);
});

test('each route is for its roles and for no other, counted by role', async () => {
  const counts: Record<string, [commands: number, reads: number]> = {};
  for (const { method, path, kind, roles: allowed } of awards.routes)
    for (const role of roles) {
      if (allowed === 'public') continue;
      const url = `/api${path.replace(/:\w+/g, nowhere)}`;
      const { body } = await t.call(of(role, role), method as 'GET', url);
      const isOpen = body?.type !== '/problems/forbidden';
      expect([method, path, role, isOpen]).toEqual([method, path, role, allowed.includes(role)]);
      const [commands, reads] = counts[role] ?? [0, 0];
      if (isOpen) counts[role] = kind === 'command' ? [commands + 1, reads] : [commands, reads + 1];
    }
  console.log('commands and reads of awards by role', counts);
  expect(counts.supervisor?.[0]).toBe(0);
  expect(counts.auditor?.[0]).toBe(0);
});
