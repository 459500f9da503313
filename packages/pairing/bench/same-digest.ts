/** P10: the same digest for any order of the input, on Node 24 and 26, through the command. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instanceOf } from '../src/index.ts';
import { shuffled } from './instances.ts';
import type { Row } from './table.ts';
import { candidates } from './work.ts';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** The binary of Node 24 through npx, or undefined where there is no registry. */
function node24(): string | undefined {
  const located = spawnSync('npx', ['-y', '-p', 'node@24.21.0', '-c', 'node -p process.execPath'], {
    encoding: 'utf8',
    cwd: tmpdir(),
  });
  return located.status === 0 ? located.stdout.trim().split('\n').at(-1) : undefined;
}

export function sameDigest(): Row {
  const folder = mkdtempSync(join(tmpdir(), 'digest-'));
  const nodes = [process.execPath, node24()].filter((n) => n !== undefined);
  const versions = nodes.map((n) => spawnSync(n, ['--version'], { encoding: 'utf8' }).stdout.trim());
  let runs = 0;
  const digests = new Map<string, Set<string>>();
  try {
    for (const [name, single] of [
      ['b = 1..5', false],
      ['b = 1', true],
    ] as const) {
      const instance = instanceOf(candidates(2000, 20, 7, single));
      for (let order = 0; order < 4; order++) {
        const file = join(folder, 'instance.json');
        writeFileSync(file, JSON.stringify(order === 0 ? instance : shuffled(instance, order)));
        for (const node of nodes) {
          const { digest } = JSON.parse(
            spawnSync(node, [cli, 'solve', file], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout,
          );
          digests.set(name, (digests.get(name) ?? new Set()).add(digest));
          runs++;
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const identical = [...digests.values()].every((d) => d.size === 1);
  const both = versions.some((v) => v.startsWith('v24')) && versions.some((v) => v.startsWith('v26'));
  return {
    id: 'P10',
    work: 'digest of the result: any input order, Node 24 and 26',
    figure: `${identical ? 'identical' : 'different'} in ${runs} runs of 2 instances on ${versions.join(' and ')}`,
    gate: 'identical',
    goal: 'identical',
    reached: !identical ? 'missed' : both ? 'goal' : 'skipped',
  };
}
