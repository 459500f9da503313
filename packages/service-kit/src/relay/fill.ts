// Topics that an earlier release did not have: at the first start with them they are given what the journal holds, before
// anything newer; an interrupted start begins again, and what comes twice is of a known revision.
import { type EventTopic, eventsFor, type NewEvent, type ServiceName, stateTopicsOf } from '@jiangong/contracts';
import { statesAfter } from '../command/handle.ts';
import type { AnyStream } from '../define/any.ts';
import { failpoint } from '../failpoint.ts';
import type { EventLog } from '../log/port.ts';
import type { Commit, PrivateRow, Store } from '../store/port.ts';
import { eventsOfCommit } from './envelope.ts';
import { filledAs } from './naming.ts';
import { rowsOfStates } from './states.ts';

/** Names of topics that hold all that the journal did when they were new. */
const FILLED = 'topics';
const PAGE = 500;

export interface FillDeps {
  service: ServiceName;
  store: Store;
  log: Pick<EventLog, 'publish'>;
  rules: Record<string, AnyStream>;
  topics: readonly EventTopic[];
}

export async function fillNewTopics({ service, store, log, rules, topics }: FillDeps): Promise<void> {
  const events = topics.filter(({ noun }) => noun !== undefined);
  const filled = new Set((await store.privateRows(FILLED)).map(({ key }) => key));
  const isNew = (topic: string) => !filled.has(filledAs(topic));
  const made = [...events.map(({ topic }) => topic), ...stateTopicsOf(service)].filter(isNew);
  if (made.length === 0) return;

  async function fill(page: Commit[]) {
    const published = page.flatMap((commit) => eventsOfCommit(service, commit));
    for (const topic of events) {
      const own = eventsFor(topic, published);
      if (own.length > 0 && isNew(topic.topic)) await log.publish(topic.topic, own);
    }
    const rows = page.flatMap((commit) =>
      statesIn(commit).filter(({ table, body }) => isNew(topicOf({ table, body }))),
    );
    if (rows.length > 0) await store.write({ privateRows: rows });
    failpoint('in-fill');
  }
  function statesIn(commit: Commit): PrivateRow[] {
    const rule = rules[commit.stream.split('/')[0]!];
    return rule ? rowsOfStates(statesAfter(rule, commit.events as NewEvent[]), commit) : [];
  }

  const page: Commit[] = [];
  for await (const commit of store.journal()) {
    page.push(commit);
    if (page.length === PAGE) await fill(page.splice(0));
  }
  await fill(page);
  await store.write({ privateRows: made.map((topic) => ({ table: FILLED, key: filledAs(topic), body: true })) });
}
/** The topic of a state's row, or of the note that it is owed. */
const topicOf = ({ table, body }: Pick<PrivateRow, 'table' | 'body'>): string =>
  (body as { topic?: string }).topic ?? table;
