// Docstrings of a package's entry point: what each export says, and its `@example` as code that runs.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

export interface Docstring {
  name: string;
  isFunction: boolean;
  text: string | undefined;
  example: string | undefined;
}

/** The docstring of every name that the entry point re-exports, types included. */
export function docstringsOf(entry: URL): Docstring[] {
  const lists = readFileSync(entry, 'utf8').matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)'/gm);
  return [...lists].flatMap(([, names, file]) => {
    const source = readFileSync(new URL(file!, entry), 'utf8');
    return names!
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '')
      .map((name) => docstring(source, name));
  });
}

function docstring(source: string, name: string): Docstring {
  const declaration = `export (const|type|interface|function\\*?) ${name}\\b`;
  const kind = new RegExp(declaration).exec(source)?.[1] ?? '';
  const comment = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n${declaration}`).exec(source)?.[1];
  const text = comment?.replace(/^ *\* ?/gm, '').trim();
  const example = text && /@example\n```ts\n([\s\S]*?)```/.exec(text)?.[1];
  return { name, isFunction: kind.startsWith('function'), text, example };
}

/** Runs an example with the exports in scope; `expression; // → value` passes both sides to `check`. */
export function runExample(
  example: string,
  exports: object,
  check: (actual: unknown, expected: unknown) => void,
): number {
  let checked = 0;
  const code = example.replace(/^(.*?); \/\/ → (.*)$/gm, (_, actual, expected) => `check((${actual}), (${expected}));`);
  const names = Object.keys(exports);
  new Function('exports', 'check', `const { ${names} } = exports; {${stripTypeScriptTypes(code)}}`)(
    exports,
    (actual: unknown, expected: unknown) => {
      checked += 1;
      check(actual, expected);
    },
  );
  return checked;
}
