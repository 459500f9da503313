// `pnpm client:types`: writes the client's types from the description of an installation in memory; `--print` shows them.
import { writeFileSync } from 'node:fs';
import { install } from '../year.fixture.ts';
import { type Description, typesOf } from './types-of.ts';

const { url, running } = await install();
const types = typesOf((await (await fetch(`${url}/docs/json`)).json()) as Description);
await running.stop();
if (process.argv.includes('--print')) process.stdout.write(types);
else writeFileSync(new URL('../../../../packages/client/src/api.ts', import.meta.url), types);
