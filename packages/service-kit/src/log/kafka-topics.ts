// The topics of an installation: each is declared here once, by its kind, and made so. One that is there already, made by
// somebody else or under the broker's own limits, is set to its declaration; where that is refused, so is the start.
import { setTimeout as sleep } from 'node:timers/promises';
import { eventTopics, stateTopics } from '@jiangong/contracts';
import type { Admin, ConfigSource } from 'kafkajs';

/**
 * `events` keep every record for ever, since newcomers learn the past from them; `states` keep the last record of each key, so
 * that newcomers learn what holds, and what was erased goes from the brokers' disks.
 */
export type TopicKind = 'events' | 'states';
export const declared: ReadonlyMap<string, TopicKind> = new Map<string, TopicKind>([
  ...eventTopics.map((topic) => [topic, 'events'] as const),
  ...Object.keys(stateTopics).map((topic) => [topic, 'states'] as const),
]);
export const PARTITIONS = 12;

// Kafka's numbers of a resource and of where a setting comes from; the client's names of them cannot be imported in Node.
const TOPIC = 2;
const SET_ON_THE_TOPIC = 1;

interface Setting {
  /** What it is set to. */
  value: string;
  /** Other values that do no harm; none unless said. */
  allows?(value: string): boolean;
}
/**
 * What could take records away, keep them from being written, or keep our client from reading them. Not here, since it does
 * neither while retention is endless: segment.*, delete.retention.ms, local.retention.* (what leaves the disk is in the remote
 * tier), message.timestamp.* (a clock an hour off is refused until it is set right, and nothing is lost meanwhile).
 * min.insync.replicas is the operator's, as is the number of replicas.
 */
const always: Record<string, Setting> = {
  'retention.ms': { value: '-1' },
  'retention.bytes': { value: '-1' },
  // A replica that had fallen behind becomes the leader, and what it lacks is gone.
  'unclean.leader.election.enable': { value: 'false' },
  // A send of SEND_LIMIT, with room for its headers.
  'max.message.bytes': { value: '1048588', allows: (value) => Number(value) >= 1_048_588 },
  // The client reads no other.
  'compression.type': { value: 'producer', allows: (value) => value === 'gzip' || value === 'uncompressed' },
};
const HUNDRED_YEARS_MS = 3_155_760_000_000;
const DAY_MS = 86_400_000;
export const settings: Record<TopicKind, Record<string, Setting>> = {
  events: { 'cleanup.policy': { value: 'delete' }, ...always },
  states: {
    'cleanup.policy': { value: 'compact' },
    ...always,
    // A tombstone, which holds an id and nothing personal, waits for followers that were away for however long.
    'delete.retention.ms': { value: String(HUNDRED_YEARS_MS) },
    // What was erased is not left on the disk because little else changes.
    'max.compaction.lag.ms': { value: String(DAY_MS), allows: (value) => Number(value) <= DAY_MS },
  },
};
export const configsOf = (kind: TopicKind) =>
  Object.entries(settings[kind]).map(([name, { value }]) => ({ name, value }));

type Topics = Pick<Admin, 'listTopics' | 'createTopics' | 'fetchTopicOffsets' | 'describeConfigs' | 'alterConfigs'>;
/** A topic's setting as it is, and as it must be. */
interface Misfit {
  topic: string;
  setting: string;
  is: string;
  mustBe: string;
}

export class TopicUnfit extends Error {
  constructor(misfits: Misfit[], why: string) {
    const named = misfits.map(({ topic, setting, is, mustBe }) => ({ topic, is: `${setting}=${is}`, mustBe }));
    super(
      `日志主题设置不符，历史会丢失或无法写读：${named.map(({ topic, is, mustBe }) => `${topic} ${is}，须为 ${mustBe}`).join('；')}` +
        `（${why}）。请由 Kafka 管理员用 kafka-configs.sh --alter --entity-type topics 改正，或授予本账户 DescribeConfigs 与 AlterConfigs 权限，再启动 / ` +
        `settings of the log's topics would lose history or stop it: ${named.map(({ topic, is, mustBe }) => `${topic} ${is}, must be ${mustBe}`).join('; ')} ` +
        `(${why}). Have Kafka's administrator set them by kafka-configs.sh --alter --entity-type topics, or grant this account DescribeConfigs and AlterConfigs, then start`,
    );
    this.name = 'TopicUnfit';
  }
}

export class TopicCompacted extends Error {
  constructor(topic: string, records: number) {
    super(
      `日志主题 ${topic} 的 cleanup.policy 含 compact 且已有 ${records} 条记录：历史可能已被压缩掉。` +
        '请停止全部服务，按 docs/operations.md「Backup and restore」把日志重写到另一个命名空间 / ' +
        `the log's topic ${topic} has a cleanup.policy with compact and holds ${records} records: history may have been compacted away. ` +
        'Stop all services and write the log anew into another namespace, see docs/operations.md, Backup and restore',
    );
    this.name = 'TopicCompacted';
  }
}

