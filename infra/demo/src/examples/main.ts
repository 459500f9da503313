// `pnpm examples`: writes the requests and answers that the API's page shows.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playExamples } from './play.ts';

const { examples, missing } = await playExamples();
// In the order of their names: what several people add to meets line by line.
const sorted = Object.fromEntries(Object.entries(examples).sort(([a], [b]) => (a < b ? -1 : 1)));
const file = fileURLToPath(import.meta.resolve('@jiangong/contracts/api-examples.json'));
writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`);
console.log(`${Object.keys(sorted).length} 项示例 / examples: ${file}`);
if (missing.length > 0) console.log(`没有示例 / without one:\n  ${missing.join('\n  ')}`);
