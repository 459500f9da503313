// What an archive holds: per service the commits of its journal, one a line, as the exact text that their hashes are made of.
import { createHash } from 'node:crypto';
import { definitionOf, type EventType, type JiangongEvent, readData } from '@jiangong/contracts';

/** A commit as it stands in an archive. */
export interface ArchivedCommit {
  stream: string;
  /** Number of its first event in the stream. */
  version: number;
  events: { type: string; version: number; data: unknown }[];
  actor: string;
  time: string;
  hash?: string;
}
/** An event with where it stands, who caused it and when. */
export type Fact<T extends EventType = EventType> = Extract<JiangongEvent, { type: T }> & {
  stream: string;
  version: number;
  by: string;
  at: string;
};

const HASH = /,"hash":"([0-9a-f]{64})"\}$/;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Commits by line; `broken`: those that do not follow from the one before in their stream. */
export function readCommits(text: string): { commits: ArchivedCommit[]; broken: string[] } {
  const heads = new Map<string, { hash: string; next: number }>();
  const broken: string[] = [];
  const commits = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const commit: ArchivedCommit = JSON.parse(line);
      const { stream, version, events } = commit;
      if (events.length === 0) return commit;
      const head = heads.get(stream) ?? { hash: '', next: 1 };
      const found = digest(head.hash + line.replace(HASH, '}'));
      if (version !== head.next || (commit.hash !== undefined && commit.hash !== found))
        broken.push(`${stream} ${version}`);
      heads.set(stream, { hash: found, next: version + events.length });
      return commit;
    });
  return { commits, broken };
}

/** The events of all commits in today's shape, stream by stream; what this program does not know is left out. */
export function factsOf(commits: readonly ArchivedCommit[]): Fact[] {
  return commits.flatMap(({ stream, version: first, events, actor, time }) =>
    events.flatMap(({ type, version, data }, at) => {
      const definition = definitionOf(type);
      if (!definition) return [];
      const today = version === definition.version ? data : readData(definition, version, data);
      return [{ type, data: today, stream, version: first + at, by: actor, at: time } as unknown as Fact];
    }),
  );
}

/** The events by stream, in order. */
export function byStream(facts: readonly Fact[], noun: string): Map<string, Fact[]> {
  const streams = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (!fact.stream.startsWith(`${noun}/`)) continue;
    const own = streams.get(fact.stream) ?? [];
    own.push(fact);
    streams.set(fact.stream, own);
  }
  return streams;
}

/** Whether an event is of one of these types. */
export const isOf = <T extends EventType>(fact: Fact, ...types: T[]): fact is Fact<T> =>
  (types as EventType[]).includes(fact.type);
