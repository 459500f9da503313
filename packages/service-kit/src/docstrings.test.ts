// Every export of every entry point says what it is for, and the example of every function runs as written, or is type-checked
// where it needs a server or a process of its own.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiledModule, type Docstring, docstringsOf, runExample } from '../../scoring/kit/examples.ts';

const { name, exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const modules = new Map<string, object>();
const docs: (Docstring & { module: string; exported: object })[] = [];
for (const [path, file] of Object.entries<string>(exports)) {
  const url = new URL(`../${file}`, import.meta.url);
  const exported = await import(url.pathname);
  const module = `${name}${path.slice(1)}`;
  modules.set(module, exported);
  for (const doc of docstringsOf(url, exported)) docs.push({ ...doc, module, exported });
}
const load = async (module: string) => modules.get(module) ?? (await import(module));
const functions = docs.filter((doc) => doc.isFunction);
const runs = functions.filter((doc) => doc.example && !doc.isCompiledOnly);
const compiled = functions.filter((doc) => doc.example && doc.isCompiledOnly);
const namesOf = (some: typeof docs) => some.map((doc) => `${doc.module}: ${doc.name}`);

test('every export has a docstring, every function an example', () => {
  const described = docs.filter((doc) => doc.text).length;
  console.log(
    `docstrings ${described} of ${docs.length}, examples ${runs.length + compiled.length} of ${functions.length}`,
  );
  expect(namesOf(docs.filter((doc) => !doc.text))).toEqual([]);
  expect(namesOf(functions.filter((doc) => !doc.example))).toEqual([]);
  for (const [module, exported] of modules)
    expect(docs.filter((doc) => doc.module === module).map((doc) => doc.name)).toEqual(
      expect.arrayContaining(Object.keys(exported)),
    );
});

test.each(runs)('the example of $name runs', async ({ example, exported }) => {
  const checked = await runExample(example!, exported, (actual, expected) => expect(actual).toEqual(expected), load);
  expect(checked).toBeGreaterThan(0);
});

test('examples that need Kafka, MongoDB or a process of their own are type-checked as they are', async () => {
  expect(compiled.map((doc) => doc.name).sort()).toEqual([
    'connectMongo',
    'migrate',
    'openKafkaLog',
    'openMongoStore',
    'readAll',
    'rebuildLog',
    'run',
  ]);
  const examples = compiled.map(({ module, name, example }) => ({ module, name, example: example! }));
  const head =
    '// The examples that nobody runs, as their docstrings have them: `vitest -u src/docstrings` writes this file.\n';
  await expect(head + compiledModule(examples)).toMatchFileSnapshot('docstrings.compiled.ts');
});
