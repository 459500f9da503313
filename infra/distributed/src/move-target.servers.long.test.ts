// A move takes over nothing: what holds anything else, or is served, is refused before anything is written; and one that was
// killed at whichever step, and repeated, ends as if it had not been.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { topics } from '@jiangong/contracts';
import { openKafkaLog } from '@jiangong/service-kit/log/kafka';
import { migrate } from '@jiangong/service-kit/migrate';
import type { OpenStore } from '@jiangong/service-kit/store';
import { connectMongo, openMongoStore } from '@jiangong/service-kit/store/mongo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, manifests, now, signIn, smallFolder, startOn, USERS } from './moving.fixture.ts';
import { freshUrls, onServers } from './servers.fixture.ts';

const steps = [
  'move-topics',
  'move-marked',
  'move-commits',
  'move-kept',
  'move-published',
  'move-views',
  'move-compared',
];
type Urls = ReturnType<typeof freshUrls>;

onServers('the target of a move', () => {
  let from: Awaited<ReturnType<typeof smallFolder>>;
  beforeAll(async () => {
    from = await smallFolder();
  });
  afterAll(() => from.remove());
  const moveTo = (urls: Urls, openStore?: OpenStore) =>
    migrate({ from: from.folder, ...urls, now, manifests, ...(openStore ? { openStore } : {}) });

  test('an installation that was started or is served is not overwritten', async () => {
    const urls = freshUrls('started-once');
    const running = await startOn(urls);
    await expect.poll(async () => Object.values(await running.lag()).every((lag) => lag === 0)).toBe(true);
    // Its log alone, by a move into other databases.
    await expect(moveTo({ ...urls, storeUrl: `${urls.storeUrl}-other` })).rejects.toThrow(
      /运行中的服务.*consumer groups.*awards.*nothing was written/s,
    );
    await running.stop();
    const before = await everything(urls.storeUrl);
    await expect(moveTo(urls)).rejects.toThrow(
      /started-once-\d+-competitions \([^)]*kept[^)]*\).*drop these databases and topics/s,
    );
    expect(await everything(urls.storeUrl)).toEqual(before);
    expect(await everything(`${urls.storeUrl}-other`)).toEqual({});
    // And its topics, once its databases are gone.
    await expect(moveTo({ ...urls, storeUrl: `${urls.storeUrl}-other` })).rejects.toThrow(/console\.v1 \(\d+ 条记录/);
  });

  test('a move killed after any step and repeated has the same result', async () => {
    const [urls, undisturbed] = [freshUrls('killed'), freshUrls('undisturbed')];
    for (const step of steps) {
      expect([step, await runMove(urls, `${step}:1`)]).toEqual([step, 'SIGKILL']);
      // Half a target serves nobody, and the try leaves nothing that stands in the way.
      if (step === 'move-commits') await expect(startOn(urls)).rejects.toThrow(/repeat the same pnpm move/);
    }
    expect(await runMove(urls)).toBe(0);
    const { counts, ...again } = await moveTo(urls);
    expect(again).toEqual({ same: true, before: true });
    expect(counts).toEqual((await moveTo(undisturbed)).counts);
    expect(counts.find(({ what }) => what.endsWith('view users'))).toMatchObject({ here: USERS + 1, there: USERS + 1 });

    const running = await startOn(urls);
    const url = await running.listen();
    const token = await signIn(url, from.admin.userName, from.admin.password);
    expect((await call(url, '/api/users?limit=200', undefined, token)).items).toHaveLength(USERS + 1);
    await expect.poll(async () => Object.values(await running.lag()).every((lag) => lag === 0)).toBe(true);
    const status = (await call(url, '/ops/status', undefined, token)) as unknown as { services: { parked: number }[] };
    expect(status.services.map(({ parked }) => parked)).toEqual(manifests.map(() => 0));
    await call(url, '/health', undefined, token);
    await call(
      url,
      '/api/users',
      {
        userName: 'one-more',
        password: 'a-long-password-0',
        name: '新',
        roles: ['organiser'],
        departments: [],
        units: [],
      },
      token,
    );
    await expect(moveTo(urls)).rejects.toThrow('running services use the target');
    await running.stop();
    // It has continued: the command reports that and replaces nothing.
    expect(await moveTo(urls)).toMatchObject({ same: false, before: true });
    await (await startOn(urls)).stop();
  });

  test('a planted bug is caught: a move that skips a view', async () => {
    const urls = freshUrls('skips');
    const skipping: OpenStore = async (url, service, views) => {
      const [, ...others] = views;
      const [store, poorer] = [await openMongoStore(url, service, views), await openMongoStore(url, service, others)];
      return {
        ...store,
        write: (unit) => (service === 'console' ? poorer : store).write(unit),
        async close() {
          await Promise.all([store.close(), poorer.close()]);
        },
      };
    };
    const { same, counts } = await moveTo(urls, skipping);
    expect(same).toBe(false);
    const differing = counts.filter(({ same }) => !same);
    expect(differing).toMatchObject([{ service: 'console', here: expect.any(Number), there: 0 }]);
    await expect(startOn(urls)).rejects.toThrow('repeat the same pnpm move');
  });

  test('a target with anything more than an interrupted move left is refused', async () => {
    const urls = freshUrls('more');
    expect(await runMove(urls, 'move-published:1')).toBe('SIGKILL');
    const connection = await connectMongo(urls.storeUrl, 'competitions');
    await connection
      .db!.collection<{ _id: string; body: object }>('kept')
      .insertOne({ _id: 'parked/somebody-else', body: {} });
    await connection.close();
    await expect(moveTo(urls)).rejects.toThrow(/more-\d+-competitions.*parked\/somebody-else/s);
    // Another folder's, too, and a log that is nobody's.
    const elsewhere = freshUrls('log-only');
    const log = await openKafkaLog(elsewhere.logUrl);
    expect(await log.held(topics.console)).toEqual({ records: 0, lost: 0 });
    await log.close();
    expect((await moveTo(elsewhere)).same).toBe(true);
  });

  /** How `pnpm move` ended: its exit code, or the signal. */
  function runMove({ storeUrl, logUrl }: Urls, point = '') {
    const args = ['--from', from.folder, '--store', storeUrl, '--log', logUrl];
    const env = { ...process.env, FAILPOINT: point };
    return promisify(execFile)(process.execPath, [join(import.meta.dirname, 'move.ts'), ...args], { env }).then(
      () => 0,
      ({ signal, stderr }) => signal ?? stderr,
    );
  }
});

/** Every document of every database of an installation. */
async function everything(storeUrl: string) {
  const found: Record<string, unknown[]> = {};
  for (const service of Object.keys(topics)) {
    const connection = await connectMongo(storeUrl, service);
    for (const { name } of await connection.db!.listCollections().toArray())
      found[`${service} ${name}`] = await connection.db!.collection(name).find().sort({ _id: 1 }).toArray();
    await connection.close();
  }
  return found;
}
