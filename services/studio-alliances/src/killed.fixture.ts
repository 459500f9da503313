// For tests: the service in a process of its own over a folder, which can be killed; it tells its address and a token.
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { studioAlliances } from './service.ts';

const [folder] = process.argv.slice(2);
const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}`, PORT: '0', HOST: '127.0.0.1' };
const { listen } = await startTesting([studioAlliances], { env });
const token = await tokenOf({ org: 'industry', sub: 'li', roles: ['organiser'] });
process.send!({ url: await listen(), token });
