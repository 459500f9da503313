// A plaque comes off by the decision of somebody else than who proposed it, and what was given out is waited for until it is back.
import {
  awardListId,
  awardReturnOpened,
  decisionId,
  isRefusal,
  plaqueRemovalId,
  plaqueRemovalProposed,
} from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluated, frame, honour, unit } from '../sample.ts';
import { saying } from '../saying.fixture.ts';
import { awards } from '../service.ts';
import * as awardReturn from './award-return.ts';

const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const committee = { org: 'union', sub: 'zhao', roles: ['committee' as const] };
/** Whoever dates back is an organiser. */
const chair = { ...committee, roles: ['committee' as const, 'organiser' as const] };
type Who = Parameters<Testing['call']>[0];

let t: Testing;
let grants: { grant: string; recipient: { id: string } }[];
const evaluation = evaluated(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2), unit(3, 3)] }));
const list = awardListId(evaluation.evaluation);
const decision = decisionId(list, '1号');
beforeAll(async () => {
  const options = { now: () => '2025-02-05T01:00:00Z', env: { PUBLIC_URL: 'https://union.example.cn' } };
  t = await startTesting([awards, ...(['quarterly-checks', 'studio-alliances'] as const).map(saying)], options);
  await say('quarterly-checks', { type: 'annual-evaluation-completed', data: evaluation });
  await ok(committee, `/award-lists/${list}/review`, {});
  const channels = [{ kind: 'visit', where: '公司工会办公室' }];
  await ok(organiser, '/notices?on=2025-01-06', { list, from: '2025-01-06', firstDayCounts: true, channels });
  const document = { number: '1号', date: '2025-01-20', signatory: '工会委员会', grantedBy: '公司工会' };
  await ok(committee, `/award-lists/${list}/decisions`, document);
  await ok(committee, `/decisions/${decision}/certificates`, {});
  grants = (await get('/grants')).body.items;
});
afterAll(() => t.stop());

