// Which studios to pair: profiles in, proposals with their reasons and the certificate out, by the pairing package.
import { digestOf, type PairingProposal, type Refusal, refuse, type StudioAnswer } from '@jiangong/contracts';
import { candidatesOf, corpusOf, defaultWeights, explain, instanceOf, type Mode, pair } from '@jiangong/pairing';
import type { Found } from './pairing.ts';

type Couple = [string, string];
interface Wish {
  mode: Mode;
  kept: Couple[];
  forbidden: Couple[];
}
/** Best partners looked at per studio: enough to lose a few parts in ten thousand. */
const partners = 40;
/** A longer sentence says no more, and a page of proposals has to fit an event. */
const longest = 300;

const levels = { national: '国家级', provincial: '省市级', district: '区（集团）级', enterprise: '企业级' } as const;
const profileOf = (s: StudioAnswer) => ({
  id: s.studio,
  employer: s.employer,
  district: s.district,
  level: levels[s.level],
  trade: s.trade,
  ...(s.chain === undefined ? {} : { chain: s.chain }),
  ...(s.stage === undefined ? {} : { stage: s.stage }),
  offers: s.offers,
  seeks: s.seeks,
  capacity: Math.max(0, s.capacity - s.places.length),
});

export function propose(studios: StudioAnswer[], wish: Wish): Found | Refusal {
  if (studios.length < 2) return refuse('pairing-too-small', { count: studios.length });
  const byId = new Map(studios.map((s) => [s.studio, s]));
  const wrong = conflicts(byId, wish);
  if (wrong.length) return refuse('pairing-conflict', { pairs: wrong });

  const corpus = corpusOf(studios.map(profileOf), defaultWeights);
  const apart = [...wish.forbidden, ...partnersNow(studios)];
  const instance = instanceOf(candidatesOf(corpus, partners, { without: apart }), wish);
  const weights = new Map(instance.pairs.map(({ a, b, weight }) => [keyOf(a, b), weight]));
  // A person may keep a pair that no profile would suggest.
  const added = wish.kept.filter(([a, b]) => !weights.has(keyOf(a, b)));
  const extra = added.map(([a, b]) => ({ a, b, weight: explain(corpus, a, b)?.weight ?? 0 }));
  for (const { a, b, weight } of extra) weights.set(keyOf(a, b), weight);
  const answer = pair({ ...instance, pairs: [...instance.pairs, ...extra] }, { mode: wish.mode });

  const kept = new Set(wish.kept.map(([a, b]) => keyOf(a, b)));
  const proposals = answer.pairs.map(([a, b], at): PairingProposal => {
    const why = explain(corpus, a, b);
    const [one, other] = [byId.get(a)!, byId.get(b)!];
    return {
      number: at + 1,
      studios: [a, b],
      names: [one.name, other.name],
      weight: weights.get(keyOf(a, b))!,
      kept: kept.has(keyOf(a, b)),
      reasons: (why?.reasons ?? []).map((r) => ({ ...r, ...worded(r, one, other) })),
      ...(why ? { form: why.form } : {}),
    };
  });
  const paired = new Set(answer.pairs.flat());
  return {
    mode: wish.mode,
    studios: studios.length,
    left: studios.length - paired.size,
    total: answer.total,
    bound: answer.bound,
    blocking: answer.blocking,
    digest: digestOf(answer.pairs),
    proposals,
  };
}

/** The form that the profiles suggest for the leading studio with each other; a person declares it. */
export function suggestForms(leading: StudioAnswer, others: StudioAnswer[]) {
  const corpus = corpusOf([leading, ...others].map(profileOf), defaultWeights);
  return others.flatMap((other) => {
    const why = explain(corpus, leading.studio, other.studio);
    return why ? [{ studio: other.studio, form: why.form, ...worded(why.formReason, leading, other) }] : [];
  });
}

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Studios that sit in one alliance already are no news to each other. */
function partnersNow(studios: StudioAnswer[]): Couple[] {
  const members = new Map<string, string[]>();
  for (const s of studios)
    for (const { alliance } of s.places) members.set(alliance, [...(members.get(alliance) ?? []), s.studio]);
  return [...members.values()].flatMap((m) => m.flatMap((a, at) => m.slice(at + 1).map((b): Couple => [a, b])));
}

/** Kept and forbidden pairs that cannot be meant, as people can read them. */
function conflicts(byId: Map<string, StudioAnswer>, { kept, forbidden }: Wish): string[] {
  const seen = new Set<string>();
  const used = new Map<string, number>();
  const named = ([a, b]: Couple) => [a, b].map((s) => byId.get(s)?.name ?? s).join('—');
  const beyond = (id: string) => used.get(id)! > profileOf(byId.get(id)!).capacity;
  const faulty = [...kept, ...forbidden].filter(([a, b], at) => {
    const known = a !== b && byId.has(a) && byId.has(b) && !seen.has(keyOf(a, b));
    seen.add(keyOf(a, b));
    if (!known || at >= kept.length) return !known;
    for (const s of [a, b]) used.set(s, (used.get(s) ?? 0) + 1);
    return beyond(a) || beyond(b);
  });
  return faulty.slice(0, 20).map(named);
}

/** Sentences name studios, not ids; the English says the level in English. */
function worded(text: { zh: string; en: string }, one: StudioAnswer, other: StudioAnswer) {
  const named = (s: string) => s.replaceAll(one.studio, one.name).replaceAll(other.studio, other.name);
  const en = Object.entries(levels).reduce(
    (s, [level, zh]) => s.replaceAll(`of level ${zh}`, `of level ${level}`),
    text.en,
  );
  return { zh: named(text.zh).slice(0, longest), en: named(en).slice(0, longest) };
}
