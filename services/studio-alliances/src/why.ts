// Why this pair, or why not: its score in reasons, against what the last places of both are worth to others.
import type { StudioAnswer, WhyAnswer } from '@jiangong/contracts';
import { type Corpus, explain, whyNot } from '@jiangong/pairing';
import { coupleKey, type PairingConstraints, partnersNow } from './pairing-constraints.ts';
import { freePlaces, worded } from './profiles.ts';

export interface Question {
  a: string;
  b: string;
  /** Shadow prices of the two, and of the odd sets that hold both. */
  prices: Record<string, number>;
  odd: { of: string[]; price: number }[];
  chosen: boolean;
}

export function whyPair(
  studios: ReadonlyMap<string, StudioAnswer>,
  corpus: Corpus,
  { kept, forbidden, leaders }: PairingConstraints,
  { a, b, prices, odd, chosen }: Question,
): WhyAnswer {
  const [one, other] = [studios.get(a)!, studios.get(b)!];
  const why = explain(corpus, a, b);
  const leads = new Map(leaders.map(({ studio, members }) => [studio, members]));
  const impossible = leads.size > 0 && leads.has(a) === leads.has(b);
  const capacity = (s: StudioAnswer) =>
    leads.size === 0 ? freePlaces(s) : (leads.get(s.studio) ?? Math.min(1, freePlaces(s)));
  const concerns = ([x, y]: readonly [string, string]) => [x, y].some((id) => id === a || id === b);
  const answer = whyNot(
    {
      studios: [one, other].map((s) => ({ id: s.studio, capacity: capacity(s) })),
      pairs: why && !impossible ? [{ a, b, weight: why.weight }] : [],
      kept: kept.filter(concerns),
      forbidden: forbidden.filter(concerns),
    },
    { pairs: chosen ? [[a, b]] : [], prices, odd, total: 0, bound: 0, blocking: 0 },
    a,
    b,
  );
  const found = {
    ...{ reason: answer.reason, weight: why?.weight ?? 0, odd: answer.odd },
    prices: [...answer.prices] as [number, number],
    reasons: (why?.reasons ?? []).map((r) => ({ ...r, ...worded(r, one, other) })),
  };
  const partners = partnersNow([one, other]).some((c) => coupleKey(...c) === coupleKey(a, b));
  if (partners && !chosen)
    return {
      ...found,
      reason: 'partners-already',
      zh: `${one.name} 与 ${other.name} 已在同一联盟`,
      en: `${one.name} and ${other.name} sit in one alliance already`,
    };
  return { ...found, ...worded(answer, one, other) };
}
