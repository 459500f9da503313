// Docstrings of a package's entry points: what each export says, and its `@example` as code that runs or compiles.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

export interface Docstring {
  name: string;
  isFunction: boolean;
  text: string | undefined;
  example: string | undefined;
  /** Fenced as `ts no_run`: it needs a server or a process of its own, so it is type-checked and never run. */
  isCompiledOnly: boolean;
}

/** The docstring of every name that an entry point exports, types included; `exports` is the entry point, imported. */
export function docstringsOf(entry: URL, exports: object): Docstring[] {
  const functions = new Set(Object.entries(exports).flatMap(([name, value]) => (isFunction(value) ? [name] : [])));
  return [...textsOf(entry)].map(([name, text]) => {
    const [, flag, example] = (text && /@example\n```ts( no_run)?\n([\s\S]*?)```/.exec(text)) || [];
    return { name, isFunction: functions.has(name), text, example, isCompiledOnly: flag !== undefined };
  });
}
const isFunction = (value: unknown) => typeof value === 'function';

const DECLARED = /^export (?:async )?(?:const|type|interface|function\*?|class) (\w+)/gm;

/** Follows `export … from` to files of the package; what is of another package has its docstring there. */
function textsOf(file: URL): Map<string, string | undefined> {
  const source = readFileSync(file, 'utf8');
  const texts = new Map([...source.matchAll(DECLARED)].map(([, name]) => [name!, textOf(source, name!)]));
  for (const [, path] of source.matchAll(/^export \* from '(\.[^']+)'/gm))
    for (const [name, text] of textsOf(new URL(path!, file))) texts.set(name, text);
  for (const [, list, path] of source.matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm)) {
    const found = textsOf(new URL(path!, file));
    const names = list!.split(',').map((name) => name.trim().replace(/^type /, ''));
    for (const name of names) if (name !== '') texts.set(name, found.get(name));
  }
  return texts;
}

function textOf(source: string, name: string): string | undefined {
  const declaration = `export (?:async )?(?:const|type|interface|function\\*?|class) ${name}\\b`;
  const comment = new RegExp(`^/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n${declaration}`, 'm').exec(source)?.[1];
  return comment?.replace(/^ *\* ?/gm, '').trim() || undefined;
}

type Load = (module: string) => Promise<object>;
const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/**
 * Runs an example with the exports in scope; `expression; // → value` passes both sides to `check`.
 * @param load imports what the example imports, as the package under test resolves it
 * @returns how often it was checked
 */
export async function runExample(
  example: string,
  exports: object,
  check: (actual: unknown, expected: unknown) => void,
  load?: Load,
): Promise<number> {
  let checked = 0;
  const code = example
    .replace(/^import type .*$/gm, '')
    .replace(/^import (\{.*?\}) from ('.*?');$/gm, (_, names, module) => `const ${names} = await __load(${module});`)
    .replace(/^(.*?); \/\/ → (.*)$/gm, (_, actual, expected) => `__check((${actual}), (${expected}));`);
  const names = Object.keys(exports);
  const body = stripTypeScriptTypes(`async () => { ${code}\n }`);
  await AsyncFunction(
    '__exports',
    '__check',
    '__load',
    `const { ${names} } = __exports; await (${body})();`,
  )(
    exports,
    (actual: unknown, expected: unknown) => {
      checked += 1;
      check(actual, expected);
    },
    load,
  );
  return checked;
}

/** A module of the examples that only compile, for the package's own type check: each is a function that nobody calls. */
export function compiledModule(examples: readonly { module: string; name: string; example: string }[]): string {
  const sorted = examples.toSorted((a, b) => (`${a.module} ${a.name}` < `${b.module} ${b.name}` ? -1 : 1));
  const modules = Map.groupBy(sorted, ({ module }) => module);
  const imports = [...modules].map(([module, some]) => {
    return `import { ${some.map(({ name }) => name).join(', ')} } from '${module}';\n`;
  });
  const functions = sorted.map(({ name, example }) => {
    return `\nexport async function ${name}Example() {\n${example.replace(/^(?=.)/gm, '  ')}}\n`;
  });
  return [...imports, ...functions].join('');
}
