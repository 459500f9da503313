// Which studios to pair: profiles and wishes in, proposals with their reasons and the certificate out, step by step.
import { digestOf, type PairingProgress, type PairingProposal, type StudioAnswer } from '@jiangong/contracts';
import {
  boundOverAll,
  type Candidates,
  type Corpus,
  candidateSteps,
  compareModes,
  explain,
  graphOfCandidates,
  leftOut,
  pairSteps,
} from '@jiangong/pairing';
import { type Certificate, digestOfCouples } from './pairing.ts';
import { coupleKey, type PairingConstraints, partnersNow } from './pairing-constraints.ts';
import { worded } from './profiles.ts';

/** Best partners looked at per studio: enough to lose a few parts in ten thousand. */
const partners = 40;

export interface Found {
  completed: Omit<Certificate['completed'], 'pages'>;
  certified: Pick<Certificate['certified'], 'overall' | 'modes' | 'prices'>;
  proposals: PairingProposal[];
  left: ReturnType<typeof leftOut>;
  prices: { studio: string; price: number; last: number }[];
  odd: { of: readonly string[]; price: number }[];
}

export function* propose(
  studios: ReadonlyMap<string, StudioAnswer>,
  corpus: Corpus,
  wish: PairingConstraints,
): Generator<PairingProgress, Found> {
  const { mode, kept, forbidden, leaders } = wish;
  const without = [...forbidden, ...partnersNow([...studios.values()])];
  const lead = new Map(leaders.map(({ studio, members }) => [studio, members]));
  const listed = yield* candidateSteps(corpus, partners, leaders.length ? { without, leaders: lead } : { without });
  const candidates = withKept(corpus, listed, kept);
  const graph = graphOfCandidates(candidates, kept, forbidden);
  const answer = yield* pairSteps(graph, { mode });
  const modes = yield* compareModes(graph);
  yield { stage: 'proof', done: 1, of: 1 };
  const prices = candidates.studios.map(({ id }, v) => ({
    studio: id,
    price: answer.prices[id]!,
    last: candidates.kth[v]!,
  }));
  const { odd, total, bound, blocking } = answer;
  const paired = new Set(answer.pairs.flat());
  return {
    completed: {
      ...{ mode, studios: studios.size, left: studios.size - paired.size, count: answer.pairs.length },
      ...{ total, bound, blocking, digest: digestOfCouples(answer.pairs) },
    },
    certified: {
      overall: boundOverAll(candidates, answer, { kept, forbidden }),
      modes: [...modes],
      prices: digestOf([prices.map((p) => [p.studio, p.price, p.last]), odd.map((set) => [set.of, set.price])]),
    },
    proposals: proposalsOf(studios, corpus, answer.pairs, wish),
    left: leftOut(graph, answer),
    prices,
    odd: [...odd],
  };
}

function proposalsOf(
  studios: ReadonlyMap<string, StudioAnswer>,
  corpus: Corpus,
  pairs: readonly (readonly [string, string])[],
  { kept, leaders }: PairingConstraints,
): PairingProposal[] {
  const wished = new Set(kept.map(([a, b]) => coupleKey(a, b)));
  const leads = new Set(leaders.map(({ studio }) => studio));
  return pairs.map(([first, second], at) => {
    // Whoever leads is named first.
    const [a, b] = leads.has(second) ? [second, first] : [first, second];
    const [one, other] = [studios.get(a)!, studios.get(b)!];
    const why = explain(corpus, a, b);
    return {
      ...{ number: at + 1, studios: [a, b], names: [one.name, other.name], weight: why?.weight ?? 0 },
      kept: wished.has(coupleKey(a, b)),
      reasons: (why?.reasons ?? []).map((r) => ({ ...r, ...worded(r, one, other) })),
      ...(why ? { form: why.form } : {}),
    };
  });
}

/** A person may keep a pair that no list of candidates holds. */
function withKept(corpus: Corpus, c: Candidates, kept: PairingConstraints['kept']): Candidates {
  const n = c.studios.length;
  const key = (u: number, v: number) => Math.min(u, v) * n + Math.max(u, v);
  const keys = Array.from(c.first, (u, e) => key(u, c.second[e]!));
  const known = new Set(keys);
  const added = kept
    .map(([a, b]) => ({ key: key(corpus.at.get(a)!, corpus.at.get(b)!), weight: explain(corpus, a, b)?.weight ?? 0 }))
    .filter((pair) => !known.has(pair.key));
  if (added.length === 0) return c;
  const all = [...keys.map((key, e) => ({ key, weight: c.weight[e]! })), ...added].sort((x, y) => x.key - y.key);
  return {
    ...c,
    first: Int32Array.from(all, (pair) => Math.floor(pair.key / n)),
    second: Int32Array.from(all, (pair) => pair.key % n),
    weight: Float64Array.from(all, (pair) => pair.weight),
  };
}
