/** Against what npm offers for parts of the work. */
import { createRequire } from 'node:module';
import MiniSearch from 'minisearch';
import { candidatesOf, corpusOf, defaultWeights, type Studio } from '../src/index.ts';
import { termsOf } from '../src/terms.ts';
import { sample } from './sample.ts';
import { ms, type Row, ratio, reached, timed, worst } from './table.ts';
import { candidates, graph, run } from './work.ts';

/** P6: one partner each, against edmonds-blossom-fixed. */
export function againstBlossom(sizes: readonly number[]): Row {
  const blossom = createRequire(import.meta.url)('edmonds-blossom-fixed') as (edges: number[][]) => number[];
  const limits: Record<number, { gate: [number, number]; goal: number }> = {
    1000: { gate: [15, 0.995], goal: 40 },
    10000: { gate: [80, 0.999], goal: 200 },
  };
  const figures: string[] = [];
  const outcomes: Row['reached'][] = [];
  for (const size of sizes) {
    const g = graph(candidates(size, 20, 1, true));
    const edges = Array.from(g.weight, (w, e) => [g.first[e]!, g.second[e]!, w]);
    const weights = new Map(edges.map(([u, v, w]) => [u! * size + v!, w!]));
    const ours = timed(() => run(g), size > 5000 ? 5 : 30);
    const theirs = timed(() => blossom(edges), size > 5000 ? 1 : 3);
    let best = 0;
    theirs.value.forEach((v, u) => {
      if (v > u) best += weights.get(u * size + v)!;
    });
    const [faster, quality] = [theirs.ms / ours.ms, ours.value.total / best];
    const limit = limits[size]!;
    figures.push(`${size}: ${faster.toFixed(0)}× (${ms(ours.ms)} / ${ms(theirs.ms)}) at ${ratio(quality)}`);
    outcomes.push(worst(reached(faster, limit.gate[0], limit.goal), reached(quality, limit.gate[1], limit.gate[1])));
  }
  return {
    id: 'P6',
    work: 'b = 1 against `edmonds-blossom-fixed`, 1,000 / 10,000 studios',
    figure: figures.join('; '),
    gate: '≥ 15× / 80× at ≥ .995 / .999',
    goal: '≥ 40× / 200×',
    reached: worst(...outcomes),
  };
}

/** P11: the 30 studios that share most terms with one, against minisearch over the same terms with the same idf. */
export function againstMinisearch(count: number, queries: number): Row {
  const bare = (s: Studio): Studio => ({ ...s, employer: '', trade: '', chain: '', district: '', level: '' });
  const profiles = sample({ count, seed: 1, chinese: true }).map(bare);
  // A saturation so far away that the score of a pair is the sum of its terms, as minisearch adds them up.
  const weights = { ...defaultWeights, need: { most: 2 ** 40, half: 2 ** 40 } };
  const corpus = corpusOf(profiles, weights);
  const listed = timed(() => candidatesOf(corpus, 30));

  const search = new MiniSearch({
    fields: ['terms'],
    tokenize: (text) => text.split(' '), // no term holds a space
    processTerm: (term) => term,
  });
  const marked = (prefix: string, phrases: readonly string[]) => termsOf(phrases).map((t) => prefix + t);
  search.addAll(
    corpus.studios.map((s) => ({ id: s.id, terms: [...marked('o', s.offers), ...marked('s', s.seeks)].join(' ') })),
  );
  const number = new Map(corpus.terms.map((t, i) => [t, i]));
  const hasWorth = (term: string) => corpus.worth[number.get(term.slice(1))!]! > 0;
  const queryOf = (s: Studio) => [...marked('o', s.seeks), ...marked('s', s.offers)].filter(hasWorth).join(' ');
  const queried = Array.from({ length: queries }, (_, i) => corpus.studios[Math.floor((i * count) / queries)]!);
  const plain = timed(
    () => queried.map((s) => search.search(queryOf(s), { prefix: false, fuzzy: false }).slice(0, 31)),
    2,
  );
  const faster = plain.ms / queries / (listed.ms / count);
  return {
    id: 'P11',
    work: `the 30 best for a studio, ${count} Chinese profiles, against \`minisearch\``,
    figure: `${faster.toFixed(0)}× (${(listed.ms / count).toFixed(4)} ms / ${(plain.ms / queries).toFixed(3)} ms a query; ${agreement()})`,
    gate: '≥ 20×',
    goal: '≥ 50×',
    reached: reached(faster, 20, 50),
  };

  /** With our idf instead of its own, minisearch must find lists of the same worth. */
  function agreement(): string {
    const { first, second, weight } = listed.value;
    const lists = new Map(queried.map((s) => [corpus.at.get(s.id)!, [] as number[]]));
    weight.forEach((w, e) => {
      lists.get(first[e]!)?.push(w);
      lists.get(second[e]!)?.push(w);
    });
    let same = 0;
    for (const s of queried.slice(0, 50)) {
      const own = lists
        .get(corpus.at.get(s.id)!)!
        .sort((a, b) => b - a)
        .slice(0, 30);
      const found = search.search(queryOf(s), {
        prefix: false,
        fuzzy: false,
        bm25: { k: 0, b: 0, d: 0 },
        boostTerm: (term) => worthIn(term),
      });
      // It multiplies the sum by the number of terms found; that is taken back.
      const sums = found.filter((r) => r.id !== s.id).map((r) => r.score / r.terms.length);
      const theirs = sums.sort((a, b) => b - a).slice(0, 30);
      if (own.every((w, i) => Math.abs(w - theirs[i]!) <= 4)) same++;
    }
    return `the same top 30 for ${same} of 50 with our idf`;
  }

  function worthIn(term: string): number {
    const having = term[0] === 'o' ? corpus.offeredBy : corpus.soughtBy;
    const t = number.get(term.slice(1))!;
    const n = having.start[t + 1]! - having.start[t]!;
    return corpus.worth[t]! / Math.log(1 + (count - n + 0.5) / (n + 0.5));
  }
}
