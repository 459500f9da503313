// One group's consumer: hands records out, keys side by side and each key in order, and lets an offset pass only when
// the effects of all records up to it are durable. A consumer that crashed is replaced by a new one, for ever. A partition of
// which records are missing is read up to the gap and no further: what came after it would hide what is missing from views.
import { setTimeout as sleep } from 'node:timers/promises';
import { isStateTopic } from '@jiangong/contracts';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { failpoint } from '../failpoint.ts';
import { HistoryLost } from './history-lost.ts';
import { contentOf, stateIn } from './kafka-record.ts';
import type { LogRecord, Subscription } from './port.ts';

export interface ConsumerOptions {
  kafka: Kafka;
  groupId: string;
  /** Topics as the cluster names them, and as services do. */
  topics: ReadonlyMap<string, string>;
  subscription: Subscription;
  /** Where the group goes on, by topic as the cluster names it; -1: at the beginning. */
  reached(): Promise<{ topic: string; partitions: { partition: number; offset: string }[] }[]>;
  /** Partitions that are not read on, with what is missing there. */
  gaps: Map<string, HistoryLost>;
  /** Tells whether records are being received now. */
  onState(connected: boolean): void;
}

const AGAIN_MS = 200;
const NEW_CONSUMER_MS = 1000;
const HEARTBEAT_MS = 2000;
/** Records handed out before the offset is moved on. */
const WINDOW = 64;
const PARTITIONS_AT_ONCE = 12;

/** Runs until the signal. */
export async function consume(options: ConsumerOptions): Promise<void> {
  const { signal } = options.subscription;
  while (!signal.aborted) {
    await consumeOnce(options);
    options.onState(false);
    if (!signal.aborted) await sleep(NEW_CONSUMER_MS, undefined, { signal }).catch(() => {});
  }
}

/** Runs until the signal, or until the consumer crashes. */
async function consumeOnce({ kafka, groupId, topics, subscription, reached, gaps, onState }: ConsumerOptions) {
  const { signal } = subscription;
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: 10_000,
    heartbeatInterval: HEARTBEAT_MS,
    rebalanceTimeout: 60_000,
    maxWaitTimeInMs: 300,
    allowAutoTopicCreation: false,
    // We make a new consumer ourselves.
    retry: { retries: 100_000, initialRetryTime: 200, maxRetryTime: 2000, restartOnFailure: async () => false },
  });
  let assigned: Promise<void> = Promise.resolve();
  /** The record that comes next, by partition: offsets follow each other, so a higher one tells that some are missing. */
  const next = new Map<string, number>();
  const reach = (place: string, offset: number) => next.set(place, Math.max(offset, next.get(place) ?? 0));
  async function onAssigned() {
    await subscription.onAssigned?.();
    for (const { topic, partitions } of await reached())
      for (const { partition, offset } of partitions) reach(`${topic}/${partition}`, Number(offset));
  }
  const ended = new Promise<void>((resolve) => {
    consumer.on(consumer.events.CRASH, () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  consumer.on(consumer.events.GROUP_JOIN, () => {
    onState(true);
    assigned = again(onAssigned, () => !signal.aborted).then(() => {});
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics.keys()], fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: async (payload) => {
        await assigned;
        const { topic, partition, messages } = payload.batch;
        const place = `${topic}/${partition}`;
        // What is missing of a state topic was replaced by newer states.
        const whole = isStateTopic(topics.get(topic)!) ? messages : withoutGap(messages, next.get(place) ?? 0);
        // The runner goes on behind what was resolved, also where its commit failed.
        const onResolved = (offset: string) => reach(place, Number(offset) + 1);
        if (!(await handOut(payload, whole, topics.get(topic)!, { ...subscription, onResolved }))) return;
        const beyond = messages[whole.length];
        if (!beyond) return;
        const [from, to] = [next.get(place) ?? 0, Number(beyond.offset) - 1];
        gaps.set(place, new HistoryLost(topic, to - from + 1, `partition ${partition}: ${from}–${to}`));
        payload.pause();
      },
    });
    await ended;
  } catch {
    // No broker, no coordinator: a new consumer tries again.
  }
  await leave(consumer);
}

async function leave(consumer: Consumer) {
  try {
    await consumer.disconnect();
  } catch {
    // It was lost already.
  }
}

/** The messages up to the first that does not follow the one before it. */
function withoutGap(messages: KafkaMessage[], next: number): KafkaMessage[] {
  let expected = next;
  for (const [at, { offset }] of messages.entries()) {
    // A lower one comes again.
    if (Number(offset) > expected) return messages.slice(0, at);
    expected = Math.max(expected, Number(offset) + 1);
  }
  return messages;
}

/** Never throws into the runner: what could not be done is fetched again. @returns whether all of them took effect */
async function handOut(
  payload: EachBatchPayload,
  messages: KafkaMessage[],
  topic: string,
  { onRecord, signal, onResolved }: Subscription & { onResolved(offset: string): void },
): Promise<boolean> {
  const { resolveOffset, heartbeat, commitOffsetsIfNecessary, uncommittedOffsets, isRunning, isStale } = payload;
  let lost = false;
  const goesOn = () => !lost && !signal.aborted && isRunning() && !isStale();
  const beat = async () => {
    try {
      await heartbeat();
    } catch {
      // The group is rebalancing or the broker is gone; the runner sees that itself as soon as we return.
      lost = true;
    }
  };
  const beating = setInterval(beat, HEARTBEAT_MS);
  try {
    for (let at = 0; at < messages.length; at += WINDOW) {
      if (!goesOn()) return false;
      const window = messages.slice(at, at + WINDOW);
      const lines = [...linesOf(window, topic).values()];
      const done = await Promise.all(lines.map((line) => handOutLine(line, onRecord, goesOn)));
      if (!done.every(Boolean)) return false;
      failpoint('before-offset');
      resolveOffset(window.at(-1)!.offset);
      onResolved(window.at(-1)!.offset);
      await beat();
      await commitOffsetsIfNecessary(uncommittedOffsets());
      failpoint('after-offset');
    }
    return true;
  } catch {
    // An offset that could not be committed is committed with the next, or its records come again.
    return false;
  } finally {
    clearInterval(beating);
  }
}

function linesOf(messages: KafkaMessage[], topic: string): Map<string, LogRecord[]> {
  const lines = new Map<string, LogRecord[]>();
  for (const message of messages) {
    const key = message.key?.toString() ?? '';
    const value = isStateTopic(topic) ? stateIn(topic, message) : contentOf(message);
    lines.set(key, [...(lines.get(key) ?? []), { topic, key, value }]);
  }
  return lines;
}

/** @returns whether all of the line took effect */
async function handOutLine(line: LogRecord[], onRecord: Subscription['onRecord'], goesOn: () => boolean) {
  for (const record of line) if (!(await again(() => onRecord(record), goesOn))) return false;
  return true;
}

/** Repeats until it succeeds or is to stop. @returns whether it succeeded */
async function again(work: () => Promise<void>, goesOn: () => boolean): Promise<boolean> {
  while (goesOn()) {
    try {
      await work();
      return true;
    } catch {
      await sleep(AGAIN_MS);
    }
  }
  return false;
}
