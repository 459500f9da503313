// Why this pair, or why not: its score in reasons, against what the last places of both are worth to others.
import type { StudioAnswer, WhyAnswer } from '@jiangong/contracts';
import {
  type Candidates,
  type Corpus,
  explain,
  graphOfCandidates,
  pairSteps,
  runToEnd,
  whyNot,
} from '@jiangong/pairing';
import { coupleKey, type PairingConstraints, partnersNow } from './pairing-constraints.ts';
import { freePlaces, worded } from './profiles.ts';

export interface Question {
  a: string;
  b: string;
  /** Shadow prices of the two, and of the odd sets that hold both. */
  prices: Record<string, number>;
  odd: { of: string[]; price: number }[];
  chosen: boolean;
  /** No pairing of the run weighs more. */
  bound: number;
}
/** What a run was about. */
export interface RunInput {
  studios: ReadonlyMap<string, StudioAnswer>;
  corpus: Corpus;
  wish: PairingConstraints;
  /** The pairs that it chose among: a kept pair alone needs them. */
  possible(): Candidates;
}

export function whyPair({ studios, corpus, wish, possible }: RunInput, question: Question): WhyAnswer {
  const { kept, forbidden, leaders } = wish;
  const { a, b, prices, odd, chosen, bound } = question;
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
  const rule = ruleAgainst(one, other, why !== undefined, leads.size > 0 && leads.has(a) === leads.has(b));
  const partners = partnersNow([one, other]).some((c) => coupleKey(...c) === coupleKey(a, b));
  if (answer.reason === 'kept') {
    const cost = costOfKept(possible(), wish, { a, b, bound, isPossible: !rule && !partners });
    return { ...found, ...worded(answer, one, other), ...costly(cost, rule, one, other) };
  }
  if (partners && !chosen)
    return {
      ...found,
      reason: 'partners-already',
      zh: `${one.name} 与 ${other.name} 已在同一联盟`,
      en: `${one.name} and ${other.name} sit in one alliance already`,
    };
  if (answer.reason === 'not-possible' && rule) return { ...found, reason: rule, ...sentenceOf(rule, one, other) };
  return { ...found, ...worded(answer, one, other) };
}

type Rule = 'same-employer' | 'nothing-in-common' | 'no-leader';
function ruleAgainst(one: StudioAnswer, other: StudioAnswer, share: boolean, isUnled: boolean): Rule | undefined {
  if (one.employer === other.employer) return 'same-employer';
  if (isUnled) return 'no-leader';
  return share ? undefined : 'nothing-in-common';
}
function sentenceOf(rule: Rule, { name: a, employer }: StudioAnswer, { name: b }: StudioAnswer) {
  switch (rule) {
    case 'same-employer':
      return { zh: `${a} 与 ${b} 同属${employer}`, en: `${a} and ${b} belong to one employer, ${employer}` };
    case 'no-leader':
      return {
        zh: `${a} 与 ${b} 须恰有一方牵头`,
        en: `exactly one of ${a} and ${b} has to be a leading studio`,
      };
    case 'nothing-in-common':
      return {
        zh: `${a} 与 ${b} 没有相合的供需、工种或产业链环节`,
        en: `${a} and ${b} share no need and offer, no trade and no stage of a chain`,
      };
    default:
      return rule satisfies never;
  }
}
/**
 * What the best pairing loses by a wish, at least: without the wish there is one of so much, and with it none beyond the bound. The
 * prices of a run that kept the pair say nothing of this: they are what one place more would bring at most.
 */
function costOfKept(
  possible: Candidates,
  { kept, forbidden }: PairingConstraints,
  { a, b, bound, isPossible }: Pick<Question, 'a' | 'b' | 'bound'> & { isPossible: boolean },
): number {
  const others = kept.filter((couple) => coupleKey(...couple) !== coupleKey(a, b));
  const without = graphOfCandidates(possible, others, isPossible ? forbidden : [...forbidden, [a, b]]);
  return Math.max(0, runToEnd(pairSteps(without)).total - bound);
}
/** A person's wish goes before the rules; what it costs is said with it. */
function costly(cost: number, rule: Rule | undefined, one: StudioAnswer, other: StudioAnswer): Partial<WhyAnswer> {
  const against =
    rule === 'no-leader' ? undefined : (rule ?? (cost > 0 ? ('worth-more-elsewhere' as const) : undefined));
  if (!against) return {};
  const why = rule
    ? sentenceOf(rule, one, other)
    : { zh: '两者的名额对别人价值更高', en: 'their places are worth more to others' };
  const points = (cost / 10_000).toFixed(2);
  return {
    ...{ against, cost },
    zh: `按要求保留：${why.zh}；代价至少 ${points}`,
    en: `kept as requested, although ${why.en}; it costs at least ${points}`,
  };
}
