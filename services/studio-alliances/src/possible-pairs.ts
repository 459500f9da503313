// The pairs that a run chooses among, and the same as an instance file, by which anybody can compute the answer again.
import type { PairingProgress, StudioAnswer } from '@jiangong/contracts';
import { type Candidates, type Corpus, candidateSteps, explain } from '@jiangong/pairing';
import { type PairingConstraints, partnersNow } from './pairing-constraints.ts';

/** Best partners looked at per studio: enough to lose a few parts in ten thousand. */
const partners = 40;

export function* possiblePairs(
  studios: ReadonlyMap<string, StudioAnswer>,
  corpus: Corpus,
  { kept, forbidden, leaders }: PairingConstraints,
): Generator<PairingProgress, Candidates> {
  const without = [...forbidden, ...partnersNow([...studios.values()])];
  const lead = new Map(leaders.map(({ studio, members }) => [studio, members]));
  const listed = yield* candidateSteps(corpus, partners, leaders.length ? { without, leaders: lead } : { without });
  return withKept(corpus, listed, kept);
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

/** Pairs a piece of the file. */
const piece = 2000;
/**
 * A piece of the instance file (docs/pairing.md), from 0; undefined after the last. Pairs that a person forbids are no candidates,
 * so they stand among the forbidden alone.
 */
export function instancePiece(c: Candidates, { kept, forbidden }: PairingConstraints, at: number): string | undefined {
  const id = (v: number) => c.studios[v]!.id;
  const from = at * piece;
  const last = Math.max(1, Math.ceil(c.first.length / piece)) - 1;
  if (at > last) return undefined;
  const pairs = Array.from(c.first.subarray(from, from + piece), (u, e) =>
    JSON.stringify({ a: id(u), b: id(c.second[from + e]!), weight: c.weight[from + e]! }),
  ).join(',\n');
  const head = at === 0 ? `{"studios":${JSON.stringify(c.studios)},\n"pairs":[\n` : ',\n';
  const end = at === last ? `],\n"kept":${JSON.stringify(kept)},\n"forbidden":${JSON.stringify(forbidden)}}\n` : '';
  return head + pairs + end;
}
