// Rules for outputs as people read them, a line each; and the templates that unions begin from.
import { type OutputRulesBody, valueLabels } from '@jiangong/contracts';

type Template = 'five-small-alterations' | 'five-small-creations';

const fiveSmall = (title: string, ...kinds: string[]): OutputRulesBody => ({
  title,
  kinds: kinds.map((kind) => {
    const isSuggestion = kind === '小建议';
    const evidence = isSuggestion ? ['采纳证明'] : ['应用证明'];
    return { kind, points: isSuggestion ? 5 : 10, evidence, benefitNeeded: false };
  }),
  applied: ['production', 'operation', 'research', 'management'],
  fields: ['summary'],
  bands: [
    { from: 100_000, points: 10 },
    { from: 500_000, points: 20 },
    { from: 1_000_000, points: 30 },
  ],
  most: 40,
});
/** The two published lists of 五小 differ in one kind; points and bands are a beginning, for the union to change. */
export const outputRulesTemplates: Record<Template, OutputRulesBody> = {
  'five-small-alterations': fiveSmall('五小成果规则（含小改造）', '小发明', '小革新', '小改造', '小设计', '小建议'),
  'five-small-creations': fiveSmall('五小成果规则（含小创造）', '小发明', '小创造', '小革新', '小设计', '小建议'),
};

const none = { zh: [], en: [] };
export function textOf(body: OutputRulesBody | undefined): { zh: string[]; en: string[] } {
  if (!body) return none;
  const { title, kinds, applied, fields, bands, most } = body;
  const fieldsZh = fields.map((field) => valueLabels.outputField[field]);
  return {
    zh: [
      title,
      ...kinds.map(({ kind, points, evidence, benefitNeeded }) =>
        [
          `${kind}：${points} 分`,
          evidence.length ? `须有${evidence.join('、')}` : '须有佐证',
          ...(benefitNeeded ? ['须核定效益'] : []),
        ].join('；'),
      ),
      `应用领域：${applied.map((each) => valueLabels.applied[each]).join('、')}`,
      ...(fields.length ? [`必填：${fieldsZh.join('、')}`] : []),
      ...bands.map(({ from, points }) => `核定净效益达到 ${from.toLocaleString('en')} 元：加 ${points} 分`),
      `单项最高 ${most} 分`,
    ],
    en: [
      title,
      ...kinds.map(({ kind, points, evidence, benefitNeeded }) =>
        [
          `${kind}: ${points} points`,
          evidence.length ? `needs ${evidence.join(', ')}` : 'needs evidence',
          ...(benefitNeeded ? ['needs a certified benefit'] : []),
        ].join('; '),
      ),
      `In use in: ${applied.join(', ')}`,
      ...(fields.length ? [`To be filled in: ${fields.join(', ')}`] : []),
      ...bands.map(({ from, points }) => `Certified net benefit of ${from.toLocaleString('en')} yuan: ${points} more`),
      `At most ${most} points`,
    ],
  };
}
