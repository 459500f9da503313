// Where an installation is moved to: looked at without writing anything. It must be empty, or hold what an interrupted move of
// the same folder left there; and nobody may serve it.
import { isDeepStrictEqual } from 'node:util';
import { eventTopics, topics } from '@jiangong/contracts';
import { type Admin, Kafka } from 'kafkajs';
import { HistoryLost } from '../log/history-lost.ts';
import { kafkaConnection } from '../log/kafka-connection.ts';
import { connectMongo } from '../store/mongo.ts';
import type { Commit } from '../store/port.ts';
import { MARK, type Mark } from './mark.ts';
import type { SourceJournal } from './source.ts';

const WHAT_TO_DO =
  '请换用另一个数据库名与命名空间，或在确认无人需要后删除这些数据库与主题 / ' +
  'name another database and namespace, or drop these databases and topics once you are sure that nobody needs them';
const holds = (what: string) =>
  new Error(
    `迁移目标已有数据，未写入任何内容：${what}。${WHAT_TO_DO} (the target holds data, nothing was written: ${what})`,
  );

/** @returns the mark of this folder's own move, or nothing if the database is empty. @throws if it holds anything else */
export async function lookAtStore(
  storeUrl: string,
  service: string,
  source: { id: string; journal: SourceJournal | undefined },
): Promise<Mark | undefined> {
  const connection = await connectMongo(storeUrl, service);
  try {
    const db = connection.db!;
    const collections = await db.listCollections({}, { nameOnly: true }).toArray();
    const filled: string[] = [];
    for (const { name } of collections)
      if (name !== 'views' && (await db.collection(name).findOne({}, { projection: { _id: 1 } }))) filled.push(name);
    if (filled.length === 0) return undefined;
    const what = `${db.databaseName} (${filled.join(', ')})`;
    const kept = db.collection<{ _id: string; body?: unknown }>('kept');
    const mark = (await kept.findOne({ _id: `${MARK.table}/${MARK.key}` }))?.body as Mark | undefined;
    if (mark?.source !== source.id) throw holds(what);
    if (mark.state === 'moved') return mark;
    for await (const document of db.collection('commits').find()) {
      const { _id, pending, keep, ...found } = document as unknown as Commit & Record<string, unknown>;
      if (!same(source.journal?.commit(found.stream, found.version), found)) throw holds(`${what}: ${String(_id)}`);
    }
    for await (const { _id, body } of kept.find({ _id: { $ne: `${MARK.table}/${MARK.key}` } })) {
      const [table, ...key] = _id.split('/');
      // A service that was refused its start leaves a secret of its own, which the folder's replaces.
      if (table !== 'secret' && !same(source.journal?.keptRow(table!, key.join('/')), body))
        throw holds(`${what}: ${_id}`);
    }
    return mark;
  } finally {
    await connection.close();
  }
}
/** As they are stored: what is undefined is not there. */
export const same = (a: unknown, b: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a ?? null)), JSON.parse(JSON.stringify(b ?? null)));

/** @param own whether records may be there, of this folder's own interrupted move */
export const lookAtLog = (logUrl: string, own: boolean): Promise<void> =>
  withAdmin(logUrl, async (admin, named) => {
    const groups = (await admin.listGroups()).groups.map(({ groupId }) => groupId);
    const ours = groups.filter((group) =>
      Object.keys(topics).some((service) => group === named(service) || group.startsWith(`${named(service)}.`)),
    );
    const described = ours.length === 0 ? [] : (await admin.describeGroups(ours)).groups;
    const served = described.filter(({ members }) => members.length > 0);
    if (served.length > 0) {
      const who = served.map(({ groupId, members }) => `${groupId} (${members.map(({ clientHost }) => clientHost)})`);
      throw new Error(
        `迁移目标正由运行中的服务使用：消费组 ${who}。请先停止，或换用其他地址；未写入任何内容 / ` +
          `running services use the target: consumer groups ${who}; stop them or choose other addresses; nothing was written`,
      );
    }
    const known = await admin.listTopics();
    for (const topic of eventTopics.map(named)) {
      if (!known.includes(topic)) continue;
      const partitions = await admin.fetchTopicOffsets(topic);
      const sum = (mark: 'high' | 'low') => partitions.reduce((sum, partition) => sum + Number(partition[mark]), 0);
      if (sum('low') > 0) throw new HistoryLost(topic, sum('low'));
      if (!own && sum('high') > 0) throw holds(`${topic} (${sum('high')} 条记录 records)`);
    }
  });

/** What reading the log once has left at the broker. */
export const forgetGroup = (logUrl: string, group: string): Promise<void> =>
  withAdmin(logUrl, async (admin, named) => {
    await admin.deleteGroups([named(group)]).catch(() => {});
  });

async function withAdmin<T>(logUrl: string, work: (admin: Admin, named: (name: string) => string) => Promise<T>) {
  const { connection, named } = kafkaConnection(logUrl);
  const admin = new Kafka(connection).admin();
  await admin.connect();
  try {
    return await work(admin, named);
  } finally {
    await admin.disconnect();
  }
}
