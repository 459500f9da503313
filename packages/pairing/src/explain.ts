/**
 * Why this pair: sentences in Chinese and English whose points add up to the score exactly, and the form the two might take.
 * The form is a suggestion with its reasons; a person declares it.
 */
import type { Corpus } from './corpus.ts';
import { type Form, linkOf, type Parts, scorePair, sharedTerms } from './score.ts';

/** One part of a score with its points (10,000 = 1.00) and a sentence. */
export interface Reason {
  readonly part: keyof Parts;
  readonly points: number;
  readonly zh: string;
  readonly en: string;
}

/** Why two studios fit: reasons whose points add up to `weight` exactly, and a suggested form. */
export interface Explanation {
  readonly weight: number;
  readonly reasons: readonly Reason[];
  readonly form: Form;
  readonly formReason: { readonly zh: string; readonly en: string };
}

/**
 * Why this pair: sentences in Chinese and English whose points add up to the score. Returns undefined if the two cannot be
 * paired; throws RangeError for an unknown id.
 *
 * @example
 * ```ts
 * const base = { district: '丰台', level: '市级', topics: [], capacity: 1 };
 * const corpus = corpusOf(
 *   [
 *     { ...base, id: '焊接室', employer: '甲', trade: '焊接', offers: ['高强钢焊接'], seeks: ['机器人编程'] },
 *     { ...base, id: '编程室', employer: '乙', trade: '自动化', offers: ['机器人编程'], seeks: ['高强钢焊接'] },
 *   ],
 *   defaultWeights,
 * );
 * const why = explain(corpus, '焊接室', '编程室')!;
 * why.reasons.reduce((sum, reason) => sum + reason.points, 0) === why.weight; // → true
 * ```
 */
export function explain(corpus: Corpus, first: string, second: string): Explanation | undefined {
  const score = scorePair(corpus, first, second);
  if (score === undefined) return undefined;
  const a = corpus.at.get(first)!;
  const b = corpus.at.get(second)!;
  const formReason = formReasonOf(corpus, a, b);
  const terms = (u: number, v: number) => phrasesOf(corpus, u, v);
  const say: Record<keyof Parts, () => { zh: string; en: string }> = {
    need: () => met(first, second, terms(a, b)),
    offer: () => met(second, first, terms(b, a)),
    form: () => formReason,
    district: () => ({
      zh: `同在${corpus.studios[a]!.district}`,
      en: `both in ${corpus.studios[a]!.district}`,
    }),
    level: () => ({ zh: `同为${corpus.studios[a]!.level}`, en: `both of level ${corpus.studios[a]!.level}` }),
    topics: () => {
      const both = (corpus.studios[a]!.topics ?? []).filter((t) => corpus.studios[b]!.topics?.includes(t));
      return { zh: `共同课题：${both.join('、')}`, en: `shared topics: ${both.join(', ')}` };
    },
  };
  const reasons = (Object.keys(say) as (keyof Parts)[])
    .filter((part) => score.parts[part] > 0)
    .map((part) => ({ part, points: score.parts[part], ...say[part]() }));
  return { weight: score.weight, reasons, form: score.form, formReason };
}

const met = (one: string, other: string, phrases: readonly string[]) => ({
  zh: `${one}所需，${other}所长：${phrases.join('、')}`,
  en: `${other} offers what ${one} seeks: ${phrases.join(', ')}`,
});

/** What u seeks, in its own words, as far as v offers it. */
function phrasesOf(corpus: Corpus, u: number, v: number): string[] {
  const both = sharedTerms(corpus, u, v).map((t) => corpus.terms[t]!);
  const plain = (phrase: string) => phrase.toLowerCase();
  const phrases = corpus.studios[u]!.seeks.filter((phrase) => both.some((t) => plain(phrase).includes(t)));
  return phrases.length > 0 ? phrases : both;
}

function formReasonOf(c: Corpus, a: number, b: number): { zh: string; en: string } {
  const [one, other] = [c.studios[a]!, c.studios[b]!];
  const link = linkOf(c, a, b);
  switch (link) {
    case 'linked':
      return {
        zh: `同一链条“${one.chain}”的相邻环节（${one.stage}与${other.stage}），建议关联`,
        en: `neighbouring stages ${one.stage} and ${other.stage} of the chain ${one.chain}: linked`,
      };
    case 'same-type':
      return { zh: `同一工种“${one.trade}”，建议同型`, en: `the same trade, ${one.trade}: same-type` };
    case 'cross-type':
      return {
        zh: `工种互补：${one.trade}与${other.trade}，建议异型`,
        en: `complementary trades, ${one.trade} and ${other.trade}: cross-type`,
      };
    case undefined:
      return {
        zh: `工种不同（${one.trade}与${other.trade}）而供需相合，建议异型`,
        en: `different trades (${one.trade} and ${other.trade}) whose needs and offers meet: cross-type`,
      };
    default:
      return link satisfies never;
  }
}
