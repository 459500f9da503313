// A committee votes in secret, and its list goes on as it voted: conflicts are known before, votes are read by nobody, and
// whoever supervises reads everything and changes nothing.
import { derivedId, unitRegistered } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unit } from '../sample.ts';
import { saying } from '../saying.fixture.ts';
import { awards } from '../service.ts';

const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const supervisor = { org: 'union', sub: 'jian', roles: ['supervisor' as const] };
const member = (sub: string) => ({ org: 'union', sub, roles: ['committee' as const] });
type Who = Parameters<Testing['call']>[0];
const own = derivedId('unit', 'own');

let t: Testing;
let now = '2025-02-05T01:00:00Z';
let list: string;
let candidates: string[];
const committee = derivedId('committee');
beforeAll(async () => {
  t = await startTesting([awards, saying('competitions')], { now: () => now });
  for (const [id, code] of [[unit(1, 1).unit, 'XM-1'] as const, [own, 'XM-2'] as const])
    await say({ type: 'unit-registered', data: { ...unitRegistered.example, unit: id, code, name: code } });
  const honour = { code: 'red', name: '流动红旗', shortName: '流动红旗', level: 'enterprise' };
  list = await ok(organiser, '/award-lists', { kind: 'hand', title: '流动红旗', year: 2024, honours: [honour] });
  for (const recipient of [unit(1, 1).unit, own])
    await ok(organiser, `/award-lists/${list}/candidates`, { honour: 'red', recipient, reason: '一季度第一' });
  candidates = (await get(organiser, `/award-lists/${list}`)).body.candidates.map(
    ({ candidate }: { candidate: string }) => candidate,
  );
});
afterAll(() => t.stop());

