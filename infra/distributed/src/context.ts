// The files that `docker build` is given, by .dockerignore: the last line that matches a path, or a folder above it, decides;
// a folder that is left out is entered only for what a line beginning with `!` names below it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Rule {
  matches: RegExp;
  isAllowed: boolean;
  path: string;
}

function ruleOf(line: string): Rule {
  const isAllowed = line.startsWith('!');
  const path = isAllowed ? line.slice(1) : line;
  const pattern = path
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return { matches: new RegExp(`^${pattern}(/.*)?$`), isAllowed, path };
}

/** @returns paths relative to the root, sorted */
export function buildContext(root: string, ignore = readFileSync(join(root, '.dockerignore'), 'utf8')): string[] {
  const rules = ignore
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(ruleOf);
  const isIn = (path: string) => rules.findLast(({ matches }) => matches.test(path))?.isAllowed ?? true;
  const isEntered = (path: string) =>
    isIn(path) || rules.some(({ isAllowed, path: allowed }) => isAllowed && allowed.startsWith(`${path}/`));
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isEntered(path) ? below(path) : [];
      return isIn(path) ? [path] : [];
    });
  return below('').sort();
}
