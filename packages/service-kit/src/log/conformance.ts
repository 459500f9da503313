// What every event log promises, as one suite; an engine's own test file only says how to open it.
import type { CloudEvent } from '@jiangong/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EventLog, LogRecord, Position } from './port.ts';

export interface LogEngine {
  name: string;
  fresh(): Promise<{ open(): Promise<EventLog>; remove(): Promise<void> }>;
}

const topic = 'competitions.v1';
export const eventOf = (stream: string, sequence: number, data: unknown = {}): CloudEvent => ({
  specversion: '1.0',
  id: `${stream}/${sequence}`,
  source: '/competitions',
  type: 'unit-amended',
  subject: stream,
  time: '2024-01-01T00:00:00Z',
  datacontenttype: 'application/json',
  dataschema: 'urn:jiangong:unit-amended:1',
  sequence,
  org: 'org-1',
  actor: 'sub',
  correlationid: 'c',
  causationid: 'c',
  data,
});

export function logConformance(engine: LogEngine) {
  describe(`an event log on ${engine.name}`, () => {
    let place: Awaited<ReturnType<LogEngine['fresh']>>;
    let log: EventLog;
    let stopping: AbortController;
    let subscribed: Promise<void>[];
    beforeEach(async () => {
      place = await engine.fresh();
      log = await place.open();
      stopping = new AbortController();
      subscribed = [];
    });
    afterEach(async () => {
      await stop();
      await log.close();
      await place.remove();
    });
    async function stop() {
      stopping.abort();
      await Promise.all(subscribed);
      stopping = new AbortController();
      subscribed = [];
    }
    /** Subscribes and collects; `kept` are the positions a subscriber would keep. */
    function listen(
      group: string,
      effect: (record: LogRecord) => Promise<void> = async () => {},
      from: Position[] = [],
    ) {
      const seen: CloudEvent[] = [];
      const kept = new Map(from.map((position) => [position.partition, position]));
      const onRecord = async (record: LogRecord) => {
        await effect(record);
        seen.push(record.value as CloudEvent);
        if (record.position) kept.set(record.position.partition, record.position);
      };
      const { signal } = stopping;
      subscribed.push(log.subscribe({ group, topics: [topic], from, onRecord, signal }));
      return { seen, kept, ids: () => seen.map(({ id }) => id) };
    }
    const bySubject = (events: CloudEvent[]) => {
      const lines: Record<string, number[]> = {};
      for (const { subject, sequence } of events) lines[subject] = [...(lines[subject] ?? []), sequence];
      return lines;
    };

    test('hands every event to every group, whole, each stream in its order', async () => {
      const [one, two] = [listen('one'), listen('two')];
      const events = [1, 2, 3].flatMap((sequence) =>
        ['a', 'b', 'c'].map((s) => eventOf(`unit/${s}`, sequence, { 文: '字' })),
      );
      await log.publish(topic, events.slice(0, 5));
      await log.publish(topic, events.slice(5));
      for (const { seen } of [one, two]) {
        await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(9);
        expect(Object.values(bySubject(seen))).toEqual([
          [1, 2, 3],
          [1, 2, 3],
          [1, 2, 3],
        ]);
        expect(seen.find(({ id }) => id === 'unit/b/2')).toEqual(events[4]);
      }
    });

    test('hands out what was published before anybody subscribed, and only of the subscribed topics', async () => {
      await log.publish('awards.v1', [eventOf('grant/x', 1)]);
      await log.publish(topic, [eventOf('unit/a', 1)]);
      const { ids } = listen('late');
      await expect.poll(ids, { timeout: 15_000 }).toEqual(['unit/a/1']);
    });

    test('hands a record out again until its effect succeeds, and the later ones of its key only then', async () => {
      let failures = 2;
      const { ids } = listen('stubborn', async (record) => {
        if ((record.value as CloudEvent).id === 'unit/a/1' && failures-- > 0) throw new Error('not now');
      });
      await log.publish(topic, [eventOf('unit/a', 1), eventOf('unit/a', 2)]);
      await expect.poll(() => new Set(ids()), { timeout: 20_000 }).toEqual(new Set(['unit/a/1', 'unit/a/2']));
      expect(ids().filter((id) => id === 'unit/a/1').length).toBeGreaterThanOrEqual(1);
      expect(ids().indexOf('unit/a/1')).toBeLessThan(ids().indexOf('unit/a/2'));
      expect(failures).toBeLessThan(0);
    });

    test('never hands out two records of a key at once', async () => {
      const busy = new Set<string>();
      let clashes = 0;
      const { seen } = listen('slow', async ({ key }) => {
        if (busy.has(key)) clashes += 1;
        busy.add(key);
        await new Promise((resolve) => setTimeout(resolve, 2));
        busy.delete(key);
      });
      await log.publish(
        topic,
        Array.from({ length: 40 }, (_, n) => eventOf(`unit/${n % 4}`, Math.floor(n / 4) + 1)),
      );
      await expect.poll(() => seen.length, { timeout: 20_000 }).toBe(40);
      expect(clashes).toBe(0);
    });

    test('a group goes on where it was, and loses nothing that was published meanwhile', async () => {
      const before = listen('resuming');
      await log.publish(topic, [eventOf('unit/a', 1), eventOf('unit/b', 1)]);
      await expect.poll(() => before.seen.length, { timeout: 15_000 }).toBe(2);
      await stop();
      await log.publish(topic, [eventOf('unit/a', 2)]);
      await log.close();
      log = await place.open();
      const after = listen('resuming', undefined, [...before.kept.values()]);
      await log.publish(topic, [eventOf('unit/b', 2)]);
      await expect.poll(() => new Set(after.ids()), { timeout: 20_000 }).toEqual(new Set(['unit/a/2', 'unit/b/2']));
    });

    test('tells how many records a topic was given, also after it was opened again', async () => {
      await log.publish('awards.v1', [eventOf('grant/x', 1)]);
      await log.publish(topic, [eventOf('unit/a', 1), eventOf('unit/b', 1), eventOf('unit/a', 2)]);
      expect(await log.held(topic)).toEqual({ records: 3, lost: 0 });
      await log.close();
      log = await place.open();
      await log.publish(topic, [eventOf('unit/a', 2)]);
      const held = await Promise.all([topic, 'awards.v1', 'console.v1'].map((name) => log.held(name)));
      expect(held).toEqual([4, 1, 0].map((records) => ({ records, lost: 0 })));
    });

    test('tells how far a group is behind', async () => {
      let go = () => {};
      const gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      const { seen } = listen('behind', () => gate);
      await log.publish(topic, [eventOf('unit/a', 1), eventOf('unit/a', 2), eventOf('unit/a', 3)]);
      await expect.poll(async () => (await log.lag()).behind, { timeout: 15_000 }).toBeGreaterThan(0);
      go();
      await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(3);
      await expect.poll(async () => (await log.lag()).behind, { timeout: 15_000 }).toBe(0);
    });

    test('hands out states to everybody who follows them, a tombstone also to who was away, and never less than the newest', async () => {
      const states = 'people.state.v1';
      const stateOf = (revision: number, name?: string) => ({
        ...{ topic: states, key: 'p', org: 'o', revision },
        ...(name ? { value: { externalId: '1', name } } : {}),
      });
      const followed = (group: string) => {
        const seen: unknown[] = [];
        const onRecord = async ({ value }: LogRecord) => void seen.push(value);
        subscribed.push(log.subscribe({ group, topics: [topic, states], from: [], onRecord, signal: stopping.signal }));
        return seen;
      };
      const early = followed('early');
      await log.publishStates([stateOf(1, '甲'), { ...stateOf(1, '乙'), key: 'q' }]);
      await expect.poll(() => early.length, { timeout: 15_000 }).toBe(2);
      await log.publishStates([stateOf(2)]);
      await expect.poll(() => early.at(-1), { timeout: 15_000 }).toEqual(stateOf(2));
      const late = followed('late');
      await expect
        .poll(() => late.filter((state) => (state as { key: string }).key === 'p').at(-1), { timeout: 15_000 })
        .toEqual(stateOf(2));
      await expect.poll(() => late, { timeout: 15_000 }).toContainEqual({ ...stateOf(1, '乙'), key: 'q' });
      await expect.poll(async () => (await log.lag()).late, { timeout: 15_000 }).toBe(0);
    });

    test('publishes thousands at once', async () => {
      const { seen } = listen('many');
      await log.publish(
        topic,
        Array.from({ length: 3000 }, (_, n) =>
          eventOf(`unit/${n % 50}`, Math.floor(n / 50) + 1, { text: '字'.repeat(100) }),
        ),
      );
      await expect.poll(() => seen.length, { timeout: 30_000 }).toBe(3000);
      for (const line of Object.values(bySubject(seen))) expect(line).toEqual(line.toSorted((a, b) => a - b));
    });
  });
}
