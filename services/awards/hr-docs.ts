// `node services/awards/hr-docs.ts`: writes the table of the feed's fields into docs/hr.md, as its schema has them.
import { readFileSync, writeFileSync } from 'node:fs';
import { withFields } from './src/hr-docs.ts';

const file = new URL('../../docs/hr.md', import.meta.url);
writeFileSync(file, withFields(readFileSync(file, 'utf8')));
