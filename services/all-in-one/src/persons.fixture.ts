// A person who is registered, followed by the awards, honoured, and erased while those are away; the same on either engine.
import { randomUUID } from 'node:crypto';
import { awards } from '@jiangong/awards';
import { competitions } from '@jiangong/competitions';
import {
  awardGranted,
  type Command,
  derivedId,
  type Grant,
  isRefusal,
  requestsOf,
  type StateRecord,
} from '@jiangong/contracts';
import { openEngine } from '@jiangong/service-kit/engine';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { eventsIn, journalsOf, linesOf, scanForPersons } from '@jiangong/service-kit/testing/privacy';
import { expect } from 'vitest';

const org = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const hr = { org, sub: 'hr', roles: ['hr' as const, 'organiser' as const] };
const PEOPLE = 'people.state.v1';
const GRANTS = 'awards.state.v1';
const grant = derivedId('persons', 'grant');
const grantCommand = requestsOf<Command<'grant', Omit<Grant, 'grant' | 'revision' | 'status'>>>('grant');
const ling = { name: '令狐凤霞', externalId: 'YG-770316', role: '电焊工' };

async function honour({ runtimes }: Testing, person: string) {
  const { grant: _, revision: __, status: ___, ...data } = awardGranted.example;
  const actor = { org, sub: 'zhao', roles: ['committee' as const], departments: [], units: [] };
  const request = grantCommand(grant, 'grant', { ...data, recipient: { type: 'person', id: person } });
  const cause = 'honour';
  const context = { cause, actor, now: new Date().toISOString(), businessDate: '2025-01-20' };
  const given = await runtimes[1]!.handle(request, { ...context, correlation: cause, causation: cause });
  if (isRefusal(given)) throw new Error(given.refused);
}
/** Works with the log of an installation that has stopped. */
async function withLog<T>(env: Record<string, string>, work: (log: Log) => Promise<T>): Promise<T> {
  const { log, release } = await openEngine(
    { STORE_URL: env.STORE_URL!, LOG_URL: env.LOG_URL! },
    { options: {}, logger: { warn() {} } as never, now: new Date().toISOString() },
  );
  try {
    return await work(log);
  } finally {
    await log.close();
    release();
  }
}
type Log = Awaited<ReturnType<typeof openEngine>>['log'];
/** Reads until the grant stands on its topic as it must. */
async function standing(log: Log, expected: object) {
  let last: StateRecord | undefined;
  const stopping = new AbortController();
  const reading = log.subscribe({
    ...{ group: `reader-${randomUUID()}`, topics: [GRANTS], from: [], signal: stopping.signal },
    async onRecord({ value }) {
      last = value as StateRecord;
    },
  });
  await expect.poll(() => last, { timeout: 60_000 }).toEqual(expected);
  stopping.abort();
  await reading;
}

export async function registeredFollowedErased(env: Record<string, string>) {
  const both = await startTesting([competitions, awards], { env });
  const unit = { kind: 'branch', code: 'FG-1', name: '第一分公司', shortName: '一分公司' };
  const { id: first } = (await both.call(hr, 'POST', '/api/units', unit)).body;
  const { externalId, ...personal } = ling;
  const put = { ...personal, unit: first, from: '2024-01-05', revision: 1 };
  const { id } = (await both.call(hr, 'PUT', `/api/people/${externalId}`, put)).body;
  const followed = () => both.runtimes[1]!.store.privateRow(PEOPLE, `${org}/${id}`);
  await expect.poll(followed, { timeout: 30_000 }).toMatchObject({ value: ling });
  await honour(both, id);
  await both.quiet();
  await both.stop();
  const recipient = { type: 'person', id, name: ling.name, externalId };
  const named = { topic: GRANTS, key: grant, org, revision: 1_000_001 };
  await withLog(env, (log) => standing(log, { ...named, value: expect.objectContaining({ recipient }) }));

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
  const events = await withLog(env, async (log) => {
    await standing(log, { ...named, revision: 1_000_002 });
    return eventsIn(log);
  });
  expect(events.length).toBeGreaterThanOrEqual(3);
  expect(await scanForPersons(events, [ling])).toEqual([]);
  // The scan sees what there is to see.
  expect(await scanForPersons(linesOf('a log', `姓名 ${ling.name}\n工号：${ling.externalId}。`), [ling])).toHaveLength(
    2,
  );
}
