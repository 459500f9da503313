// Wrong requests about points; `{name}` is the id of what is there.
import type { Who, Wrong } from './wrong.fixture.ts';

const nowhere = '00000000-0000-8000-8000-000000000000';
const reason = '原因';
type Refused = readonly [status: number, type: string];
const malformed = [400, 'malformed-request'] as const;
const missing = [404, 'not-found'] as const;

/** @param captain of the first person's unit; `stranger`: of another union */
export function pointsWrongs({ union, captain, stranger }: Record<'union' | 'captain' | 'stranger', Who>): Wrong[] {
  const wrong = (what: string, call: string, [status, type]: Refused, body?: unknown, who: Who | null = union) => ({
    ...{ what, call: `POST /api${call}`, status, type, who, ...(body === undefined ? {} : { body }) },
  });
  const open = {
    ...{ name: '积分', year: 2024, from: '2024-04-01', to: '2024-04-30', spendBy: '2024-06-30' },
    earning: [{ way: 'hour', label: '志愿服务', points: 10 }],
  };
  const claims = '/points-campaigns/{campaign}/claims';
  const claim = { person: '{person 1}', way: 'hour', times: 1, on: '2024-04-03', evidence: '签收单甲' };
  const link = '/public/points-partners';
  const fed = { stage: '{stage}', from: '2024-04-01', to: '2024-04-30' };
  return [
    wrong('a campaign that ends before it begins', '/points-campaigns', [422, 'points-dates'], {
      ...open,
      to: '2024-03-31',
    }),
    wrong('points spent before they are earned', '/points-campaigns', [422, 'points-dates'], {
      ...open,
      spendBy: '2024-04-01',
    }),
    wrong('a campaign without a way to earn', '/points-campaigns', malformed, { ...open, earning: [] }),
    wrong('points for liking', '/points-campaigns', malformed, { ...open, likes: 1 }),
    wrong('points that come by themselves', '/points-campaigns', malformed, {
      ...open,
      earning: [{ ...open.earning[0], automatic: true }],
    }),
    wrong('a way without points', '/points-campaigns', malformed, {
      ...open,
      earning: [{ ...open.earning[0], points: 0 }],
    }),
    wrong('a way twice', '/points-campaigns', malformed, { ...open, earning: [open.earning[0], open.earning[0]] }),
    wrong('a campaign for a stage that is nowhere', '/points-campaigns', missing, {
      ...open,
      feeds: { stages: [{ ...fed, stage: nowhere }] },
    }),
    wrong('a stage that is closed', '/points-campaigns', [422, 'points-feeds'], { ...open, feeds: { stages: [fed] } }),
    wrong('a stage that has no such criterion', '/points-campaigns', [422, 'points-feeds'], {
      ...open,
      feeds: { criterion: 'length', stages: [fed] },
    }),
    wrong('a campaign opened by a captain', '/points-campaigns', [403, 'forbidden'], open, captain),
    wrong('a campaign closed without a reason', '/points-campaigns/{campaign}/close', malformed, {}),
    wrong('a campaign of others closed', '/points-campaigns/{campaign}/close', missing, { reason }, stranger),
    wrong('a claim in a closed campaign', '/points-campaigns/{closed}/claims', [409, 'points-closed'], claim),
    wrong('a claim for nobody', claims, [422, 'points-person'], { ...claim, person: nowhere }),
    wrong('a claim for another unit', claims, [422, 'points-person'], { ...claim, person: '{person 2}' }, captain),
    wrong('a claim for a log-in', claims, [422, 'points-way'], { ...claim, way: 'log-in' }),
    wrong('a claim without evidence', claims, malformed, { ...claim, evidence: ' ' }),
    wrong('a claim before the campaign', claims, [422, 'points-day'], { ...claim, on: '2024-03-31' }),
    wrong('a claim for tomorrow', claims, [422, 'points-day'], { ...claim, on: '2024-04-11' }),
    wrong('a claim a second time', claims, [409, 'points-claimed-already'], { ...claim, evidence: '签收单' }),
    wrong('more than a day takes', claims, [409, 'points-day-full'], { ...claim, times: 9 }),
    wrong('nothing claimed', claims, malformed, { ...claim, times: 0 }),
    wrong('one’s own claim approved', '/points-claims/{claim}/approve', [409, 'points-own']),
    wrong('a claim approved that is nowhere', `/points-claims/${nowhere}/approve`, missing),
    wrong('a claim of others approved', '/points-claims/{claim}/approve', missing, undefined, stranger),
    wrong('a claim approved by a captain', '/points-claims/{claim}/approve', [403, 'forbidden'], undefined, captain),
    wrong('a claim taken back that does not count', '/points-claims/{claim}/take-back', [409, 'points-claim-settled'], {
      reason,
    }),
    wrong('a claim rejected without a reason', '/points-claims/{claim}/reject', malformed, {}),
    wrong('a reward that nobody gives', '/points-ledgers/{ledger}/vouchers', [422, 'points-reward'], { reward: 'car' }),
    wrong('more spent than earned', '/points-ledgers/{ledger}/vouchers', [409, 'points-short'], { reward: 'meal' }),
    wrong('points of others spent', '/points-ledgers/{ledger}/vouchers', missing, { reward: 'meal' }, stranger),
    wrong('a voucher returned that is nowhere', `/points-vouchers/${nowhere}/return`, missing, { reason }),
    wrong('a partner of what nobody gives', '/points-campaigns/{campaign}/partners', [422, 'points-reward'], {
      ...{ label: '食堂', rewards: ['car'] },
    }),
    wrong('a partner of a campaign without rewards', '/points-campaigns/{closed}/partners', [422, 'points-reward'], {
      label: '食堂',
    }),
    wrong('a partner revoked without a reason', '/points-partners/{partner}/revoke', malformed, {}),
    wrong('a link that nobody made', `${link}/guessed`, [404, 'points-partner-closed'], { voucher: 'A' }, null),
    wrong('a code that nobody drew', `${link}/{key}`, [404, 'points-voucher-unknown'], { voucher: '7QK2-MZ4D' }, null),
    wrong('no code', `${link}/{key}`, malformed, {}, null),
  ];
}