async function say(name: string, event: { type: string; data: object }, who: Who = organiser) {
  expect((await t.call(who, 'POST', `/api/say/${name}`, { events: [event] })).status).toBe(201);
  await t.quiet();
}
async function ok(who: Who, path: string, body: object) {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  expect([path, answer.status, answer.body]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
}
async function refused(who: Who, path: string, body: object) {
  const { status, body: problem } = await t.call(who, 'POST', `/api${path}`, body);
  expect(problem.detail).not.toMatch(/[{}]/);
  return [status, problem.type.replace('/problems/', '')];
}
const get = (path: string, who: Who = organiser) => t.call(who, 'GET', `/api${path}`);
const tasksOf = async (who: Who) =>
  (await get('/tasks', who)).body.items.map(({ task }: { task: string }) => task) as string[];
const propose = (grant: string, on: string, who: Who = organiser) =>
  say(
    'studio-alliances',
    { type: 'plaque-removal-proposed', data: { ...plaqueRemovalProposed.example, grants: [grant], on } },
    who,
  );
const holder = plaqueRemovalProposed.example.id;

test('a plaque that somebody proposes to take off stays or goes as another of the committee decides, with a reason', async () => {
  const [first] = grants;
  const proposer = { ...chair, sub: 'wang' };
  await propose(first!.grant, '2025-02-01', proposer);
  const at = `/plaque-removals/${plaqueRemovalId(holder, '2025-02-01')}`;
  expect((await get(at)).body).toMatchObject({ status: 'open', grants: [first!.grant], proposedBy: ['wang'] });
  expect([await tasksOf(committee), await tasksOf(proposer)]).toEqual([
    expect.arrayContaining(['decide-plaque-removal']),
    expect.not.arrayContaining(['decide-plaque-removal']),
  ]);
  const kept = { outcome: 'kept', reason: '成果仍在使用' };
  expect(await refused(proposer, `${at}/decide`, kept)).toEqual([403, 'own-proposal']);
  expect(await refused({ ...committee, units: [holder] }, `${at}/decide`, kept)).toEqual([403, 'own-unit']);
  const past = { outcome: 'removed', reason: '联盟解散', returnBy: '2025-02-01' };
  expect(await refused(committee, `${at}/decide`, past)).toEqual([422, 'return-date-past']);
  expect(await refused(chair, `${at}/decide?on=2025-01-01`, past)).toEqual([422, 'before-decision']);
  await ok(committee, `${at}/decide`, kept);
  expect(await refused(committee, `${at}/decide`, kept)).toEqual([409, 'removal-decided']);
  expect((await get(`/grants/${first!.grant}`)).body.status).toBe('granted');
  expect((await get('/award-returns')).body.items).toEqual([]);

  await propose(first!.grant, '2025-02-03');
  const again = `/plaque-removals/${plaqueRemovalId(holder, '2025-02-03')}`;
  await ok(committee, `${again}/decide`, { outcome: 'removed', reason: '联盟解散', returnBy: '2025-03-01' });
  expect((await get(`/grants/${first!.grant}`)).body).toMatchObject({ status: 'revoked', reason: '联盟解散' });
  const owed = (await get(`/award-returns/${decision}`)).body;
  expect(owed).toMatchObject({ out: 2, status: 'open', documentNumber: '1号' });
  expect(owed.items.map((each: { kind: string }) => each.kind)).toEqual(['plaque', 'certificate']);
  expect(new Set(owed.items.map((each: { returnBy: string }) => each.returnBy))).toEqual(new Set(['2025-03-01']));
  // Nothing of it holds any more, so there is nothing to take off.
  await propose(first!.grant, '2025-02-04');
  expect((await get(`/plaque-removals/${plaqueRemovalId(holder, '2025-02-04')}`)).status).toBe(404);
});

test('what of a revoked grant is out is taken back or written off, one thing after another, and reminds until nothing is', async () => {
  const [, second] = grants;
  await ok(committee, `/grants/${second!.grant}/revoke`, { reason: '材料不实' });
  const at = `/award-returns/${decision}`;
  const owing = () => get(at).then(({ body }) => body);
  const own = (await owing()).items.filter(({ grant }: { grant: string }) => grant === second!.grant);
  expect(own).toMatchObject([
    { item: 'plaque', state: 'out' },
    { kind: 'certificate', state: 'out' },
  ]);
  expect(own[0].returnBy).toBeUndefined();
  const [plaque, certificate] = own.map(({ grant, item }: { grant: string; item: string }) => ({ grant, item }));
  await ok(organiser, `${at}/set-date`, { items: [plaque, certificate], returnBy: '2025-02-20', reason: '单位搬迁' });
  expect(await refused(organiser, `${at}/set-date`, { items: [plaque], returnBy: '2025-01-01' })).toEqual([
    422,
    'return-date-past',
  ]);
  const task = (await get('/tasks')).body.items.find((each: { task: string }) => each.task === 'collect-returns');
  expect(task).toMatchObject({ about: '1号', count: 4, until: '2025-02-20' });
  expect(await refused(organiser, `${at}/take-back`, { items: [plaque], on: '2025-03-01' })).toEqual([
    422,
    'date-in-future',
  ]);
  await ok(organiser, `${at}/take-back`, { items: [plaque] });
  expect(await refused(organiser, `${at}/take-back`, { items: [plaque] })).toEqual([409, 'item-settled']);
  expect(await refused(organiser, `${at}/write-off`, { items: [plaque], reason: '遗失' })).toEqual([
    409,
    'item-settled',
  ]);
  const strange = { grant: second!.grant, item: '2024-XXXX-0001' };
  expect(await refused(organiser, `${at}/take-back`, { items: [strange] })).toEqual([422, 'item-not-owed']);
  await ok(organiser, `${at}/write-off`, { items: [certificate], reason: '搬迁遗失，单位已说明' });
  expect((await owing()).out).toBe(2);
  const csv = (await get('/award-returns?format=csv')).text;
  expect(csv).toContain('搬迁遗失，单位已说明');
  expect(csv.trim().split('\n')).toHaveLength(1 + 4);
});

test('a whole decision that falls opens what is not there yet, with its day, and the list is settled when nothing is out', async () => {
  await ok(committee, `/decisions/${decision}/revoke`, { reason: '公示材料有误', returnBy: '2025-04-30' });
  const at = `/award-returns/${decision}`;
  const { items } = (await get(at)).body;
  expect(items).toHaveLength(6);
  const days = Object.fromEntries(
    grants.map(({ grant }) => [grant, items.find((each: { grant: string }) => each.grant === grant).returnBy]),
  );
  expect(Object.values(days)).toEqual(['2025-03-01', '2025-02-20', '2025-04-30']);
  const out = items.filter(({ state }: { state: string }) => state === 'out');
  await ok(organiser, `${at}/take-back`, {
    items: out.map(({ grant, item }: { grant: string; item: string }) => ({ grant, item })),
  });
  expect((await get(at)).body).toMatchObject({ out: 0, status: 'settled' });
  expect((await get('/award-returns?status=open')).body.items).toEqual([]);
  expect(await tasksOf(organiser)).not.toContain('collect-returns');
  expect((await t.call({ ...organiser, org: 'other' }, 'GET', `/api${at}`)).status).toBe(404);
});

test('in any order of openings, dates and returns nothing is owed twice, and nothing that is settled is out again', () => {
  const [first] = awardReturnOpened.example.items;
  const item = fc.constantFrom('plaque', 'N-1', 'N-2');
  const step = fc.record({
    type: fc.constantFrom('open' as const, 'set-date' as const, 'take-back' as const, 'write-off' as const),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    dated: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let state = awardReturn.initial;
      const settled = new Map<string, string>();
      for (const { type, items, dated } of steps) {
        const which = items.map((each) => ({ grant: first!.grant, item: each }));
        const owed = which.map((each) => ({ ...first!, ...each, returnBy: dated ? '2025-06-01' : undefined }));
        const data = {
          open: { documentNumber: '1号', items: [...new Map(owed.map((each) => [each.item, each])).values()] },
          'set-date': { items: which, returnBy: '2025-07-01' },
          'take-back': { items: which },
          'write-off': { items: which, reason: '遗失' },
        }[type];
        const command = { id: decision, ...frame, type, data } as Parameters<typeof awardReturn.decide>[1];
        const events = awardReturn.decide(state, command);
        if (isRefusal(events)) continue;
        for (const event of events) state = awardReturn.evolve(state, event);
        const now = state?.items ?? [];
        expect(new Set(now.map((each) => each.item)).size).toBe(now.length);
        expect(state?.out ?? 0).toBe(now.filter((each) => each.state === 'out').length);
        for (const [name, before] of settled) expect(now.find((each) => each.item === name)?.state).toBe(before);
        for (const each of now) if (each.state !== 'out') settled.set(each.item, each.state);
      }
    }),
    { numRuns: 100 },
  );
});
