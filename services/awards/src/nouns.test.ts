import { derivedId, grantExample, isRefusal, noticePublished, objectionFiled } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import * as decision from './decision.ts';
import { draftFrom, shortNameOf } from './drafting.ts';
import * as grant from './grant.ts';
import * as notice from './notice.ts';
import * as objection from './objection.ts';
import { pagesOf } from './pages.ts';
import { cut } from './period-honours.ts';
import { actor, carried, decided, drafted, evaluated, frame, honour, unit } from './sample.ts';

const refused = (outcome: object) => (isRefusal(outcome) ? outcome.refused : undefined);

test('a short name fits twenty characters, whatever the honour is called', () => {
  expect(shortNameOf(2024, '优胜项目部')).toBe('2024竞赛优胜项目部');
  expect(shortNameOf(2024, '在施工程擂台赛年度综合评比优胜项目部')).toHaveLength(20);
  expect(cut('𠮷𠮷', 3)).toBe('𠮷');
});

test('an evaluation drafts one candidate per unit it honours, refers or keeps waiting', () => {
  const { candidates, scoredBy } = draftFrom(
    evaluated(honour('winner', 1, { granted: [unit(1, 1)], referred: [unit(2, 2)], provisional: [unit(3, 3)] })),
    [],
  );
  expect(candidates.map((c) => c.state)).toEqual(['proposed', 'referred', 'provisional']);
  expect(scoredBy).toEqual(['user-quality']);
});

test('a notice is not backdated, and ends once', () => {
  const { closesAt: _, notice: id, ...data } = noticePublished.example;
  const publish = { type: 'publish' as const, id, ...frame, data: { ...data, closingTime: '17:00' } };
  expect(refused(notice.decide(notice.initial, publish))).toBe('notice-backdated');
  const events = notice.decide(notice.initial, { ...publish, businessDate: '2025-01-06' });
  expect(events).toEqual([{ type: 'notice-published', data: noticePublished.example }]);
  const open = { ...noticePublished.example, ended: false };
  const end = { type: 'end' as const, id, ...frame, data: {} };
  expect(notice.decide(open, end)).toHaveLength(1);
  expect(notice.decide({ ...open, ended: true }, end)).toEqual([]);
});

test('a running notice is lengthened with a reason, never shortened, and ends by its later end alone', () => {
  const { notice: id, lastDay } = noticePublished.example;
  const open = { ...noticePublished.example, ended: false };
  const now = '2025-01-10T16:00:00+08:00';
  const lengthen = (day: string, at = now, state: notice.State = open) =>
    notice.decide(state, { type: 'lengthen', id, ...frame, now: at, data: { lastDay: day, reason: '补充公示' } });
  expect(refused(lengthen(lastDay))).toBe('notice-not-longer');
  expect(refused(lengthen('2025-01-14', '2025-01-10T17:00:00+08:00'))).toBe('notice-over');
  expect(refused(lengthen('2025-01-14', now, { ...open, ended: true }))).toBe('notice-over');
  const [event] = lengthen('2025-01-14') as Parameters<typeof notice.evolve>[1][];
  const longer = notice.evolve(open, event!);
  expect(longer).toMatchObject({ closesAt: '2025-01-14T17:00:00+08:00', lengthened: [{ from: lastDay }] });
  const end = (at: string) => notice.decide(longer, { type: 'end', id, ...frame, now: at, data: {} });
  expect(end('2025-01-10T17:00:00+08:00')).toEqual([]);
  expect(end('2025-01-14T17:00:00+08:00')).toHaveLength(1);
});

test('whoever scored or nominated a candidate does not decide the objection against it', () => {
  const open = objection.evolve(objection.initial, { type: 'objection-filed', data: objectionFiled.example });
  const recipients = [unit(1, 1).unit, unit(2, 2).unit];
  const data = { outcome: 'upheld' as const, finding: '属实', effect: '取消资格', recipients };
  const command = { type: 'decide' as const, id: objectionFiled.example.objection, ...frame, data };
  const scorer = { ...actor, sub: objectionFiled.example.nominatedBy[0]! };
  expect(refused(objection.decide(open, { ...command, actor: scorer }))).toBe('own-nomination');
  const events = objection.decide(open, command);
  if (isRefusal(events)) throw new Error(events.refused);
  const closed = events.reduce(objection.evolve, open);
  expect(closed?.status).toBe('upheld');
  expect(refused(objection.decide(closed, command))).toBe('objection-closed');
});

