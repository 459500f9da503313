// What must hold when everything has come to rest, counted from what is durable alone.
import { createHash } from 'node:crypto';
import type { CloudEvent } from '@jiangong/contracts';
import type { Topic } from './log.ts';
import { eventTopics } from './mirror.ts';
import type { Disk } from './store.ts';

/** What a client was answered, and the stream's version before its first attempt. */
export interface Acknowledged {
  stream: string;
  version: number;
  before: number;
}
interface Rest {
  disk: Disk;
  topic: Topic;
  acknowledged: ReadonlyMap<string, Acknowledged>;
  /** The rows of all changes by number, and those that a reader was given who went on after the last number each time. */
  numbers: ReadonlyMap<number, string>;
  followed: readonly { number: number; key: string }[];
  shadowOf(unit: string): string;
  mirrorOf(unit: string): string;
  /** What a mirror shows of its unit's name, if anything. */
  mirrored(name: string): string | undefined;
}
interface Named {
  name: string;
}

export function check(rest: Rest): string[] {
  const { disk, topic, acknowledged, numbers, followed, shadowOf, mirrorOf, mirrored } = rest;
  const faults: string[] = [];
  const streams = new Map<string, { sequence: number; type: string; name: string }[]>();
  const sorted = [...disk.commits].sort((a, b) => a.version - b.version);
  const hashes = new Map<string, string>();
  for (const { hash, ...commit } of sorted.filter(({ events }) => events.length > 0)) {
    const text = `${hashes.get(commit.stream) ?? ''}${JSON.stringify(commit)}`;
    if (hash !== createHash('sha256').update(text).digest('hex'))
      faults.push(`${commit.stream} ${commit.version} does not follow from the commit before it`);
    hashes.set(commit.stream, hash!);
  }
  for (const { stream, version, events } of sorted)
    for (const [index, { type, data }] of events.entries()) {
      const line = streams.get(stream) ?? [];
      line.push({ sequence: version + index, type, name: (data as Named).name });
      streams.set(stream, line);
    }

  for (const [cause, { stream, version, before }] of acknowledged) {
    const times = disk.commits.filter((commit) => commit.cause === cause);
    if (times.length === 0) faults.push(`lost: ${cause}`);
    if (times.length > 1) faults.push(`twice: ${cause}`);
    const [first] = times;
    if (first && first.stream !== stream && first.events.length > 0) faults.push(`elsewhere: ${cause}`);
    if (version < before) faults.push(`answered from the past: ${cause} at ${version}, it was at ${before}`);
  }
  for (const [stream, line] of streams) {
    if (line.some(({ sequence }, index) => sequence !== index + 1)) faults.push(`gap in ${stream}`);
    const row = disk.rows.get(`units/${stream.split('/')[1]}`);
    const body = row?.body as (Named & { changes: number }) | undefined;
    if (body?.name !== line.at(-1)!.name || body.changes !== line.length) faults.push(`row of ${stream} is wrong`);
  }

  const numbered = [...numbers.values()];
  for (const [stream, line] of streams)
    for (const { sequence } of line) {
      const times = numbered.filter((key) => key === `${stream}/${String(sequence).padStart(3, '0')}`).length;
      if (times !== 1) faults.push(`${stream} ${sequence} was numbered ${times} times`);
    }
  for (const [index, { number, key }] of followed.entries())
    if (number !== index + 1 || numbers.get(number) !== key) {
      faults.push(`whoever followed was given ${number} after ${index}`);
      break;
    }

  for (const { topic: name } of eventTopics) {
    const seen = new Map<string, number[]>();
    for (const { key, value } of topic.partitions.flatMap(({ records }) => records).filter((r) => r.topic === name)) {
      const line = seen.get(key) ?? [];
      const { sequence } = value as CloudEvent;
      if (!line.includes(sequence)) seen.set(key, [...line, sequence]);
    }
    for (const [stream, line] of streams)
      if (JSON.stringify(seen.get(stream)) !== JSON.stringify(line.map(({ sequence }) => sequence)))
        faults.push(`${stream} was published on ${name} as ${JSON.stringify(seen.get(stream))}`);
  }

  // Every amendment called echo… was repeated to the shadow exactly once, in order.
  for (const [stream, line] of streams) {
    const echoes = line.filter(({ type, name }) => type === 'unit-amended' && name.startsWith('echo'));
    if (echoes.length === 0) continue;
    const expected = echoes.map(({ name }) => `${name.slice(4)};`).join('');
    const shadow = streams.get(`unit/${shadowOf(stream.split('/')[1]!)}`)?.at(-1)?.name;
    if (shadow !== expected) faults.push(`the shadow of ${stream} is ${shadow}, not ${expected}`);
  }
  // A unit's mirror shows each of some names once, as long as the next is the same.
  for (const [stream, line] of streams) {
    const shown = line.flatMap(({ type, name }) => (type === 'unit-amended' ? (mirrored(name) ?? []) : []));
    if (shown.length === 0) continue;
    const expected = shown.filter((name, index) => name !== shown[index - 1]).join();
    const mirror = streams.get(`unit/${mirrorOf(stream.split('/')[1]!)}`)?.map(({ name }) => name);
    if (mirror?.join() !== expected) faults.push(`the mirror of ${stream} showed ${mirror}, not ${expected}`);
  }
  const deadlines = disk.commits.filter(({ actor }) => actor === 'system:deadline');
  for (const { correlation } of deadlines)
    if (deadlines.filter((other) => other.correlation === correlation).length > 1)
      faults.push(`fired twice: ${correlation}`);
  return faults;
}