async function say(event: { type: string; data: object }) {
  expect((await t.call(organiser, 'POST', '/api/say/competitions', { events: [event] })).status).toBe(201);
  await t.quiet();
}
async function ok(who: Who, path: string, body?: object): Promise<string> {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  expect([path, answer.status, answer.body]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body.id;
}
async function refused(who: Who, path: string, body?: object) {
  const { status, body: problem } = await t.call(who, 'POST', `/api${path}`, body);
  expect(problem.detail).not.toMatch(/[{}]/);
  return [status, problem.type.replace('/problems/', '')];
}
const get = (who: Who, path: string) => t.call(who, 'GET', `/api${path}`);
const tasksOf = async (who: Who) =>
  (await get(who, '/tasks')).body.items.map(({ task }: { task: string }) => task) as string[];

const term = { from: '2025-01-01', to: '2025-12-31' };
const members = [
  ...['a', 'b', 'c'].map((user) => ({ user, seat: `${user}部`, ...term, voting: true })),
  { user: 'd', seat: 'd部', ...term, voting: true, units: [own], substitute: 'e' },
  { user: 'e', seat: 'e部', ...term, voting: false },
  { user: 'past', seat: '前任', from: '2023-01-01', to: '2024-12-31', voting: true },
];
async function setCommittee(who: Who, body: object) {
  const answer = await t.call(who, 'PUT', `/api/award-committees/${committee}`, body);
  await t.quiet();
  return [answer.status, answer.body.type];
}

test('a committee has terms, members without a vote and substitutes, and says before the meeting who steps back', async () => {
  expect(await setCommittee(organiser, { name: '评审委员会', members: [...members, members[0]] })).toEqual([
    422,
    '/problems/member-twice',
  ]);
  const lost = [{ user: 'a', seat: 'a部', ...term, voting: true, substitute: 'nobody' }];
  expect(await setCommittee(organiser, { name: '评审委员会', members: lost })).toEqual([
    422,
    '/problems/substitute-unknown',
  ]);
  expect((await setCommittee(supervisor, { name: '评审委员会', members }))[0]).toBe(403);
  expect((await setCommittee(organiser, { name: '评审委员会', members }))[0]).toBeOneOf([200, 201]);
  const { items } = (await get(supervisor, `/award-lists/${list}/conflicts?committee=${committee}`)).body;
  expect(items.map(({ user }: { user: string }) => user)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(items[3]).toMatchObject({ user: 'd', conflicts: [{ why: 'own-unit', name: 'XM-2' }], substitute: 'e' });
});

const ballot = '01912d5a-7b1c-7d43-9c2e-6d1f8a3b5c70';
test('a vote is secret: who voted is known, what is in no event, row or answer, and nobody votes twice', async () => {
  const closesAt = '2025-02-06T09:00:00+08:00';
  const opening = { id: ballot, list, committee, closesAt };
  await ok(organiser, '/ballots', opening);
  const at = `/ballots/${ballot}`;
  const opened = (await get(supervisor, at)).body;
  expect(opened).toMatchObject({ voters: ['a', 'b', 'c', 'e'], cast: [], recusals: [{ user: 'd', substitute: 'e' }] });
  expect(await tasksOf(member('a'))).toContain('cast-vote');
  expect(await tasksOf(member('d'))).not.toContain('cast-vote');
  const votes = (...given: string[]) => ({ votes: candidates.map((candidate, n) => ({ candidate, vote: given[n] })) });
  expect(await refused(member('d'), `${at}/votes`, votes('for', 'for'))).toEqual([403, 'no-vote']);
  expect(await refused(supervisor, `${at}/votes`, votes('for', 'for'))).toEqual([403, 'forbidden']);
  await ok(member('a'), `${at}/votes`, votes('for', 'against'));
  expect(await refused(member('a'), `${at}/votes`, votes('against', 'for'))).toEqual([409, 'already-voted']);
  await ok(member('b'), `${at}/votes`, votes('for', 'against'));
  expect(await refused(organiser, `${at}/close`)).toEqual([409, 'ballot-running']);
  await ok(member('e'), `${at}/votes`, votes('for', 'abstain'));
  expect((await get(supervisor, at)).body).toMatchObject({ cast: ['a', 'b', 'e'], status: 'open' });
  expect(await tasksOf(member('a'))).not.toContain('cast-vote');
  now = '2025-02-06T02:00:00Z';
  await ok(organiser, `${at}/close`);
  // Repeated late it is not opened again.
  const repeated = await t.call(organiser, 'POST', '/api/ballots', opening);
  expect([repeated.status, repeated.body]).toEqual([201, { id: ballot, version: 1 }]);
  const { result } = (await get(supervisor, at)).body;
  expect(result).toMatchObject({ voters: 4, cast: 3, quorate: true });
  expect(result.results).toEqual([
    { candidate: candidates[0], for: 3, against: 0, abstain: 0, carried: true },
    { candidate: candidates[1], for: 0, against: 2, abstain: 1, carried: false },
  ]);
  expect(await refused(member('c'), `${at}/votes`, votes('for', 'for'))).toEqual([409, 'ballot-closed']);
  const { store } = t.runtimes.find(({ manifest }) => manifest.name === 'awards')!;
  const journal = [];
  for await (const commit of store.journal())
    journal.push(commit.events.filter(({ type }) => type !== 'ballot-closed'));
  expect(JSON.stringify(journal)).not.toMatch(/"(for|against|abstain)"/);
  for (const table of ['ballot-votes', 'ballot-secrets']) expect(await store.privateRows(table)).toEqual([]);
  const sheet = (await get(supervisor, `${at}?format=csv`)).text;
  expect(sheet).toContain('XM-1');
});

test('a list goes on as was voted: who was not carried is barred or taken off first', async () => {
  const at = `/award-lists/${list}`;
  const held = { ballot, carried: [candidates[0]], failed: [candidates[1]], effect: 'holds' };
  const read = async () => (await get(organiser, at)).body;
  expect(await read()).toMatchObject({ ballot: held, ballots: [held] });
  expect((await read()).ballot).toEqual(held);
  // Voting once more needs a reason; with too few votes, the earlier result holds, and both are read.
  const again = { list, committee, closesAt: '2025-02-06T11:00:00+08:00' };
  expect(await refused(organiser, '/ballots', again)).toEqual([409, 'ballot-held']);
  const reason = '材料有补充，委员会决定重新投票';
  const second = await ok(organiser, '/ballots', { ...again, reason });
  await ok(member('a'), `/ballots/${second}/votes`, {
    votes: candidates.map((candidate) => ({ candidate, vote: 'for' })),
  });
  now = '2025-02-06T03:00:01Z';
  await ok(organiser, `/ballots/${second}/close`);
  const failed = { ballot: second, carried: [], failed: candidates, effect: 'no-quorum', reason };
  expect(await read()).toMatchObject({ ballot: held, ballots: [held, failed] });
  expect(await refused(member('a'), `${at}/review`, {})).toEqual([409, 'not-carried']);
  const bars = [{ candidate: candidates[1], reason: '表决未通过' }];
  await ok(member('a'), `${at}/review`, { bars });
});

test('where a union decides by ballot, a list without one is not reviewed', async () => {
  const rules = { barYears: [], byBallot: true };
  expect((await t.call(organiser, 'PUT', '/api/award-rules', rules)).status).toBeOneOf([200, 201]);
  await t.quiet();
  const honour = { code: 'red', name: '流动红旗', shortName: '流动红旗', level: 'enterprise' };
  const other = await ok(organiser, '/award-lists', { kind: 'hand', title: '二季度', year: 2023, honours: [honour] });
  const recipient = unit(1, 1).unit;
  await ok(organiser, `/award-lists/${other}/candidates`, { honour: 'red', recipient, reason: '二季度第一' });
  expect(await refused(member('a'), `/award-lists/${other}/review`, {})).toEqual([409, 'ballot-needed']);
  const few = { list: other, committee, closesAt: '2025-02-07T09:00:00+08:00' };
  const next = await ok(organiser, '/ballots', few);
  await ok(member('d'), `/ballots/${next}/recuse`, { reason: '与候选对象有近亲属关系' });
  expect((await get(supervisor, `/ballots/${next}`)).body.voters).toEqual(['a', 'b', 'c', 'e']);
});

test('whoever supervises reads everything of a list, and no command is theirs', async () => {
  const changing = awards.routes.filter(({ kind }) => kind === 'command');
  expect(changing.length).toBeGreaterThan(30);
  const open = changing.filter(({ roles }) => roles !== 'public' && roles.includes('supervisor'));
  expect(open.map(({ path }) => path)).toEqual([]);
  const paths = ['', '/eligibility', `/conflicts?committee=${committee}`].map((part) => `/award-lists/${list}${part}`);
  const others = ['/award-lists', '/award-committees', '/ballots', '/objections', '/award-bars', '/award-rules'];
  for (const path of [...paths, ...others, `/ballots/${ballot}`])
    expect([path, (await get(supervisor, path)).status]).toEqual([path, 200]);
});
