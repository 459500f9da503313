// An explanation as text: one indented line per step, in Chinese or in English.
import type { Text } from '../schema/text.ts';
import type { Op } from './ops.ts';
import type { Explain } from './step.ts';
import { type Language, SENTENCES } from './words.ts';

const STATUS = {
  scored: { zh: '', en: '' },
  'not-assessable': { zh: '［不具备评定条件］', en: ' [not assessable]' },
  'not-applicable': { zh: '', en: '' },
  pending: { zh: '［待完成］', en: ' [pending]' },
  invalid: { zh: '［无效］', en: ' [invalid]' },
} as const;

/** Steps that say nothing but their number: without one, the status says it all. */
const COUNTS = new Set<Op>([
  'points',
  'proportional',
  'rate',
  'steps',
  'linear',
  'relative',
  'shown',
  'sum',
  'share',
  'panel',
]);

/**
 * An explanation as text in Chinese (`zh`) or English (`en`): one line per step, indented two spaces per level, without a final
 * line break. Never throws.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const season = examples['wu-bi-wu-sai']!;
 * const { explain } = evaluateSeason(scheme, season, 'north');
 * render(explain!, 'en').split('\n').length > 10; // → true
 * ```
 */
export function render(tree: Explain, language: Language): string {
  const lines: string[] = [];
  const stack = [{ step: tree, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    lines.push('  '.repeat(next.depth) + (next.step.words?.[language] ?? line(next.step, language)));
    const of = next.step.of ?? [];
    for (let i = of.length - 1; i >= 0; i--) stack.push({ step: of[i]!, depth: next.depth + 1 });
  }
  return lines.join('\n');
}

/** A label in the given language; Chinese where there is no other. */
export function wording(text: Text, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}

/** What a step says by itself. */
export function line(step: Explain, language: Language): string {
  const colon = language === 'zh' ? '：' : ': ';
  const clause = step.clause === undefined ? '' : language === 'zh' ? `（${step.clause}）` : ` (${step.clause})`;
  const running =
    step.running === undefined ? '' : language === 'zh' ? `目前 ${step.running}` : ` ${step.running} so far`;
  const status = step.op === 'collected' || step.op === 'judge' ? '' : STATUS[step.status][language];
  const said = COUNTS.has(step.op) && step.value === null ? '' : SENTENCES[step.op](step)[language];
  return `${wording(step.label, language)}${clause}${colon}${said}${limited(step, language)}${status}${running}`;
}

/** What a floor, a ceiling, a veto or a voiding figure did to the number. */
function limited({ args }: Explain, language: Language): string {
  const zh = language === 'zh';
  const said: string[] = [];
  if (args.cause !== undefined && args.limit !== undefined)
    said.push(zh ? `因 ${args.cause} 计 ${args.limit}` : `${args.limit} because of ${args.cause}`);
  else if (args.limit !== undefined) said.push(zh ? `按上下限计 ${args.limit}` : `limited to ${args.limit}`);
  if (args.factor !== undefined)
    said.push(
      zh ? `乘系数 ${args.fact} ${args.factor} = ${args.product}` : `× ${args.fact} ${args.factor} = ${args.product}`,
    );
  if (args.places !== undefined)
    said.push(
      zh ? `保留 ${args.places} 位小数 = ${args.rounded}` : `rounded to ${args.places} decimals = ${args.rounded}`,
    );
  if (args.exact !== undefined)
    said.push(
      zh ? `准确值 ${args.exact}，据此一次四舍五入公布` : `exactly ${args.exact}, which is rounded once to publish it`,
    );
  return said.map((text) => `${zh ? '；' : '; '}${text}`).join('');
}
