// Several brokers: leaders die while records are being sent to all of them, and nothing that publish() resolved for is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { topics } from '@jiangong/contracts';
import { orMissing } from '@jiangong/servers';
import { kafkaSet } from '@jiangong/servers/sets';
import { expect, test } from 'vitest';
import { readAll } from '../testing/log-reader.fixture.ts';
import { eventOf } from './conformance.ts';
import { openKafkaLog } from './kafka.ts';

const STREAMS = 36;
const topic = topics.competitions;

test('events published while leaders die are on the log', async ({ skip }) => {
  const set = await orMissing(kafkaSet());
  if ('missing' in set) return skip(set.missing);
  const log = await openKafkaLog(set.at('set'));
  const sent: string[] = [];
  const publish = async (sequence: number) => {
    const events = Array.from({ length: STREAMS }, (_, stream) => eventOf(`unit/${stream}`, sequence));
    // As the relay does: a failed send is published again, whole.
    for (let published = false; !published; )
      published = await log.publish(topic, events).then(
        () => true,
        () => sleep(100, false),
      );
    sent.push(...events.map(({ id }) => id));
  };
  try {
    let sequence = 0;
    for (const member of set.members) {
      await publish(++sequence);
      await member.kill();
      for (let times = 0; times < 3; times += 1) await publish(++sequence);
      await member.again();
    }
    const seen = new Set((await readAll(set.at('set'), topic)).map(({ id }) => id));
    expect(sent.filter((id) => !seen.has(id))).toEqual([]);
  } finally {
    await log.close();
    await set.stop();
  }
}, 180_000);
