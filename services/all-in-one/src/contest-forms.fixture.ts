// The table of forms in docs/schemes/README.md: what each form was played through, cell by cell.
import { readFileSync } from 'node:fs';

/** What a form is played through, in the order of the table's columns, with the requests that do it. */
const acts = {
  announced: /^\/contests$/,
  entered: /^\/contests\/[^/]+\/contestants(\/import)?$/,
  judged: /^\/contest-stages\/[^/]+\/performances(\/import)?$|\/marks$|\/games\/[^/]+\/enter$/,
  closed: /^\/contest-stages\/[^/]+\/close$/,
  appealed: /^\/contest-appeals\/[^/]+\/decide$|\/games\/[^/]+\/settle$/,
  awarded: /^\/award-lists\/[^/]+\/decisions$/,
};
const announcing = /^\/(schemes|contests$)/;
const readme = new URL('../../../docs/schemes/README.md', import.meta.url);

export interface Form {
  name: string;
  template: string;
  /** The file that plays it, if one does. */
  played: string | undefined;
  cells: string[];
}
/** The rows of the table. */
export const forms: Form[] = readFileSync(readme, 'utf8')
  .split('\n')
  .flatMap((line): Form[] => {
    const [name, template, play, ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (!name || cells.length !== Object.keys(acts).length || !/^[✓—]$/.test(cells[0]!)) return [];
    return [{ name, template: template!, played: /\(([^)]+)\)/.exec(play!)?.[1], cells }];
  });

/** Which of its cells a form has, by the requests that succeeded, and how many announced it. */
export const playedThrough = (paths: readonly string[]) => ({
  cells: Object.values(acts).map((act) => (paths.some((path) => act.test(path)) ? '✓' : '—')),
  announcing: paths
    .slice(0, paths.findIndex((path) => acts.announced.test(path)) + 1)
    .filter((path) => announcing.test(path)).length,
});
