// Records as a broker hands them out, in both modes: the official libraries for JavaScript and Python read each as the event that
// was published. The topic of a service's events is in structured mode whatever the option says.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { awardGranted, type CloudEvent } from '@jiangong/contracts';
import { orMissing } from '@jiangong/servers';
import { pythonPackages } from '@jiangong/servers/toolchains';
import { Kafka as CloudEvents } from 'cloudevents';
import { Kafka, logLevel } from 'kafkajs';
import { expect, onTestFinished, test } from 'vitest';
import { eventsOfCommit } from '../relay/envelope.ts';
import type { Commit } from '../store/port.ts';
import { freshName, onServers, urls } from '../testing/servers.fixture.ts';
import { openKafkaLog } from './kafka.ts';

const at = (path: string) => fileURLToPath(new URL(`./cloud-events/${path}`, import.meta.url));
const packages = await orMissing(pythonPackages(at('requirements.txt')));
if (typeof packages !== 'string') process.stderr.write(`NOT RUN: CloudEvents in Python. ${packages.missing}\n`);

interface Read {
  key: string;
  value: string;
  headers: Record<string, string>;
}
const commit = {
  ...{ stream: 'grant/g1', version: 1, org: 'union', actor: 'zhao', time: '2025-01-20T01:00:00.000Z' },
  ...{ correlation: 'c1', causation: 'c2' },
  events: [{ type: awardGranted.type, version: awardGranted.version, data: awardGranted.example }],
};
const [event] = eventsOfCommit('awards', commit as unknown as Commit) as [CloudEvent];
const TOPICS = ['awards.v1', 'awards.grants.v1'] as const;

/** What a broker has of an event that was published on both topics. */
async function published(query: string): Promise<Record<string, Read>> {
  const namespace = freshName();
  const log = await openKafkaLog(`${urls.kafka}/${namespace}${query}`);
  onTestFinished(() => log.close());
  for (const topic of TOPICS) await log.publish(topic, [event]);
  const brokers = [urls.kafka.slice('kafka://'.length)];
  const consumer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).consumer({ groupId: freshName() });
  await consumer.connect();
  onTestFinished(() => consumer.disconnect());
  const topics = TOPICS.map((topic) => `${namespace}.${topic}`);
  await consumer.subscribe({ topics, fromBeginning: true });
  const found: Record<string, Read> = {};
  await new Promise<void>((resolve) => {
    void consumer.run({
      async eachMessage({ topic, message: { key, value, headers } }) {
        const texts = Object.entries(headers!).map(([name, text]) => [name, String(text)]);
        const read = { key: String(key), value: String(value), headers: Object.fromEntries(texts) };
        found[topic.slice(namespace.length + 1)] = read;
        if (Object.keys(found).length === TOPICS.length) resolve();
      },
    });
  });
  return found;
}
function inPython(records: Read[]): object[] {
  const said = execFileSync('python3', [at('read.py')], {
    input: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    env: { ...process.env, PYTHONPATH: packages as string },
    encoding: 'utf8',
  });
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

onServers('CloudEvents on real Kafka', () => {
  test.for([
    ['', 'application/cloudevents+json; charset=utf-8'],
    ['?grants=binary', 'application/json'],
  ] as const)('the topic of grants is read by the official libraries (option %j)', async ([query, type]) => {
    const found = await published(query);
    expect(found['awards.v1']!.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(found['awards.grants.v1']!.headers['content-type']).toBe(type);
    const { time, data, ...attributes } = event;
    const texts = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
    const records = Object.values(found);
    for (const record of records) {
      const { sequence, ...read } = JSON.parse(JSON.stringify(CloudEvents.toEvent(record as never)));
      expect({ ...read, sequence: String(sequence) }).toMatchObject({ ...texts, time, data });
    }
    if (typeof packages !== 'string') return;
    // A record's key is an attribute there.
    const expected = { ...texts, partitionkey: event.subject, time: '2025-01-20T01:00:00+00:00' };
    for (const read of inPython(records)) expect(read).toEqual({ ...expected, data: JSON.parse(JSON.stringify(data)) });
  });
});
