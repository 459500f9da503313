import { type Actor, derivedId, isRefusal, pointsLedgerId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCode, typedCode } from '../background/points/codes.ts';
import { frame, organiser, person } from '../sample.ts';
import type { Campaign } from './campaign.ts';
import { shownLedger } from './explained.ts';
import * as rules from './ledger.ts';
import { type Ledger, totalsOf } from './ledger-state.ts';

const campaign: Campaign = {
  ...{ campaign: derivedId('points-campaign', 1), name: '志愿服务', year: 2024, state: 'open', stages: [], by: 'u' },
  ...{ from: '2024-04-01', to: '2024-04-30', spendBy: '2024-12-31' },
  earning: [
    { way: 'hour', label: '志愿服务一小时', points: 10, mostPerDay: 80 },
    { way: 'rescue', label: '应急救援', points: 50 },
  ],
  rewards: [{ reward: 'meal', label: '爱心早餐', points: 20 }],
};
const { id: who, unit } = person(1) as { id: string; unit: string };
const id = pointsLedgerId(campaign.campaign, who);
const given = spec(rules, { ...frame, id });
const of = (n: number) => derivedId('claim', n);
const code = (n: number) => derivedId('voucher', n);
type Given = Parameters<typeof given.when>[number];
const claim = (n: number, over: object = {}): Given => [
  'claim',
  {
    campaign,
    claim: of(n),
    person: who,
    unit,
    way: 'hour',
    times: 2,
    on: '2024-04-10',
    evidence: `签收单${n}`,
    ...over,
  },
];
const colleague: Actor = { ...organiser, sub: 'v' };
const approve = (n: number, actor = colleague): Given => ['approve', { campaign, claim: of(n) }, { actor }];
const draw = (n: number): Given => ['draw', { campaign, voucher: code(n), reward: 'meal' }];
const canteen = { partner: derivedId('points-partner', 1), label: '职工食堂', rewards: ['meal'] };
const redeem = (n: number, partner = canteen): Given => ['redeem', { voucher: code(n), partner }];

test('points count once somebody else has approved them', () => {
  const waiting = given.when(claim(1));
  waiting.then([{ type: 'points-claimed', data: { points: 20, label: '志愿服务一小时', unit } }]);
  expect(totalsOf(waiting.state!)).toEqual({ earned: 0, spent: 0, balance: 0, waiting: 20 });
  waiting.when(approve(1, organiser)).then('points-own');
  // A deputy is the person whom they act for, too.
  waiting.when(approve(1, { ...colleague, behalf: 'u' })).then('points-own');
  given
    .when(['claim', claim(1)[1] as never, { actor: { ...colleague, behalf: 'u' } }], approve(1, organiser))
    .then('points-own');
  const approved = waiting.when(approve(1));
  approved.then([{ type: 'points-approved', data: { points: 20, on: '2024-04-10', by: 'v' } }]);
  approved.when(approve(1)).then([]);
  approved.when(['reject', { claim: of(1), reason: '重复' }]).then('points-claim-settled');
  waiting.when(['reject', { claim: of(1), reason: '无签字' }], approve(1)).then('points-claim-settled');
});

test('nothing is earned but by a way of the campaign, in its days, with evidence that was not given before', () => {
  given.when(claim(1, { way: 'like' })).then('points-way');
  given.when(claim(1, { way: 'log-in' })).then('points-way');
  given.when(claim(1, { on: '2024-03-31' })).then('points-day');
  given.when(claim(1, { on: '2024-04-11' })).then('points-day');
  given.when(claim(1), claim(2, { evidence: '签收单1' })).then('points-claimed-already');
  given.when(claim(1, { times: 5 }), claim(2, { times: 4 })).then('points-day-full');
  given.when(claim(1, { times: 5 }), claim(2, { times: 3 })).then([{ data: { points: 30 } }]);
  given.when(claim(1, { campaign: { ...campaign, state: 'closed' } })).then('points-closed');
});

