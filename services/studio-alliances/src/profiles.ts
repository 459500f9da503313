// Studios as the pairing sees them, and its sentences as people read them: with names for ids.
import type { StudioAnswer } from '@jiangong/contracts';
import { corpusOf, defaultWeights, explain } from '@jiangong/pairing';

/** A longer sentence says no more, and a page of proposals has to fit an event. */
const longest = 300;
const levels = { national: '国家级', provincial: '省市级', district: '区（集团）级', enterprise: '企业级' } as const;

export const freePlaces = (s: StudioAnswer) => Math.max(0, s.capacity - s.places.length);
export const profileOf = (s: StudioAnswer) => ({
  id: s.studio,
  employer: s.employer,
  district: s.district,
  level: levels[s.level],
  trade: s.trade,
  ...(s.chain === undefined ? {} : { chain: s.chain }),
  ...(s.stage === undefined ? {} : { stage: s.stage }),
  offers: s.offers,
  seeks: [...s.seeks, ...(s.needs ?? []).map(({ problem }) => problem)],
  capacity: freePlaces(s),
});
export const corpusOfStudios = (studios: readonly StudioAnswer[]) => corpusOf(studios.map(profileOf), defaultWeights);

type Named = Pick<StudioAnswer, 'studio' | 'name'>;
/** Sentences name studios, not ids; the English says the level in English. */
export function worded(text: { zh: string; en: string }, ...studios: (Named | undefined)[]) {
  const named = (sentence: string) =>
    studios.reduce((s, studio) => (studio ? s.replaceAll(studio.studio, studio.name) : s), sentence).slice(0, longest);
  const en = Object.entries(levels).reduce(
    (s, [level, zh]) => s.replaceAll(`of level ${zh}`, `of level ${level}`),
    text.en,
  );
  return { zh: named(text.zh), en: named(en) };
}

/** The form that the profiles suggest for the leading studio with each other; a person declares it. */
export function suggestForms(leading: StudioAnswer, others: StudioAnswer[]) {
  const corpus = corpusOfStudios([leading, ...others]);
  return others.flatMap((other) => {
    const why = explain(corpus, leading.studio, other.studio);
    return why ? [{ studio: other.studio, form: why.form, ...worded(why.formReason, leading, other) }] : [];
  });
}
