// Several brokers: leaders die while records are being sent to all of them, and nothing that publish() resolved for is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { type CloudEvent, topics } from '@jiangong/contracts';
import { orMissing } from '@jiangong/servers';
import { kafkaSet } from '@jiangong/servers/sets';
import { expect, test } from 'vitest';
import { eventOf } from './conformance.ts';
import { openKafkaLog } from './kafka.ts';

const STREAMS = 36;
const topic = topics.competitions;

test('what is published while leaders die is on the log', async ({ skip }) => {
  const set = await orMissing(kafkaSet());
  if ('missing' in set) return skip(set.missing);
  const log = await openKafkaLog(set.at('set'));
  const sent: string[] = [];
  const publish = async (sequence: number) => {
    const events = Array.from({ length: STREAMS }, (_, stream) => eventOf(`unit/${stream}`, sequence));
    // As the pass does: whatever fails is told again, whole.
    for (let told = false; !told; )
      told = await log.publish(topic, events).then(
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
    const seen = new Set<string>();
    const stopping = new AbortController();
    const listening = log.subscribe({
      group: 'all',
      topics: [topic],
      from: [],
      signal: stopping.signal,
      async onRecord({ value }) {
        seen.add((value as CloudEvent).id);
      },
    });
    await expect.poll(() => sent.filter((id) => !seen.has(id)), { timeout: 20_000 }).toEqual([]);
    stopping.abort();
    await listening;
  } finally {
    await log.close();
    await set.stop();
  }
}, 180_000);
