// The privacy scan: looks through all that a year leaves behind for names and employee numbers of persons. Journals and events
// hold ids only, and so do logs; what HR is delivered and what private rows hold is not searched.
import { eventTopics } from '@jiangong/contracts';
import type { EventLog } from '../log/port.ts';
import type { Store } from '../store/port.ts';

export { type NumberKind, numbersIn } from './numbers.ts';

/** A person who must not be found. */
interface Known {
  name: string;
  externalId: string;
}
/** A text, and where it stands. */
export interface Output {
  where: string;
  text: string;
}

/**
 * Searches texts for the names and numbers of persons; throws if there are no persons.
 * @param persons whose names and numbers must not occur; a number counts only as a whole word
 * @returns each finding with where it stands, and never the name itself
 * @example
 * ```ts
 * const persons = [{ name: '张三丰', externalId: '0417' }];
 * await scanForPersons([{ where: 'log, line 1', text: '张三丰 signed in' }], persons); // → ['log, line 1: a name']
 * ```
 */
export async function scanForPersons(
  output: Iterable<Output> | AsyncIterable<Output>,
  persons: readonly Known[],
): Promise<string[]> {
  if (persons.length === 0) throw new Error('a scan for nobody finds nothing');
  const any = (texts: string[]) => [...new Set(texts)].map(RegExp.escape).join('|');
  const names = new RegExp(any(persons.map(({ name }) => name)), 'u');
  const numbers = new RegExp(`(?<![\\w-])(?:${any(persons.map(({ externalId }) => externalId))})(?![\\w-])`, 'u');
  const found: string[] = [];
  for await (const { where, text } of output) {
    if (names.test(text)) found.push(`${where}: a name`);
    if (numbers.test(text)) found.push(`${where}: an employee number`);
  }
  return found;
}

/**
 * Every commit of the journals.
 * @example
 * ```ts
 * import { counter } from '@jiangong/service-kit/counter';
 * import { openSqliteStore } from '@jiangong/service-kit/store/sqlite';
 * const store = await openSqliteStore('memory:', 'competitions', []);
 * await Array.fromAsync(journalsOf([{ manifest: counter, store }])); // → []
 * await store.close();
 * ```
 */
export async function* journalsOf(
  runtimes: readonly { manifest: { name: string }; store: Pick<Store, 'journal'> }[],
): AsyncIterable<Output> {
  for (const { manifest, store } of runtimes)
    for await (const commit of store.journal())
      yield { where: `journal of ${manifest.name}, ${commit.stream}/${commit.version}`, text: JSON.stringify(commit) };
}

/**
 * Every event of the log, as any reader meets it.
 * @example
 * ```ts
 * import { openEngine } from '@jiangong/service-kit/engine';
 * import { pino } from 'pino';
 * const tools = { options: {}, logger: pino({ level: 'silent' }), now: '2024-05-06T08:00:00Z' };
 * const { log } = await openEngine({ STORE_URL: 'memory:', LOG_URL: 'memory:' }, tools);
 * await eventsIn(log); // → []
 * await log.close();
 * ```
 */
export async function eventsIn(log: EventLog): Promise<Output[]> {
  const stopping = new AbortController();
  const group = 'privacy-scan';
  const events: Output[] = [];
  const reading = log.subscribe({
    group,
    topics: eventTopics,
    from: [],
    signal: stopping.signal,
    async onRecord({ topic, key, value }) {
      events.push({ where: `${topic}, ${key}`, text: JSON.stringify(value) });
    },
  });
  const held = await Promise.all(eventTopics.map((topic) => log.held(topic)));
  const records = held.reduce((sum, { records }) => sum + records, 0);
  while (events.length < records) await new Promise((resolve) => setTimeout(resolve, 20));
  stopping.abort();
  await reading;
  return events;
}

/**
 * Lines of a log file or of what a process printed.
 * @example
 * ```ts
 * linesOf('log', 'started\nstopped')[1]; // → { where: 'log, line 2', text: 'stopped' }
 * ```
 */
export const linesOf = (where: string, text: string): Output[] =>
  text.split('\n').map((line, at) => ({ where: `${where}, line ${at + 1}`, text: line }));
