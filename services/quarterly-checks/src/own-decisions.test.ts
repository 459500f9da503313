// Nobody decides about their own: the rule itself holds who decides, and bars whoever belongs to the unit or to a rival.
import { type Actor, checkId, type Entrant, isRefusal, type Role, roundId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CheckCommand, decide } from './check.ts';
import type { Check } from './check-state.ts';
import { decide as evaluate } from './evaluation.ts';
import { decide as publish } from './publication.ts';
import { decide as review } from './review.ts';
import { decide as decideRound } from './round.ts';
import {
  branches,
  competition,
  entrant,
  evaluatedYear,
  organiser,
  projects,
  publishAll,
  quarters,
  type Year,
} from './year.fixture.ts';

const [first, second, third] = projects as [Entrant, Entrant, Entrant];
const check = checkId(first.entry, 'q1');
const round = roundId(competition, 'projects', 'q1');
const appeal = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6fa1';
let year: Year;
beforeAll(async () => {
  year = await evaluatedYear();
  await publishAll(year, 'entrants');
}, 240_000);
afterAll(() => year.stop());
const typeOf = async (call: ReturnType<Year['call']>) => (await call).body.type?.replace('/problems/', '');
const post = (who: object, path: string, body?: object) => year.call({ ...organiser, ...who }, 'POST', path, body);

/** Every command that decides something in a check, with what it takes to reach the rule. */
const deciding: [type: CheckCommand['type'], data: object, ...roles: Role[]][] = [
  ['verify-progress', { items: {} }, 'checker'],
  ['save-sheet', { department: 'quality', marks: {} }, 'checker'],
  ['enter-mark', { criterion: 'quality', mark: { events: [] } }, 'checker', 'organiser'],
  ['submit-sheet', { department: 'quality' }, 'checker'],
  ['return-sheet', { department: 'quality', reason: '重填' }, 'organiser'],
  ['raise-veto', { veto: appeal, kind: 'casualty', evidence: ['通报'] }, 'checker', 'organiser'],
  ['lift-veto', { veto: appeal, reason: '不属实' }, 'organiser'],
  ['correct', { body: {}, reason: '更正', marks: {}, raise: [], lift: [] }, 'organiser'],
  ['answer-appeal', { appeal, answer: '属实' }, 'checker'],
  ['decide-appeal', { appeal, body: {}, outcome: 'dismissed', finding: '—' }, 'organiser', 'committee'],
];
const state = {
  ...{ entrant: first, status: 'withdrawn', period: quarters[0], departments: [], vetoRules: [] },
  ...{ appeals: {}, criteria: [], sheets: {}, vetoes: [], plan: { items: {} } },
} as unknown as Check;
const about = { id: check, businessDate: '2025-01-10', now: '2025-01-10T09:00:00+08:00' };
const refusedIn = (type: CheckCommand['type'], data: object, actor: Actor) => {
  const decided = decide(state, { ...about, type, data, actor } as CheckCommand);
  return isRefusal(decided) ? decided.refused : undefined;
};
const who = (roles: Role[], units: string[] = []): Actor => ({ sub: 'li', org: 'o', roles, departments: [], units });

test.each(deciding)('%s needs its role in the rule, and is not done by the unit itself', (type, data, ...roles) => {
  expect(refusedIn(type, data, who(['entrant', 'hr', 'auditor'], []))).toBe('forbidden');
  for (const role of roles) {
    expect(refusedIn(type, data, who([role]))).not.toBe('forbidden');
    if (type === 'decide-appeal') continue;
    expect(refusedIn(type, data, who([role], [first.unit]))).toBe('own-decision');
    // The branch above it takes the unit's result into its own year.
    expect(refusedIn(type, data, who([role], [branches[0]!.unit]))).toBe('own-decision');
  }
});

test('rounds, publications, years and reviews are decided by the roles that the rules name', () => {
  const other = who(['checker', 'committee']);
  const made = { round, status: 'open', period: {} };
  for (const type of ['open', 'close', 'undo-closure'] as const)
    expect(decideRound(made as never, { ...about, type, data: {}, actor: other } as never)).toMatchObject({
      refused: 'forbidden',
    });
  const data = { about: { competition, track: 'projects', period: null }, to: 'public', ready: true, due: [] };
  expect(publish(undefined, { ...about, type: 'publish', data, actor: other } as never)).toMatchObject({
    refused: 'forbidden',
  });
  expect(evaluate(undefined, { ...about, type: 'complete', data: {}, actor: other } as never)).toMatchObject({
    refused: 'forbidden',
  });
  const record = { ...about, type: 'record' as const, data: { entrant: first, criteria: [], marks: {} } as never };
  expect(review(undefined, { ...record, actor: who(['finance']) })).toMatchObject({ refused: 'forbidden' });
  expect(review(undefined, { ...record, actor: who(['organiser'], [first.unit]) })).toMatchObject({
    refused: 'own-decision',
  });
});

test('whose own unit takes part decides no rival’s appeal, correction or veto', async () => {
  const filing = { id: appeal, item: 'quality', reason: '该缺陷属相邻标段', evidence: ['检查记录 3'] };
  expect((await year.call(entrant(first.unit), 'POST', `/checks/${check}/appeals`, filing)).status).toBe(200);
  await year.quiet();
  const answer = { answer: '经核对图纸，确在相邻标段' };
  const quality = { sub: 'checker-quality', roles: ['checker'], departments: ['quality'] };
  expect((await post(quality, `/checks/${check}/appeals/${appeal}/answer`, answer)).status).toBe(200);
  await year.quiet();
  const uphold = { outcome: 'upheld', finding: '核实属实', marks: { quality: { events: [] } } };
  const change = { marks: { quality: { events: [] } }, reason: '重新核对' };
  const veto = { kind: 'casualty', evidence: ['事故通报'] };
  for (const units of [[second.unit], [third.parent!], [first.unit]]) {
    for (const roles of [['committee'], ['organiser', 'entrant']])
      expect(
        await typeOf(post({ sub: 'wang', roles, units }, `/checks/${check}/appeals/${appeal}/decide`, uphold)),
      ).toBe('own-appeal');
    const rival = { sub: 'wang', units };
    expect(await typeOf(post(rival, `/checks/${check}/corrections`, change))).toBe('own-decision');
    expect(await typeOf(post(rival, `/checks/${check}/vetoes`, veto))).toBe('own-decision');
    expect(await typeOf(post(rival, `/checks/${check}/vetoes/${appeal}/lift`, { reason: '不属实' }))).toBe(
      'own-decision',
    );
  }
  const elsewhere = { sub: 'zhao', roles: ['committee'], units: ['8f14e45f-ceea-867a-9c0b-3f2c5a1b6eff'] };
  expect((await post(elsewhere, `/checks/${check}/appeals/${appeal}/decide`, uphold)).status).toBe(200);
});

test('whoever organises and belongs to a unit revises no plan of its own once the round is open', async () => {
  await post({}, `/rounds/${round}/reopen`, { reason: '计划有误' });
  await year.quiet();
  const plan = (units: string[]) =>
    year.put({ ...organiser, sub: 'wang', units }, check, 'plan', {
      items: { output: { plan: 1 } },
      reason: '业主变更',
    });
  expect(await typeOf(plan([first.unit]))).toBe('plan-fixed');
});

test('a reason of spaces alone is none', async () => {
  const answer = await post({}, `/checks/${check}/corrections`, { reason: '  　', marks: {} });
  expect([answer.status, answer.body.errors[0].zh]).toEqual([400, expect.stringContaining('不能只是空格')]);
});
