// Where the broker refuses to set a topic to its declaration, the start is refused, and says which topic, setting and value.
import { expect, test } from 'vitest';
import { configsOf, declared, makeTopics } from './kafka-topics.ts';

const TOPIC_CONFIG = 1;
const BROKER_CONFIG = 4;

/** A broker on which every topic is there as declared, but for these settings of one of them. */
function broker(own: Record<string, string>, denied?: 'alter' | 'describe', configSource = TOPIC_CONFIG) {
  const refused = Object.assign(new Error('no'), { type: 'TOPIC_AUTHORIZATION_FAILED' });
  const entriesOf = (topic: string) => {
    const fit = Object.fromEntries(configsOf(declared.get(topic)!).map(({ name, value }) => [name, value]));
    const settings = Object.entries(topic === 'awards.v1' ? { ...fit, ...own } : fit);
    const entry = { configSource, isDefault: false, isSensitive: false, readOnly: false, configSynonyms: [] };
    return settings.map(([configName, configValue]) => ({ configName, configValue, ...entry }));
  };
  const resourceOf = (resourceName: string) => {
    const configEntries = entriesOf(resourceName);
    return { resourceName, resourceType: 2, errorCode: 0, errorMessage: '', configEntries };
  };
  return {
    listTopics: async () => [...declared.keys()],
    createTopics: async () => true,
    fetchTopicOffsets: async () => [{ partition: 0, offset: '0', high: '0', low: '0' }],
    async describeConfigs() {
      if (denied === 'describe') throw refused;
      return { throttleTime: 0, resources: [...declared.keys()].map(resourceOf) };
    },
    async alterConfigs() {
      if (denied === 'alter') throw refused;
    },
  };
}
const named = (topic: string) => topic;

test.each([
  ['retention.ms', '604800000', '-1'],
  ['retention.bytes', '1000', '-1'],
  ['cleanup.policy', 'compact', 'delete'],
  ['max.message.bytes', '1000', '1048588'],
  ['compression.type', 'zstd', 'producer'],
])('a start that may not set %s is refused by name', async (setting, value, mustBe) => {
  const made = makeTopics(broker({ [setting]: value }, 'alter'), named);
  await expect(made).rejects.toThrow(`awards.v1 ${setting}=${value}，须为 ${mustBe}`);
  await expect(made).rejects.toThrow(`awards.v1 ${setting}=${value}, must be ${mustBe}`);
  await expect(made).rejects.toThrow(/TOPIC_AUTHORIZATION_FAILED.*AlterConfigs/s);
});
test('one that may not even look is refused too', async () => {
  await expect(makeTopics(broker({}, 'describe'), named)).rejects.toThrow(/awards\.v1.*DescribeConfigs/s);
});
test('a topic setting that is the broker’s default need not be set', async () => {
  await makeTopics(broker({}, 'alter', BROKER_CONFIG), named);
  await makeTopics(broker({ 'max.message.bytes': '2000000', 'compression.type': 'gzip' }, 'alter'), named);
});
test('a topic setting that the broker ignored is detected', async () => {
  await expect(makeTopics(broker({ 'retention.ms': '1000' }), named, 2)).rejects.toThrow('retention.ms=1000');
});
test('a topic setting that the broker shows late is waited for', async () => {
  const [before, after] = [broker({ 'retention.ms': '1000' }), broker({})];
  const looks = [before, before, before, after];
  await makeTopics({ ...before, describeConfigs: () => looks.shift()!.describeConfigs() }, named);
  expect(looks).toEqual([]);
});
