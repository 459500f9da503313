// `pnpm examples`: writes the requests and answers that the API's page shows.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keptExamples } from './kept.ts';
import { playExamples } from './play.ts';

const { examples, missing } = await playExamples();
const file = fileURLToPath(import.meta.resolve('@jiangong/contracts/api-examples.json'));
const kept = keptExamples(JSON.parse(readFileSync(file, 'utf8')), examples);
writeFileSync(file, `${JSON.stringify(kept, null, 1)}\n`);
console.log(`${Object.keys(kept).length} 项示例 / examples: ${file}`);
if (missing.length > 0) console.log(`没有示例 / without one:\n  ${missing.join('\n  ')}`);
