// A machine reads what is its organisation's, by every route of its scopes, and nothing of another's.
import { scopes } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantId, startWebhooks } from './background/webhooks/webhooks.fixture.ts';
import { routes } from './routes.ts';

let s: Awaited<ReturnType<typeof startWebhooks>>;
beforeAll(async () => {
  s = await startWebhooks();
  await s.grant('one');
});
afterAll(() => s.stop());

const machineOf = (org: string) => ({ org, sub: `machine-of-${org}`, roles: [], scopes: [...scopes] });
const own = machineOf('union');
const strangers = machineOf('another');
const held = { rows: [{ grant: grantId('one'), revision: 1 }] };

test('the feed, each export and a reconciliation have the own organisation’s grants alone', async () => {
  const grantsOf = async (machine: typeof own) => [
    (await s.call(machine, 'GET', '/api/hr/feed')).text.includes(grantId('one')),
    (await s.call(machine, 'GET', '/api/hr/exports/csv')).text.includes(grantId('one')),
    (await s.call(machine, 'POST', '/api/hr/reconciliations', held)).body.unknown.count === 0,
  ];
  expect(await grantsOf(own)).toEqual([true, true, true]);
  expect(await grantsOf(strangers)).toEqual([false, false, false]);
});

test('no route of a webhook answers a machine of another organisation', async () => {
  const webhook = { url: 'http://127.0.0.1:9/', name: '回调', eventTypes: ['award-granted'] };
  const { status, body } = await s.call(own, 'POST', '/api/hr/webhooks', webhook);
  expect(status).toBe(201);
  expect((await s.call(strangers, 'GET', '/api/hr/webhooks')).body.items).toEqual([]);
  const bodies: Record<string, object | undefined> = {
    ...{ amend: webhook, disable: { reason: '无' }, secret: {}, test: {}, replay: { grants: [grantId('one')] } },
  };
  const about = routes.filter(({ scope, path }) => scope === 'webhooks' && path.includes(':id'));
  expect(about.length).toBeGreaterThan(8);
  for (const { method, path } of about) {
    const url = `/api${path.replace(':id', body.id)}`;
    const act = path.split('/').at(-1)!;
    expect([method, path, (await s.call(strangers, method, url, bodies[act])).status]).toEqual([method, path, 404]);
  }
  expect((await s.call(own, 'GET', `/api/hr/webhooks/${body.id}`)).body.state).toBe('active');
});
