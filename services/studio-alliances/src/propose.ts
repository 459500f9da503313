// Which studios to pair: profiles and wishes in, proposals with their reasons and the certificate out, step by step.
import { digestOf, type PairingProgress, type PairingProposal, type StudioAnswer } from '@jiangong/contracts';
import {
  boundOverAll,
  type Corpus,
  compareModes,
  explain,
  graphOfCandidates,
  leftOut,
  pairSteps,
} from '@jiangong/pairing';
import { type Certificate, digestOfCouples } from './pairing.ts';
import { coupleKey, type PairingConstraints } from './pairing-constraints.ts';
import { possiblePairs } from './possible-pairs.ts';
import { worded } from './profiles.ts';

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
  const { mode, kept, forbidden } = wish;
  const candidates = yield* possiblePairs(studios, corpus, wish);
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