const reasonOf = (error: unknown) => (error as { type?: string }).type ?? String((error as Error).message ?? error);

/**
 * Makes the topics that are missing, and sets those that are there to their declaration.
 *
 * @param tries how often the brokers are asked, a tenth of a second apart, before their answer counts
 * @throws what cannot be set, by name
 */
export async function makeTopics(admin: Topics, named: (topic: string) => string, tries = 100): Promise<void> {
  const known = await admin.listTopics();
  const missing = [...declared].filter(([topic]) => !known.includes(named(topic)));
  const made = missing.map(([topic, kind]) => ({
    topic: named(topic),
    numPartitions: PARTITIONS,
    configEntries: configsOf(kind),
  }));
  // Made by another process meanwhile is as good: its settings are looked at below.
  if (made.length > 0) await admin.createTopics({ topics: made, waitForLeaders: false });
  // A leader is announced before it serves; a record sent meanwhile would be sent again, and come twice.
  for (const topic of declared.keys()) await insist(tries, () => admin.fetchTopicOffsets(named(topic)));
  const described = await describe(admin, named);
  for (const { topic, kind, entries } of described)
    if (kind === 'events' && /compact/.test(settingOf(entries, 'cleanup.policy'))) {
      const partitions = await admin.fetchTopicOffsets(topic);
      const records = partitions.reduce((sum, { high }) => sum + Number(high), 0);
      if (records > 0) throw new TopicCompacted(topic, records);
    }
  const changed = await fit(admin, described);
  // A broker describes what it has learned from the controller, which may be older than what the controller acknowledged.
  await insist(changed ? tries : 1, () => checkTopics(admin, named));
}

/** @throws the last failure of so many tries */
async function insist(tries: number, attempt: () => Promise<unknown>) {
  for (let tried = 1; ; tried += 1) {
    try {
      return void (await attempt());
    } catch (error) {
      if (tried >= tries) throw error;
      await sleep(100);
    }
  }
}

/** @throws {@link TopicUnfit} if a topic is not set as it is declared */
export async function checkTopics(admin: Pick<Admin, 'describeConfigs'>, named: (topic: string) => string) {
  const misfits = (await describe(admin, named)).flatMap(misfitsOf);
  if (misfits.length > 0) throw new TopicUnfit(misfits, '未按声明设置 / not set as declared');
}

interface Described {
  topic: string;
  kind: TopicKind;
  entries: { configName: string; configValue: string; configSource: ConfigSource }[];
}
const settingOf = (entries: Described['entries'], name: string) =>
  entries.find(({ configName }) => configName === name)?.configValue ?? '';

async function describe(admin: Pick<Admin, 'describeConfigs'>, named: (topic: string) => string): Promise<Described[]> {
  const kinds = new Map([...declared].map(([topic, kind]) => [named(topic), kind]));
  try {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [...kinds.keys()].map((name) => ({ type: TOPIC, name })),
    });
    return resources.map(({ resourceName, configEntries }) => ({
      topic: resourceName,
      kind: kinds.get(resourceName)!,
      entries: configEntries,
    }));
  } catch (error) {
    throw /AUTHORIZATION/.test(reasonOf(error))
      ? new TopicUnfit(
          [...kinds].map(([topic, kind]) => ({
            topic,
            setting: 'cleanup.policy',
            is: '?',
            mustBe: settings[kind]['cleanup.policy']!.value,
          })),
          reasonOf(error),
        )
      : error;
  }
}

function misfitsOf({ topic, kind, entries }: Described): Misfit[] {
  return Object.entries(settings[kind]).flatMap(([setting, { value, allows }]) => {
    const is = settingOf(entries, setting);
    return is === value || allows?.(is) ? [] : [{ topic, setting, is, mustBe: value }];
  });
}

/** Also what is right only because the broker's own default is so today is set. @returns whether the brokers accepted a change */
async function fit(admin: Topics, described: Described[]): Promise<boolean> {
  const changes = described.flatMap((one) => {
    const own = one.entries.filter(({ configSource }) => configSource === SET_ON_THE_TOPIC);
    const wrong = misfitsOf(one).map(({ setting }) => setting);
    const set = configsOf(one.kind).filter(
      ({ name }) => wrong.includes(name) || !own.some(({ configName }) => configName === name),
    );
    if (set.length === 0) return [];
    // What is not said again here would be unset: this call of Kafka's replaces all settings of the topic.
    const kept = own.filter(({ configName }) => !set.some(({ name }) => name === configName));
    const configEntries = [
      ...kept.map(({ configName, configValue }) => ({ name: configName, value: configValue })),
      ...set,
    ];
    return [{ type: TOPIC, name: one.topic, configEntries }];
  });
  if (changes.length === 0) return false;
  try {
    await admin.alterConfigs({ validateOnly: false, resources: changes });
    return true;
  } catch (error) {
    const misfits = described.flatMap(misfitsOf);
    if (misfits.length > 0) throw new TopicUnfit(misfits, reasonOf(error));
    // What only rests on the broker's default is right today; readiness tells when it no longer is.
    return false;
  }
}
