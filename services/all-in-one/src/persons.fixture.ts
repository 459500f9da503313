// A person who is registered, followed by the awards, and erased while those are away; the same on either engine.
import { awards } from '@jiangong/awards';
import { competitions } from '@jiangong/competitions';
import { openEngine } from '@jiangong/service-kit/engine';
import { startTesting } from '@jiangong/service-kit/testing';
import { eventsIn, journalsOf, linesOf, scanForPersons } from '@jiangong/service-kit/testing/privacy';
import { expect } from 'vitest';

const org = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const hr = { org, sub: 'hr', roles: ['hr' as const, 'organiser' as const] };
const PEOPLE = 'people.state.v1';
const ling = { name: '令狐凤霞', externalId: 'YG-770316', role: '电焊工' };

export async function registeredFollowedErased(env: Record<string, string>) {
  const both = await startTesting([competitions, awards], { env });
  const unit = { kind: 'branch', code: 'FG-1', name: '第一分公司', shortName: '一分公司' };
  const { id: first } = (await both.call(hr, 'POST', '/api/units', unit)).body;
  const { externalId, ...named } = ling;
  const put = { ...named, unit: first, from: '2024-01-05', revision: 1 };
  const { id } = (await both.call(hr, 'PUT', `/api/people/${externalId}`, put)).body;
  const followed = () => both.runtimes[1]!.store.privateRow(PEOPLE, `${org}/${id}`);
  await expect.poll(followed, { timeout: 30_000 }).toMatchObject({ value: ling });
  await both.stop();

  // The awards are away while the person is erased, and while the topic is told.
  const one = await startTesting([competitions], { env });
  expect((await one.call(hr, 'POST', `/api/people/${id}/erase`)).status).toBe(200);
  await one.quiet();
  await one.stop();

  const back = await startTesting([awards, competitions], { env });
  const [{ store }] = back.runtimes as [(typeof back.runtimes)[number]];
  await expect
    .poll(async () => ((await store.privateRow(PEOPLE, `${org}/${id}`)) as { value?: object }).value, {
      timeout: 30_000,
    })
    .toBeUndefined();
  expect(await scanForPersons(journalsOf(back.runtimes), [ling])).toEqual([]);
  await back.stop();
  const { log, release } = await openEngine(
    { STORE_URL: env.STORE_URL!, LOG_URL: env.LOG_URL! },
    { options: {}, logger: { warn() {} } as never, now: new Date().toISOString() },
  );
  const events = await eventsIn(log);
  await log.close();
  release();
  expect(events.length).toBeGreaterThanOrEqual(3);
  expect(await scanForPersons(events, [ling])).toEqual([]);
  // The scan sees what there is to see.
  expect(await scanForPersons(linesOf('a log', `姓名 ${ling.name}\n工号：${ling.externalId}。`), [ling])).toHaveLength(
    2,
  );
}
