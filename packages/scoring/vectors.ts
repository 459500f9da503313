// `node packages/scoring/vectors.ts`: writes the test vectors that docs/verify.md invites a third implementation to pass.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileOf, textOf, vectors } from './kit/vectors/index.ts';

mkdirSync(new URL('.', fileOf('any')), { recursive: true });
for (const [name, list] of Object.entries(vectors)) writeFileSync(fileOf(name), textOf(list()));
