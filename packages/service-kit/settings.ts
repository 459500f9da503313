// `node packages/service-kit/settings.ts`: writes the table of settings into docs/operations.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { configTable } from './src/run/config.ts';

const file = new URL('../../docs/operations.md', import.meta.url);
const text = readFileSync(file, 'utf8');
writeFileSync(file, text.replace(/(<!-- settings:.*?-->\n)[\s\S]*(<!-- \/settings -->)/, `$1${configTable()}\n$2`));
