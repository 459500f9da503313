// Writes a log anew from the journals in MongoDB: into another namespace, when the old log is lost, or knows more than journals
// that were restored from a copy. No service may run meanwhile.
import { type CloudEvent, eventsFor, eventTopicsOf, type ServiceName, topics } from '@jiangong/contracts';
import type { EventLog } from '../log/port.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { publishAllStates } from '../relay/states.ts';
import type { Store } from '../store/port.ts';
import { refuseHalfMoved } from './mark.ts';
import { lookAtLog } from './target.ts';

const AT_ONCE = 500;

/**
 * Writes a log that was lost anew from the journals in MongoDB; no service may run meanwhile. Throws if there is no commit.
 * @returns events per service
 * @example
 * ```ts no_run
 * const written = await rebuildLog('mongodb://localhost:27017/jiangong', 'kafka://localhost:9092/second');
 * console.table(written);
 * ```
 */
export async function rebuildLog(storeUrl: string, logUrl: string): Promise<Record<string, number>> {
  const { openMongoStore } = await import('../store/mongo.ts');
  const { openKafkaLog } = await import('../log/kafka.ts');
  const services = Object.keys(topics) as ServiceName[];
  const stores = new Map<ServiceName, Store>();
  let log: EventLog | undefined;
  try {
    for (const service of services) {
      const store = await openMongoStore(storeUrl, service, []);
      stores.set(service, store);
      await refuseHalfMoved(service, store);
    }
    if (await isEmpty(stores))
      throw new Error(
        'STORE_URL：其中没有任何提交，未写入日志，请核对地址 / STORE_URL: it holds no commit, so no log was written; check the address',
      );
    const console = stores.get('console')!;
    const own = { table: 'log-anew', key: logUrlWithoutSecrets(logUrl) };
    await lookAtLog(logUrl, (await console.privateRow(own.table, own.key)) === 'writing');
    log = await openKafkaLog(logUrl);
    await console.write({ privateRows: [{ ...own, body: 'writing' }] });
    const written: Record<string, number> = {};
    for (const service of services) written[service] = await writeTopic(service, stores.get(service)!, log);
    await console.write({ privateRows: [{ ...own, body: undefined }] });
    return written;
  } finally {
    for (const store of stores.values()) await store.close();
    await log?.close();
  }
}

async function isEmpty(stores: ReadonlyMap<string, Store>): Promise<boolean> {
  for (const store of stores.values()) for await (const _ of store.journal()) return false;
  return true;
}

/** Where an interrupted writing is taken up again: the brokers and the namespace, without passwords and files. */
const logUrlWithoutSecrets = (url: string) => url.replace(/^kafka:\/\/([^@/]*@)?/, '').replace(/\?.*$/, '');

async function writeTopic(service: ServiceName, store: Store, log: EventLog): Promise<number> {
  let count = 0;
  let commits = 0;
  let events: CloudEvent[] = [];
  const send = async () => {
    for (const topic of eventTopicsOf(service)) await log.publish(topic.topic, eventsFor(topic, events));
    count += events.length;
    events = [];
  };
  for await (const commit of store.journal()) {
    commits += 1;
    events.push(...eventsOfCommit(service, commit));
    if (events.length >= AT_ONCE) await send();
  }
  await send();
  await publishAllStates(service, store, log);
  let now = 0;
  for await (const _ of store.journal()) now += 1;
  if (now !== commits)
    throw new Error(
      `${service}：重写日志期间有新的提交，说明仍有服务在运行。请全部停止后重复 / ` +
        `${service}: commits were written meanwhile, so a service still runs; stop all of them and repeat`,
    );
  return count;
}
