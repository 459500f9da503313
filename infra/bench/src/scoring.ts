// `pnpm bench scoring`: the evaluator against its gates and goals (packages/scoring/bench).
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { scoringRows } from '../../../packages/scoring/bench/rows.ts';

export async function scoring({ json }: { json: boolean }): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const rows = scoringRows(gc);
  if (json) console.log(JSON.stringify({ bench: 'scoring', rows }));
  else {
    console.log('| work | seen | gate | goal | reached |\n|---|---|---|---|---|');
    for (const { work, seen, gate, goal, reached } of rows) {
      console.log(`| ${work} | ${seen} | ${gate} | ${goal} | ${reached} |`);
    }
  }
  if (rows.some((row) => row.reached === 'missed')) process.exitCode = 1;
}
