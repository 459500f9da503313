// For tests: awards in a process of its own over a folder, with a committee of five and a stand-in for competitions; a planted bug
// may be among its rules.
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { saying } from '../saying.fixture.ts';
import { awards } from '../service.ts';
import { type Plant, plants } from './killed-plants.fixture.ts';

const [folder, plant] = process.argv.slice(2) as [string, Plant | ''];
const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}`, PORT: '0', HOST: '127.0.0.1' };
const { listen } = await startTesting([plant ? plants[plant]() : awards, saying('competitions')], { env });
const members = ['a', 'b', 'c', 'd', 'e'];
const tokens: Record<string, string> = {
  li: await tokenOf({ org: 'union', sub: 'li', roles: ['organiser'] }),
};
for (const sub of members) tokens[sub] = await tokenOf({ org: 'union', sub, roles: ['committee'] });
process.send!({ url: await listen(), tokens });
