// Topics that somebody made beforehand, on a broker that clears whatever it may: they keep the whole history all the same,
// or it is said by name what is wrong, and nobody reads on past what is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { topics } from '@jiangong/contracts';
import { orMissing } from '@jiangong/servers';
import { localKafka } from '@jiangong/servers/kafka';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventOf } from './conformance.ts';
import { openKafkaLog } from './kafka.ts';
import { configsOf } from './kafka-topics.ts';

const topic = topics.competitions;
const EVENTS = 60;
/** Everything that may be cleared is cleared at once. */
const eager = {
  'log.retention.bytes': '1000',
  'log.initial.task.delay.ms': '100',
  'log.retention.check.interval.ms': '200',
  'log.segment.delete.delay.ms': '100',
  'log.cleaner.backoff.ms': '200',
};
let broker: Awaited<ReturnType<typeof localKafka>>;
let missing: string | undefined;
let admin: Admin;
beforeAll(async () => {
  const running = await orMissing(localKafka(eager));
  if ('missing' in running) {
    missing = running.missing;
    return;
  }
  broker = running;
  admin = new Kafka({ brokers: [broker.url.slice('kafka://'.length)], logLevel: logLevel.NOTHING, retry: {} }).admin();
  await admin.connect();
});
afterAll(async () => {
  await admin?.disconnect();
  await broker?.stop();
});

/** A namespace in which the topic was made beforehand so, and a further one like it that is nobody's. */
async function madeBeforehand(namespace: string, settings: Record<string, string>) {
  const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
  const named = [`${namespace}.${topic}`, `${namespace}.nobody`];
  await admin.createTopics({ topics: named.map((topic) => ({ topic, numPartitions: 1, configEntries })) });
  return { url: `${broker.url}/${namespace}`, ours: named[0]!, nobodys: named[1]! };
}
/** Changes settings as an operator does, and waits until the broker shows them. */
async function set(name: string, settings: Record<string, string>) {
  const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
  await admin.alterConfigs({ validateOnly: false, resources: [{ type: 2, name, configEntries }] });
  await expect.poll(() => settingsOf(name)).toEqual(settings);
}
const lowOf = async (name: string) => Number((await admin.fetchTopicOffsets(name))[0]!.low);

/** What a group that comes late is handed. */
async function readLate(log: Awaited<ReturnType<typeof openKafkaLog>>) {
  const ids = new Set<string>();
  const stopping = new AbortController();
  const reading = log.subscribe({
    group: 'late',
    topics: [topic],
    from: [],
    signal: stopping.signal,
    onRecord: async ({ value }) => void ids.add((value as { id: string }).id),
  });
  await expect.poll(async () => (await log.lag()).late, { timeout: 15_000 }).toBe(0);
  stopping.abort();
  await reading;
  return ids.size;
}

test.each([
  ['retention.ms', { 'retention.ms': '500', 'segment.ms': '100' }],
  ['the broker’s retention.bytes', { 'segment.bytes': '1048576', 'segment.ms': '100' }],
])('a topic made beforehand loses nothing to %s', async (_, settings) => {
  if (missing) return;
  const { url, ours, nobodys } = await madeBeforehand(`n${Date.now()}`, settings);
  const log = await openKafkaLog(url);
  const producer = new Kafka({ brokers: [url.split('/')[2]!], logLevel: logLevel.NOTHING, retry: {} }).producer();
  await producer.connect();
  for (let n = 1; n <= EVENTS; n += 1) {
    await log.publish(topic, [eventOf('unit/a', n, 'x'.repeat(500))]);
    await producer.send({ topic: nobodys, messages: [{ value: 'x'.repeat(500) }] });
    await sleep(20);
  }
  await producer.disconnect();
  await expect.poll(() => lowOf(nobodys), { timeout: 15_000 }).toBeGreaterThan(0);
  await log.check();
  const seen = [await lowOf(ours), await readLate(log)];
  await log.close();
  expect(seen).toEqual([0, EVENTS]);
});

test('a compacted topic refuses the start by name', async ({ skip }) => {
  if (missing) return skip(missing);
  const { url, ours } = await madeBeforehand('compacted', { 'cleanup.policy': 'compact' });
  const log = await openKafkaLog(url);
  expect((await settingsOf(ours))['cleanup.policy']).toBe('delete');
  await log.publish(topic, [eventOf('unit/a', 1)]);
  await log.close();
  await set(ours, { 'cleanup.policy': 'compact' });
  await expect(openKafkaLog(url)).rejects.toThrow(
    /compacted\.competitions\.v1 的 cleanup\.policy.*1 records.*log anew/s,
  );
});

test('a topic gets its declared settings and keeps the others', async ({ skip }) => {
  if (missing) return skip(missing);
  const theirs = { 'segment.bytes': '2097152', 'min.insync.replicas': '1' };
  const harm = { 'max.message.bytes': '1000', 'compression.type': 'zstd', 'unclean.leader.election.enable': 'true' };
  const { url, ours } = await madeBeforehand('theirs', { ...theirs, ...harm, 'retention.ms': '1000' });
  const log = await openKafkaLog(url);
  await log.publish(topic, [eventOf('unit/a', 1, 'x'.repeat(5000))]);
  const kept = await settingsOf(ours);
  expect(kept).toMatchObject(theirs);
  expect(kept).toMatchObject(Object.fromEntries(configsOf('events').map(({ name, value }) => [name, value])));
  // Somebody sets it back while services run: readiness says so before anything is lost.
  await set(ours, { 'retention.bytes': '5000' });
  await expect(log.check()).rejects.toThrow(/theirs\.competitions\.v1 retention\.bytes=5000.*must be -1/s);
  await log.close();
});

test('nobody reads past lost records, also after a restart, and the report names where', async ({ skip }) => {
  if (missing) return skip(missing);
  const { url, ours } = await madeBeforehand('gap', {});
  let log = await openKafkaLog(url);
  await log.publish(
    topic,
    [1, 2, 3].map((n) => eventOf('unit/a', n)),
  );
  const seen: unknown[] = [];
  async function readFor(work: () => Promise<void>) {
    const stopping = new AbortController();
    const onRecord = async ({ value }: { value: unknown }) => void seen.push((value as { sequence: number }).sequence);
    const reading = log.subscribe({ group: 'slow', topics: [topic], from: [], signal: stopping.signal, onRecord });
    await work();
    stopping.abort();
    await reading;
  }
  await readFor(() => expect.poll(() => seen.length, { timeout: 15_000 }).toBe(3));
  await log.publish(
    topic,
    [4, 5, 6, 7, 8].map((n) => eventOf('unit/a', n)),
  );
  await lowOf(ours);
  await admin.deleteTopicRecords({ topic: ours, partitions: [{ partition: 0, offset: '5' }] });
  for (let restarts = 0; restarts < 2; restarts += 1) {
    await expect(log.check()).rejects.toThrow(/gap\.competitions\.v1 已丢失 5 条.*lost 5 records/s);
    expect(await log.held(topic)).toEqual({ records: 8, lost: 5 });
    await readFor(() => expect.poll(() => log.check().catch(String), { timeout: 15_000 }).toMatch(/partition 0: \d–4/));
    expect(seen).toEqual([1, 2, 3]);
    await log.close();
    log = await openKafkaLog(url);
  }
  await log.close();
});

async function settingsOf(name: string): Promise<Record<string, string>> {
  const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name }] });
  const own = resources[0]!.configEntries.filter(({ configSource }) => Number(configSource) === 1);
  return Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]));
}
