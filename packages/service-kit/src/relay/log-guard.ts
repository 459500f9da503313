// Verifies the log against the journal before publishing. The log is stored apart from the journal, so it can come back empty
// (a lost volume), older (a wrong backup) or belong to another installation (a wrong address), and unread records would be lost
// silently; a topic that clears its oldest records loses them the same way. So before the first record, after a failure and
// after a pause, the guard compares the log's record count with the journal's and checks that the first record is still there.
import { type CloudEvent, type EventTopic, eventsFor } from '@jiangong/contracts';
import { HistoryLost } from '../log/history-lost.ts';
import type { EventLog } from '../log/port.ts';
import type { Store } from '../store/port.ts';

export class LogLost extends Error {
  constructor(topic: string, held: number, published: number) {
    super(
      `日志主题 ${topic} 只有 ${held} 条记录，而日志账已发布 ${published} 次提交：日志已丢失，或不是这一套的。在此之前不再发布；` +
        `请停止全部服务并按 docs/operations.md「Backup and restore」重写日志 / ` +
        `the log's topic ${topic} holds ${held} records, but the journal has published ${published} commits to it: the log was lost, or is ` +
        'another one. Publishing stops until it is mended: stop all services and rebuild the log, see docs/operations.md, Backup and restore',
    );
    this.name = 'LogLost';
  }
}

export interface LogGuard {
  publish(events: CloudEvent[]): Promise<void>;
  /** Throws {@link LogLost} if the log holds fewer records than were published, {@link HistoryLost} if its first records are gone. */
  check(): Promise<void>;
}

/** In less time than that no log comes back as another. */
const SURE_MS = 1000;

/**
 * Publishes the same events to several topics; resolves when all of them have theirs.
 * @param elapsed milliseconds, from wherever
 */
export function publisherOf(
  topics: readonly EventTopic[],
  store: Pick<Store, 'publishedCount'>,
  log: Pick<EventLog, 'publish' | 'held'>,
  elapsed?: () => number,
): LogGuard {
  const guards = topics.map((topic) => ({ topic, guard: logGuardOf(topic, store, log, elapsed) }));
  return {
    async publish(events) {
      for (const { topic, guard } of guards) {
        const own = eventsFor(topic, events);
        if (own.length > 0) await guard.publish(own);
      }
    },
    async check() {
      for (const { guard } of guards) await guard.check();
    },
  };
}

/** @param elapsed milliseconds, from wherever */
export function logGuardOf(
  { topic, noun }: EventTopic,
  store: Pick<Store, 'publishedCount'>,
  log: Pick<EventLog, 'publish' | 'held'>,
  elapsed: () => number = () => performance.now(),
): LogGuard {
  /** How many records it must hold; unknown until the journal was read. */
  let least: number | undefined;
  let sureUntil = Number.NEGATIVE_INFINITY;
  async function check() {
    if (elapsed() < sureUntil) return;
    // The journal is read first: commits published meanwhile, here or by other copies, are then in the log.
    least ??= await store.publishedCount(noun);
    const expected = least;
    const { records, lost } = await log.held(topic);
    if (records < expected) throw new LogLost(topic, records, expected);
    if (lost > 0) throw new HistoryLost(topic, lost);
    least = Math.max(least, records);
    sureUntil = elapsed() + SURE_MS;
  }
  return {
    async publish(events) {
      await check();
      sureUntil = Number.NEGATIVE_INFINITY;
      await log.publish(topic, events);
      least! += events.length;
      sureUntil = elapsed() + SURE_MS;
    },
    check,
  };
}
