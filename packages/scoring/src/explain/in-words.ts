// An explanation in the words of its scheme: what a step names by id, it also says by its label.
import type { Scheme } from '../schema/scheme.ts';
import { causeLabel, figureLabel, honourLabel, type Place, placeAt, placeOf, stageLabel } from './labels.ts';
import { line, wording } from './render.ts';
import type { Argument, Explain } from './step.ts';
import type { Language } from './words.ts';

/** What a scheme cannot know the names of. */
export interface Names {
  /** An entrant or a judge. */
  entrant(id: string): string;
  /** A part of a criterion's plan, by its position. */
  part?(criterion: string, at: number): string | undefined;
}

/**
 * The same tree with `words` in each step: its line in Chinese and in English, in which milestones, items, events, stages, honours
 * and entrants are called by their labels; `render` gives these lines. Never throws.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const { explain } = evaluateSeason(scheme, examples['wu-bi-wu-sai']!, 'north');
 * const said = render(inWords(scheme, explain!, { entrant: () => 'Northern Branch' }), 'en');
 * said.includes('north,'); // → false
 * ```
 */
export function inWords(scheme: Scheme, tree: Explain, names: Names): Explain {
  const place = placeAt(scheme, tree.at);
  return place ? spoken(tree, place, names) : tree;
}

function spoken(step: Explain, place: Place, names: Names, at = 0): Explain {
  const said = (language: Language) => line({ ...step, ...labelled(step, place, names, at, language) }, language);
  const words = { zh: said('zh'), en: said('en') };
  const of = step.of?.map((each, position) => spoken(each, place, names, position));
  return { ...step, words, ...(of ? { of } : {}) };
}

function labelled(step: Explain, place: Place, names: Names, at: number, language: Language): Partial<Explain> {
  const { op, args, id } = step;
  const name: Record<string, (value: string) => string> = {
    ...{ entrant: names.entrant, ahead: names.entrant, judge: names.entrant },
    figure: (figure) => figureLabel(place, figure, language),
    cause: (cause) => causeLabel(place, cause, language),
    at: (stage) => stageLabel(place, stage, language),
    ...(op === 'collect' || op === 'collected' ? collecting(String(args.from), place, language) : {}),
  };
  const entries = Object.entries(args).map(([key, value]): [string, Argument] => [
    key,
    typeof value === 'string' ? (name[key]?.(value) ?? value) : value,
  ]);
  const tally = op === 'events' ? tallyOf(step, language) : undefined;
  const part = op === 'part' ? names.part?.(id, at) : undefined;
  return {
    args: { ...Object.fromEntries(entries), ...(tally === undefined ? {} : { tally }) },
    ...(part === undefined ? {} : { label: part }),
  };
}

function collecting(from: string, place: Place, language: Language): Record<string, (value: string) => string> {
  const source = placeOf(place, from) ?? place;
  const figure = (value: string) => figureLabel(source, value, language);
  return {
    from: (stage) => stageLabel(place, stage, language),
    honour: (honour) => honourLabel(source, honour, language),
    ...{ pick: figure, weightBy: figure },
  };
}

/** What the events took and gave, by their labels. */
function tallyOf({ of = [] }: Explain, language: Language): string | undefined {
  const zh = language === 'zh';
  const sides = [-1, 1].flatMap((sign) => {
    const counted = of.filter(({ value }) => value !== null && Math.sign(value) === sign);
    if (counted.length === 0) return [];
    const points = Math.abs(counted.reduce((sum, { value }) => sum + Math.round(value! * 10_000), 0)) / 10_000;
    const each = counted.map(({ label, args }) => {
      return zh ? `${wording(label, 'zh')} ${args.times} 次` : `${wording(label, 'en')} × ${args.times}`;
    });
    if (!zh) return [`${sign < 0 ? 'minus' : 'plus'} ${points} for ${each.join(', ')}`];
    return [`${sign < 0 ? '扣' : '加'} ${points} 分：${each.join('、')}`];
  });
  return sides.length > 0 ? sides.join(zh ? '；' : '; ') : undefined;
}
