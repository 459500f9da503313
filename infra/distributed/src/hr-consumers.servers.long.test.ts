// Every example of examples/hr-consumer on real servers: receivers of webhooks and readers of the topic of grants, in three languages,
// end with the same store, whatever came twice and whoever was away meanwhile.

import { join } from 'node:path';
import { startWebhooks, until } from '@jiangong/awards/hr-fixture';
import { orMissing } from '@jiangong/servers';
import { mavenTarget, pythonPackages } from '@jiangong/servers/toolchains';
import { expect, onTestFinished, test } from 'vitest';
import {
  consumerOf,
  exampleAt,
  type HrConsumer,
  noSecret,
  plainReceivers,
  QUIETER,
  standing,
} from './hr-ways/consumers.fixture.ts';
import { packedExample } from './packed.fixture.ts';
import { freshUrls, onServers } from './servers.fixture.ts';

type Started = { command: string[]; env?: Record<string, string> };
const { typescript: node, python } = plainReceivers as { typescript: string[]; python: string[] };

const inJava = async (name: string): Promise<Started> => {
  const target = await mavenTarget(exampleAt('java'));
  return { command: ['java', '-Xmx128m', '-cp', `${target}/classes:${target}/dependency/*`, `hr.${name}`] };
};
const languages: Record<string, { receiver(): Promise<Started>; reader(): Promise<Started> }> = {
  typescript: {
    receiver: async () => ({ command: node }),
    reader: async () => {
      const { folder, remove } = packedExample();
      onTestFinished(remove);
      return { command: [process.execPath, ...QUIETER, join(folder, 'consumer.ts')] };
    },
  },
  python: {
    receiver: async () => ({ command: python }),
    reader: async () => ({
      command: ['python3', exampleAt('python/consumer.py')],
      env: { PYTHONPATH: await pythonPackages(exampleAt('python/requirements.txt')) },
    }),
  },
  java: { receiver: () => inJava('Receiver'), reader: () => inJava('Consumer') },
};

onServers('the examples of HR consumers', () => {
  test('receivers and readers in three languages hold what the feed says, killed and started again', async () => {
    const { storeUrl, logUrl } = freshUrls('hr-consumers');
    const [, broker, namespace] = /^kafka:\/\/([^/]+)\/(.*)$/.exec(logUrl)!;
    const s = await startWebhooks({ STORE_URL: storeUrl, LOG_URL: logUrl });
    onTestFinished(() => s.stop());

    const consumers = new Map<string, { consumer: HrConsumer; again(): Promise<unknown> }>();
    for (const [language, { receiver, reader }] of Object.entries(languages)) {
      const found = await orMissing((async () => [await receiver(), await reader()] as const)());
      if ('missing' in found) {
        process.stderr.write(`NOT RUN: the HR consumers in ${language}. ${found.missing}\n`);
        continue;
      }
      const [calls, reads] = found;
      const called = consumerOf(calls.command, calls.env);
      onTestFinished(called.end);
      const webhook = await s.register(await called.listen(noSecret));
      const { secret } = (await s.act(webhook, 'secret', {})).body;
      const again = () => called.listen({ WEBHOOK_SECRET: secret });
      await called.kill();
      await again();
      expect((await s.act(webhook, 'test', {})).body).toMatchObject({ ok: true, status: 204 });
      consumers.set(`${language} receiver`, { consumer: called, again });

      const settings = { KAFKA_BROKERS: broker!, TOPIC: `${namespace}.awards.grants.v1`, GROUP: `hr-${language}` };
      const read = consumerOf(reads.command, { ...reads.env, ...settings });
      onTestFinished(read.end);
      read.start();
      consumers.set(`${language} reader`, { consumer: read, again: async () => read.start() });
    }
    const all = () => Object.fromEntries([...consumers].map(([name, { consumer }]) => [name, consumer.held()]));
    const same = async () => {
      const expected = await standing(s);
      return Object.fromEntries([...consumers.keys()].map((name) => [name, expected]));
    };

    for (const grant of ['one', 'two', 'three', 'four']) await s.grant(grant);
    await s.correct('two', '更名项目部 🏆');
    await until(all, 120_000).toEqual(await same());
    for (const { consumer } of consumers.values()) await consumer.kill();
    await s.revoke('three');
    await s.correct('four', '再次更名');
    for (const { again } of consumers.values()) await again();
    // What failed meanwhile is due after a while.
    const passing = setInterval(() => s.pass(60_000), 1000);
    onTestFinished(() => clearInterval(passing));
    await until(all, 120_000).toEqual(await same());
    expect((await standing(s)).map(({ revision }: { revision: number }) => revision).sort()).toEqual([1, 2, 2, 2]);
  });
});
