/** Large runs: the proof they reach and what they take. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { greedy } from '../src/greedy.ts';
import { ms, type Row, ratio, reached, timed, worst } from './table.ts';
import { candidates, graph, overall, run } from './work.ts';

/** P2, P2b, P3. */
export function proofs(count: number): Row[] {
  const listed = timed(() => candidates(count, 20, 1));
  const g = graph(listed.value);
  const paired = timed(() => run(g));
  const taken = timed(() => greedy(g));
  const own = paired.value.total / paired.value.bound;
  const times = (listed.ms + paired.ms) / (listed.ms + taken.ms);

  const wide = timed(() => candidates(count, 80, 1));
  const h = graph(wide.value);
  const proven = timed(() => {
    const solved = run(h);
    return { solved, bound: overall(wide.value, solved, h) };
  });
  const all = proven.value.solved.total / proven.value.bound;
  return [
    {
      id: 'P2',
      work: `${count} studios, K = 20: weight ÷ own bound`,
      figure: `${ratio(own)} (${paired.value.exact ? 'proven optimal by the exact part' : 'not proven optimal'})`,
      gate: '≥ .998',
      goal: '≥ .9995',
      reached: reached(own, 0.998, 0.9995),
    },
    {
      id: 'P2b',
      work: `${count} studios, K = 80: weight ÷ bound over all pairs; time of pairing and proof`,
      figure: `${ratio(all)}; ${ms(proven.ms)} (candidates before: ${ms(wide.ms)})`,
      gate: '≥ .998; ≤ 2 s',
      goal: '≥ .9995; ≤ 1 s',
      reached: worst(reached(all, 0.998, 0.9995), reached(proven.ms, 2000, 1000, true)),
    },
    {
      id: 'P3',
      work: 'candidates + pairing ÷ candidates + greedy',
      figure: `${times.toFixed(2)}× (candidates ${ms(listed.ms)}, pairing ${ms(paired.ms)}, greedy ${ms(taken.ms)})`,
      gate: '≤ 5×',
      goal: '≤ 2×',
      reached: reached(times, 5, 2, true),
    },
  ];
}

/** P4, in a process of its own so that its memory is its own. */
export function large(count: number): Row {
  const child = spawnSync(process.execPath, [fileURLToPath(new URL('./large.ts', import.meta.url)), String(count)], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (child.status !== 0) throw new Error(child.stderr);
  const r = JSON.parse(child.stdout) as Record<string, number>;
  return {
    id: 'P4',
    work: `${count} studios, ${r.pairs} pairs: time of pairing, certificate, memory`,
    figure: `${(r.pairing! / 1000).toFixed(1)} s (candidates before: ${(r.candidates! / 1000).toFixed(1)} s); ${ratio(r.certificate!)}; ${r.memory} MB in the whole process`,
    gate: '≤ 30 s, ≥ .998, ≤ 1 GB',
    goal: '≤ 10 s, ≥ .9995, ≤ 400 MB',
    reached: worst(
      reached(r.pairing!, 30_000, 10_000, true),
      reached(r.certificate!, 0.998, 0.9995),
      reached(r.memory!, 1000, 400, true),
    ),
  };
}

/** P9: leaders with eight members each. */
export function leaders(count: number, hubs: number): Row {
  const lead = new Map(
    Array.from({ length: hubs }, (_, i) => [`s${String(i * Math.floor(count / hubs)).padStart(6, '0')}`, 8]),
  );
  const g = graph(candidates(count, 40, 1, false, { leaders: lead }));
  const solved = timed(() => run(g), 1);
  const own = solved.value.total / solved.value.bound;
  return {
    id: 'P9',
    work: `1 + N: ${hubs} leaders with 8 places, ${count - hubs} others: weight ÷ bound`,
    figure: `${ratio(own)} (${ms(solved.ms)})`,
    gate: '≥ .999',
    goal: '≥ .9999',
    reached: reached(own, 0.999, 0.9999),
  };
}
