// For tests: the service in a process of its own over a folder, which can be killed; it tells its address and a token. The clock may
// stand at an instant, and a planted bug be among its rules.
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { type Plant, plants } from './killed-plants.fixture.ts';
import { studioAlliances } from './service.ts';

const [folder, now, plant] = process.argv.slice(2) as [string, string, Plant | ''];
const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}`, PORT: '0', HOST: '127.0.0.1' };
const service = plant ? plants[plant]() : studioAlliances;
const { listen } = await startTesting([service], { env, ...(now ? { now: () => now } : {}) });
const token = await tokenOf({ org: 'industry', sub: 'li', roles: ['organiser'] });
process.send!({ url: await listen(), token });
