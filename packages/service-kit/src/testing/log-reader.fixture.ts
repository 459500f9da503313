// A reader of the whole log, from its beginning.
import type { CloudEvent } from '@jiangong/contracts';
import { expect } from 'vitest';
import { openKafkaLog } from '../log/kafka.ts';

/**
 * Every event of a topic as a reader meets it, until nothing more comes; some may come twice.
 * @example
 * ```ts no_run
 * const events = await readAll('kafka://localhost:9092', 'awards.v1');
 * console.log(events.length);
 * ```
 */
export async function readAll(logUrl: string, topic: string): Promise<CloudEvent[]> {
  const log = await openKafkaLog(logUrl);
  const stopping = new AbortController();
  const events: CloudEvent[] = [];
  const reading = log.subscribe({
    group: 'a-reader',
    topics: [topic],
    from: [],
    signal: stopping.signal,
    async onRecord({ value }) {
      events.push(value as CloudEvent);
    },
  });
  await expect.poll(async () => (await log.lag())['a-reader'], { timeout: 30_000 }).toBe(0);
  stopping.abort();
  await reading;
  await log.close();
  return events;
}