test('a balance is never below zero, and a voucher is redeemed once', () => {
  const earned = given.when(claim(1), approve(1));
  given.when(claim(1), draw(1)).then('points-short');
  const drawn = earned.when(draw(1));
  drawn.then([{ type: 'points-voucher-drawn', data: { points: 20, until: '2024-12-31' } }]);
  drawn.when(draw(2)).then('points-short');
  drawn.when(['take-back', { claim: of(1), reason: '重复' }]).then('points-spent');
  drawn.when(redeem(1, { ...canteen, rewards: ['ticket'] })).then('points-voucher-elsewhere');
  drawn.when(redeem(2)).then('points-voucher-unknown');
  drawn.when(['redeem', redeem(1)[1] as never, { businessDate: '2025-01-01' }]).then('points-spending-over');
  const redeemed = drawn.when(redeem(1));
  redeemed.then([{ type: 'points-voucher-redeemed', data: { partnerLabel: '职工食堂' } }]);
  redeemed.when(redeem(1)).then('points-voucher-state');
  redeemed.when(['return', { voucher: code(1), reason: '不要了' }]).then('points-voucher-state');
  const returned = drawn.when(['return', { voucher: code(1), reason: '改兑' }]);
  returned.when(redeem(1)).then('points-voucher-state');
  returned.when(['take-back', { claim: of(1), reason: '重复' }]).then([{ data: { points: 20 } }]);
});

test('every entry of a balance is explained in both languages', () => {
  const { state } = given.when(claim(1), approve(1), claim(2, { way: 'rescue', times: 1 }), approve(2), draw(1));
  const { text, entries, balance } = shownLedger(state!, undefined);
  expect([balance, entries.map(({ points, balance }) => [points, balance])]).toEqual([
    50,
    [
      [20, 20],
      [50, 70],
      [-20, 50],
    ],
  ]);
  expect(text.zh.split('\n')).toEqual([
    '余额 50 分：得分 70，兑换 20',
    '2024-04-10 得分 + 20（志愿服务一小时），余额 20',
    '2024-04-10 得分 + 50（应急救援），余额 70',
    '2024-04-10 兑换 − 20（爱心早餐），余额 50',
  ]);
  expect(text.en.split('\n')[3]).toBe('2024-04-10 spent − 20 (爱心早餐), balance 50');
});

/** What may be given, in any order, by two people about few things. */
const anything = fc.oneof(
  fc.record({ n: fc.nat(2), times: fc.integer({ min: 1, max: 2 }) }).map(({ n, times }) => claim(n, { times })),
  fc.record({ n: fc.nat(2), self: fc.boolean() }).map(({ n, self }) => approve(n, self ? organiser : colleague)),
  fc.nat(2).map((n): Given => ['reject', { claim: of(n), reason: '无签字' }]),
  fc.nat(2).map((n): Given => ['take-back', { claim: of(n), reason: '重复' }]),
  fc.nat(2).map(draw),
  fc.nat(2).map((n): Given => ['return', { voucher: code(n), reason: '改兑' }]),
  fc.nat(2).map((n) => redeem(n)),
);