test('a grant counts its revisions, publishes itself whole, and ends when it is revoked', () => {
  const id = grantExample.grant;
  const correct = { type: 'correct' as const, id, ...frame, data: { recipientName: '中阳广场项目部', reason: '更名' } };
  const [corrected] = grant.decide(grantExample, correct) as { data: typeof grantExample }[];
  expect(corrected?.data).toMatchObject({ revision: 2, status: 'corrected', recipient: { externalId: 'XM-07' } });
  expect(grant.decide(corrected!.data, correct)).toEqual([]);
  const revoke = { type: 'revoke' as const, id, ...frame, data: { reason: '材料不实' } };
  const [revoked] = grant.decide(corrected!.data, revoke) as { data: typeof grantExample }[];
  expect(revoked?.data).toMatchObject({ revision: 3, status: 'revoked', validTo: frame.businessDate });
  expect(grant.decide(revoked!.data, revoke)).toEqual([]);
  expect(refused(grant.decide(revoked!.data, { ...correct, data: { recipientName: '新', reason: '…' } }))).toBe(
    'grant-revoked',
  );
});

test('a decision is revoked whole, once, after all its pages have arrived', () => {
  const grants = Array.from({ length: 450 }, (_, n) => derivedId('grant', n));
  const document = { number: '1', date: '2025-01-20', signatory: '工会委员会', grantedBy: '公司工会' };
  const id = derivedId('decision');
  const recorded = {
    decision: id,
    list: derivedId('list'),
    title: '…',
    year: 2024,
    document,
    pages: 3,
    recorded: 3,
    grants,
  };
  const revoke = { type: 'revoke' as const, id, ...frame, data: { reason: '材料不实', returnBy: '2025-06-30' } };
  const events = decision.decide(recorded, revoke);
  if (isRefusal(events)) throw new Error(events.refused);
  expect(events.flatMap((e) => (e.type === 'decision-revoked' ? e.data.grants : []))).toEqual(grants);
  const after = events.reduce<decision.State>(decision.evolve, recorded);
  expect(refused(decision.decide(after, revoke))).toBe('decision-already-revoked');
  expect(refused(decision.decide({ ...recorded, recorded: 2 }, revoke))).toBe('decision-incomplete');
});

test('pages hold everything in order, and there is at least one', () => {
  expect(pagesOf([])).toEqual([[]]);
  const items = Array.from({ length: 401 }, (_, n) => n);
  expect(pagesOf(items).flat()).toEqual(items);
  expect(pagesOf(items)).toHaveLength(3);
});

test('an honour whose name says 国家, 中国 or 全国 is not reviewed, named or corrected without an approval', () => {
  const names = { name: '全国优胜项目部', shortName: '优胜项目部', level: 'national' as const };
  const review = { type: 'review' as const, data: { bars: [], quotas: [], failures: [] } };
  const scheme = honour('winner', 1, { label: '中国优胜项目部', granted: [unit(1, 1)] });
  expect(refused(decided(drafted(scheme), review))).toBe('name-not-approved');

  const list = drafted(honour('winner', 1, { granted: [unit(1, 1)] }));
  const name = (approval?: string) => ({
    type: 'name-honour' as const,
    data: { code: 'winner', ...names, ...(approval ? { approval } : {}) },
  });
  expect(refused(decided(list, name()))).toBe('name-not-approved');
  const approved = carried(list, name('国评组函〔2025〕7号'));
  expect(approved).toMatchObject({ honours: [names], approvals: { winner: '国评组函〔2025〕7号' } });
  expect(carried(approved, name(), review).reviewed).toBe(true);

  const correct = (honourName: string, of = grantExample) =>
    grant.decide(of, { type: 'correct', id: of.grant, ...frame, data: { honourName, reason: '更正' } });
  expect(refused(correct('全国优胜项目部'))).toBe('name-not-approved');
  const national = { ...grantExample, honour: { ...grantExample.honour, ...names } };
  expect(refused(correct('2024年度全国优胜项目部', national))).toBeUndefined();
});
