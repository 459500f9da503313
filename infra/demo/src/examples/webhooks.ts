// An HR system's webhook, from its registration to its removal. Nobody answers at its address, so what a receiver would answer
// is written by hand.
import type { ApiExample } from '@jiangong/contracts/examples';
import type { Use } from './use.ts';

const type = 'application/json';
const grant = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d40';
export const written: Record<string, ApiExample> = {
  'POST /api/hr/webhooks/{id}/test': {
    request: { type, body: {} },
    answer: {
      status: '200',
      type,
      body: { at: '2025-01-20T09:00:00.000Z', status: 204, answer: '', milliseconds: 12, ok: true },
    },
  },
  'GET /api/hr/webhooks/{id}/deliveries': {
    answer: {
      status: '200',
      type,
      body: {
        items: [
          {
            delivery: '000000000092',
            message: `award_${grant}_1`,
            ...{ grant, revision: 1, event: 'award-granted', state: 'waiting' },
            attempts: [{ at: '2025-01-20T09:00:00.000Z', status: 503, answer: '系统维护', milliseconds: 31 }],
            next: '2025-01-20T09:00:05.000Z',
          },
        ],
      },
    },
  },
};

export async function webhooks({ all }: { all: Use }) {
  const url = 'https://hr.example.cn/hooks/awards';
  const eventTypes = ['award-granted', 'award-corrected', 'award-revoked'];
  const { id } = await all.post('/hr/webhooks', { url, name: '集团人力资源系统' });
  await all.get('/hr/webhooks');
  await all.post(`/hr/webhooks/${id}/secret`, {});
  await all.post(`/hr/webhooks/${id}/rotate`);
  await all.get(`/hr/webhooks/${id}`);
  await all.post(`/hr/webhooks/${id}/amend`, { url, name: '集团人力资源系统（新）', eventTypes });
  await all.post(`/hr/webhooks/${id}/replay`, { since: '2025-01-01T00:00:00+08:00' });
  await all.post('/hr/reconciliations', { rows: [{ grant, revision: 1 }] });
  await all.get('/hr/exports/workday');
  await all.post(`/hr/webhooks/${id}/disable`, { reason: '系统升级' });
  await all.post(`/hr/webhooks/${id}/enable`);
  await all.post(`/hr/webhooks/${id}/remove`);
}