type Noun = typeof rules;
const seen = { redeemed: 0, short: 0, spent: 0 };
/** What is wrong after commands in turn, counted from their events without the state. */
function faultAfter(noun: Noun, commands: readonly Given[]): string | undefined {
  let at = spec(noun, { ...frame, id });
  let balance = 0;
  const redeemed = new Set<string>();
  const claimers = new Map<string, string>();
  for (const command of commands) {
    const [type, data] = command as unknown as [string, { claim: string; voucher: string }];
    // Ids are drawn afresh with each request.
    if (type === 'claim' && at.state?.claims[data.claim]) continue;
    if (type === 'draw' && at.state?.vouchers[data.voucher]) continue;
    at = at.when(command);
    if (isRefusal(at.outcome)) {
      if (at.outcome.refused === 'points-short') seen.short += 1;
      if (at.outcome.refused === 'points-spent') seen.spent += 1;
      continue;
    }
    for (const { type, data } of at.outcome) {
      if (type === 'points-claimed') claimers.set(data.claim, data.by);
      if (type === 'points-approved' && data.by === claimers.get(data.claim)) return 'approved by whoever claimed it';
      if (type === 'points-voucher-redeemed' && redeemed.has(data.voucher)) return 'a code spent twice';
      if (type === 'points-voucher-redeemed') redeemed.add(data.voucher);
      if (type === 'points-approved' || type === 'points-voucher-returned') balance += data.points;
      if (type === 'points-taken-back' || type === 'points-voucher-drawn') balance -= data.points;
    }
    if (!at.state) continue;
    const totals = totalsOf(at.state);
    const sum = at.state.entries.reduce((all, { points }) => all + points, 0);
    if (balance < 0) return 'below zero';
    if (totals.balance !== balance || sum !== balance || totals.earned - totals.spent !== balance)
      return 'not the sum of its entries';
  }
  seen.redeemed += redeemed.size;
  return undefined;
}
const history = fc.array(anything, { minLength: 25, maxLength: 60 });
const faultOf = (noun: Noun, numRuns: number) => {
  let fault: string | undefined;
  const holds = fc.property(history, (commands) => {
    fault = faultAfter(noun, commands);
    return fault === undefined;
  });
  return fc.check(holds, { numRuns, endOnFailure: true }).failed ? fault : undefined;
};

test('whatever is given in whatever order, a balance is what its entries add up to, and never below zero', () => {
  expect(faultOf(rules, Number(process.env.RUNS ?? 300))).toBeUndefined();
  // The runs come to what they are about.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
});

const planted = (change: (ledger: Ledger, command: { type: string; data: object }) => Ledger | undefined): Noun => ({
  ...rules,
  decide: (ledger, command) => rules.decide(ledger && (change(ledger, command) ?? ledger), command),
});
const asDrawn = ({ vouchers, ...ledger }: Ledger): Ledger => ({
  ...ledger,
  vouchers: Object.fromEntries(
    Object.entries(vouchers).map(([id, voucher]) => [
      id,
      voucher.state === 'redeemed' ? { ...voucher, state: 'drawn' } : voucher,
    ]),
  ),
});
const rich = (ledger: Ledger): Ledger => ({
  ...ledger,
  entries: [{ what: 'approved', of: id, label: '', points: 999, balance: 999, at: '2024-04-10' }],
});
const claimedByNobody = ({ claims, ...ledger }: Ledger): Ledger => ({
  ...ledger,
  claims: Object.fromEntries(Object.entries(claims).map(([id, claim]) => [id, { ...claim, claimedBy: [] }])),
});
test.each([
  ['a code spent twice', planted((ledger, { type }) => (type === 'redeem' ? asDrawn(ledger) : undefined))],
  ['below zero', planted((ledger, { type }) => (type === 'draw' ? rich(ledger) : undefined))],
  ['below zero', planted((ledger, { type }) => (type === 'take-back' ? rich(ledger) : undefined))],
  ['approved by whoever claimed it', planted((ledger) => claimedByNobody(ledger))],
])('a planted bug is noticed: %s', (fault, noun) => {
  expect(faultOf(noun, 300)).toBe(fault);
});

test('a code has 60 bits, and is known however it is typed', () => {
  const codes = new Set(Array.from({ length: 500 }, drawCode));
  expect(codes.size).toBe(500);
  for (const code of codes) {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(typedCode(code)).toBe(code);
    expect(typedCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    expect(typedCode(code.replaceAll('0', 'o').replaceAll('1', 'l').normalize('NFKD'))).toBe(code);
  }
  expect(typedCode('７ｑｋ２－ｍｚ４ｄ－ｘｂ０９')).toBe('7QK2-MZ4D-XB09');
});
