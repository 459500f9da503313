/** One large run by itself: prints its times (ms), certificate and the most memory the process held (MB). */
import { candidates, graph, run } from './work.ts';

const count = Number(process.argv[2]);
const begin = performance.now();
const g = graph(candidates(count, 20, 1));
const listed = performance.now();
const { total, bound, exact } = run(g);
const paired = performance.now();
const figures = {
  pairs: g.weight.length,
  candidates: listed - begin,
  pairing: paired - listed,
  certificate: total / bound,
  exact,
  memory: Math.ceil(process.resourceUsage().maxRSS / 1000),
};
process.stdout.write(JSON.stringify(figures));
