// A broker that comes back with an empty volume: commands are still answered, nothing is published to a log that is not the one
// published to before, readiness says what to do, and the rebuilt log holds what its readers had not read.
import { startSystem } from '@jiangong/distributed';
import { orMissing, servers } from '@jiangong/servers';
import { localKafka } from '@jiangong/servers/kafka';
import { openKafkaLog } from '@jiangong/service-kit/log/kafka';
import { rebuildLog } from '@jiangong/service-kit/migrate';
import { readAll } from '@jiangong/service-kit/testing/log-reader';
import { expect, test } from 'vitest';
import { bearer, health, organiserOf, register, send, signIn, unitCodes } from './people.ts';

const topic = 'competitions.v1';
const codes = (count: number) => Array.from({ length: count }, (_, n) => `U-${n + 1}`).sort();

test('a broker that lost its volume', async ({ skip }) => {
  const kafka = await orMissing(localKafka());
  if ('missing' in kafka) return skip(kafka.missing);
  const mongo = await servers(['mongo-replica-set']);
  if ('missing' in mongo) return skip(mongo.missing);
  const storeUrl = `${mongo.server['mongo-replica-set'].url}/lost-volume-${process.pid}`;
  const logUrl = `${kafka.url}/first`;
  const options = {
    storeUrl,
    copies: 1,
    services: ['competitions'],
    quiet: true,
    settings: { LOG_LEVEL: 'fatal' },
  } as const;
  let system = await startSystem({ ...options, logUrl });
  try {
    const admin = await signIn(system.url, system.admin!.userName, system.admin!.password);
    const at = { url: system.url, signed: await organiserOf(system.url, admin) };
    const registered = async (from: number, to: number) => {
      for (let n = from; n <= to; n += 1) expect((await register(at, n)).status).toBeLessThan(300);
    };
    const status = async () => (await send(at.url, 'GET', '/ops/status', undefined, bearer(at.signed))).text;
    await registered(1, 5);
    await expect.poll(status).not.toMatch(/"pending":[1-9]/);

    await kafka.kill();
    await registered(6, 10);
    await kafka.lose();
    await kafka.again();
    // As somebody's restart would: topics are made where there are none.
    const empty = await openKafkaLog(logUrl);
    await registered(11, 15);
    const { url } = system.copies.get('competitions')![0]!;
    const fault = async () => (await health({ url, signed: at.signed })).body.faults?.['competitions.log'];
    await expect.poll(fault).toMatch(/competitions\.v1 holds 0 records.*5 commits.*docs\/operations\.md/);
    await system.restart('competitions', 0, 'SIGTERM', { liveAfterMs: 1000 });
    await expect.poll(fault).toMatch(/holds 0 records/);
    await registered(16, 20);
    expect((await empty.held(topic)).records).toBe(0);
    await empty.close();
    expect(await unitCodes(at)).toEqual(codes(20));
    await system.stop();

    await rebuildLog(storeUrl, `${kafka.url}/second`);
    system = await startSystem({ ...options, logUrl: `${kafka.url}/second` });
    at.url = system.url;
    expect((await health({ url: system.copies.get('competitions')![0]!.url, signed: at.signed })).status).toBe(200);
    await registered(21, 25);
    await expect.poll(status).not.toMatch(/"pending":[1-9]/);
    const published = await readAll(`${kafka.url}/second`, topic);
    expect([...new Set(published.map(({ data }) => (data as { code: string }).code))].sort()).toEqual(codes(25));
  } finally {
    await system.stop();
    await Promise.all([kafka.stop(), mongo.stop()]);
  }
}, 180_000);
