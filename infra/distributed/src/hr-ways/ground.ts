// What rounds of the HR tests stand on: a broker of their own, to be killed, and a reader of the topic.
import { localKafka } from '@jiangong/servers/kafka';
import { pythonPackages } from '@jiangong/servers/toolchains';
import { freshUrls } from '../servers.fixture.ts';
import { exampleAt } from './consumers.fixture.ts';
import { hrWays, type Ways, type WaysOptions } from './ways.ts';

export async function openGround() {
  const PYTHONPATH = await pythonPackages(exampleAt('python/requirements.txt'));
  const reader = { command: ['python3', exampleAt('python/consumer.py')], env: { PYTHONPATH } };
  const kafka = await localKafka();
  return {
    /** @param name of the round: no other has its addresses */
    round(name: string, options: Pick<WaysOptions, 'kills' | 'seed' | 'grants' | 'preload'>): Promise<Ways> {
      return hrWays({ kafka, reader, namespace: name, storeUrl: freshUrls(name).storeUrl, ...options });
    },
    stop: () => kafka.stop(),
  };
}
