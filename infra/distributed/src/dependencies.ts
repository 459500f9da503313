// `node infra/distributed/src/dependencies.ts`: regenerates the tables of docs/dependencies.md from every package.json.
// Reasons are written by hand, in the last column, and stay with their package.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Package {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
interface Use {
  /** Folders of the packages that name it. */
  where: string[];
  atRunTime: boolean;
}
const root = new URL('../../../', import.meta.url);
export const file = new URL('docs/dependencies.md', root);

function packages(): { folder: string; content: Package }[] {
  const files = globSync('{packages,services,infra}/*/package.json', { cwd: fileURLToPath(root) });
  return ['package.json', ...files.sort()].map((path) => ({
    folder: path === 'package.json' ? 'workspace' : basename(dirname(path)),
    content: JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Package,
  }));
}

/** What the workspace's packages name, beyond each other. At run time: what `npm start` needs. */
export function used(): Map<string, Use> {
  const all = packages();
  const byName = new Map(all.map((each) => [each.content.name, each]));
  const running = new Set(['@jiangong/all-in-one']);
  for (const name of running)
    for (const other of Object.keys(byName.get(name)?.content.dependencies ?? {}))
      if (byName.has(other)) running.add(other);
  const uses = new Map<string, Use>();
  for (const { folder, content } of all)
    for (const kind of ['dependencies', 'devDependencies'] as const)
      for (const name of Object.keys(content[kind] ?? {})) {
        if (byName.has(name)) continue;
        const { where, atRunTime } = uses.get(name) ?? { where: [], atRunTime: false };
        const here = kind === 'dependencies' && running.has(content.name);
        uses.set(name, { where: where.includes(folder) ? where : [...where, folder], atRunTime: atRunTime || here });
      }
  return uses;
}

const ROW = /^\| `([^`]+)` \| [^|]*\| (.*) \|$/gm;
/** The reasons given in a text, with a row for each. */
export const reasonsIn = (text: string): [name: string, reason: string][] =>
  [...text.matchAll(ROW)].map(([, name, reason]) => [name!, reason!.trim()]);

function table(uses: Map<string, Use>, reasons: Map<string, string>, atRunTime: boolean): string {
  const rows = [...uses]
    .filter(([, use]) => use.atRunTime === atRunTime)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { where }]) => `| \`${name}\` | ${where.join(', ')} | ${reasons.get(name) ?? ''} |`);
  return ['| package | named by | why |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The document as it should be. */
export function written(text: string): string {
  const uses = used();
  const reasons = new Map(reasonsIn(text));
  const between = (all: string, mark: string, content: string) =>
    all.replace(
      new RegExp(`(<!-- ${mark}:[^\\n]*-->\\n)[\\s\\S]*?(<!-- /${mark} -->)`),
      (_, open, close) => `${open}${content}\n${close}`,
    );
  return between(between(text, 'run time', table(uses, reasons, true)), 'work', table(uses, reasons, false));
}

if (import.meta.main) writeFileSync(file, written(readFileSync(file, 'utf8')));
