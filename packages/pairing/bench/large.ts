/** One large run by itself: prints its times (processor time, ms), certificate and the most memory the process held (MB). */
import { spent } from './table.ts';
import { candidates, graph, run } from './work.ts';

const count = Number(process.argv[2]);
const begin = spent();
const g = graph(candidates(count, 20, 1));
const listed = spent();
const { total, bound, exact } = run(g);
const paired = spent();
const figures = {
  pairs: g.weight.length,
  candidates: listed - begin,
  pairing: paired - listed,
  certificate: total / bound,
  exact,
  memory: Math.ceil(process.resourceUsage().maxRSS / 1000),
};
process.stdout.write(JSON.stringify(figures));
