// Volunteers' points: claimed, spent on a breakfast, given back; what takes a second person is written by hand.
import { setTimeout as sleep } from 'node:timers/promises';
import { derivedId, pointsLedgerId } from '@jiangong/contracts';
import type { ApiExample } from '@jiangong/contracts/examples';
import type { Company } from './company.ts';

export async function points({ all }: Company): Promise<void> {
  const { unit } = (await all.get('/units?code=XM-01')).items[0];
  const volunteer = { externalId: 'YG-20010', name: '孙志远（演示）', unit, from: '2024-01-05' };
  const { id: person } = await all.post('/people', volunteer);
  const { id } = await all.post('/points-campaigns', {
    ...{ name: '志愿服务积分（演示）', year: 2024, from: '2024-04-01', to: '2024-04-30', spendBy: '2024-12-31' },
    earning: [{ way: 'hour', label: '志愿服务一小时', points: 10, mostPerDay: 80 }],
    rewards: [{ reward: 'meal', label: '爱心早餐一份', points: 20 }],
  });
  await all.get('/points-campaigns');
  await all.get(`/points-campaigns/${id}`);
  const claim = { person, way: 'hour', times: 4, on: '2024-04-10', evidence: '社区签收单 2024-018 号' };
  await known(() => all.post(`/points-campaigns/${id}/claims`, claim));
  const { items } = await all.get(`/points-campaigns/${id}/claims?state=waiting`);
  await all.post('/points-claims/approve', { ids: items.map(({ claim }: { claim: string }) => claim) });
  await all.post(`/points-claims/${items[0].claim}/reject`, { reason: '签收单无经办人签字' });
  await all.get(`/points-campaigns/${id}/ledgers`);
  await all.get(`/points-ledgers/${pointsLedgerId(id, person)}`);
  const { id: partner, address } = await all.post(`/points-campaigns/${id}/partners`, { label: '职工食堂' });
  await all.get(`/points-campaigns/${id}/partners`);
  await all.get(address.slice('/api'.length));
  await all.post(`/points-partners/${partner}/revoke`, { reason: '合作期满' });
  await all.post(`/points-campaigns/${id}/close`, { reason: '活动结束' });
}
/** Whoever was registered a moment ago is not known to contests yet. */
async function known(attempt: () => Promise<unknown>, attempts = 600): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (attempts === 1 || !String(error).includes('points-person')) throw error;
    await sleep(50);
    await known(attempt, attempts - 1);
  }
}

const type = 'application/json';
const ledger = derivedId('points-ledger', 'example');
const done = (version: number, shown: object = {}) => ({
  ...{ status: '200', type, body: { id: ledger, version, ...shown } },
});
export const written: Record<string, ApiExample> = {
  'POST /api/points-claims/{id}/approve': { answer: done(2) },
  'POST /api/points-claims/{id}/take-back': { request: { type, body: { reason: '时长重复申报' } }, answer: done(3) },
  'POST /api/points-ledgers/{id}/vouchers': {
    request: { type, body: { reward: 'meal' } },
    answer: done(3, { code: '7QK2-MZ4D-XB09' }),
  },
  'POST /api/points-vouchers/{id}/return': { request: { type, body: { reason: '改兑其他项目' } }, answer: done(4) },
  'POST /api/public/points-partners/{key}': {
    request: { type, body: { voucher: '7QK2-MZ4D-XB09' } },
    answer: done(4, { label: '爱心早餐一份' }),
  },
};
