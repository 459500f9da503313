// What people read of an explanation names everything by its label: no id of the scheme, of an entrant or of a stage.
import { expect, test } from 'vitest';
import { evaluateStage, examples, inWords, parseScheme, render, type Season, templates } from '../index.ts';
import { evaluateSeason } from '../season.ts';

/** Ids that stand in a scheme or a season. */
function idsIn(value: unknown): string[] {
  if (!value || typeof value !== 'object') return [];
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}
/** Words that a label of the scheme has itself, in either language. */
const wordsIn = (value: unknown): string[] =>
  (typeof value === 'string' ? value : JSON.stringify(value)).match(/[A-Za-z][A-Za-z0-9-]*/g) ?? [];
function labelsIn(value: unknown): unknown[] {
  if (!value || typeof value !== 'object') return [];
  const own = Object.entries(value).filter(([key]) => ['label', 'clause', 'subject', 'na'].includes(key));
  return [...own.map(([, label]) => label), ...Object.values(value).flatMap(labelsIn)];
}

const cases = Object.entries(examples).flatMap(([name, season]) => {
  const stages = season.stages.map((_, at) => season.stages.slice(0, at + 1));
  return stages.map((upTo) => [name, upTo.at(-1)!.stage, { ...season, stages: upTo }] as const);
});

test.each(cases)('%s, %s: every explanation is in words', (name, _, season: Season) => {
  const scheme = parseScheme(templates[name]!);
  const names = new Map(season.stages.flatMap(({ entrants }) => entrants.map(({ id }) => [id, `单位${id.length}`])));
  const allowed = new Set(wordsIn(labelsIn([scheme, season])));
  const ids = [...new Set([...idsIn(scheme), ...idsIn(season)])].filter((id) => !allowed.has(id));
  for (const { id } of season.stages.at(-1)!.entrants) {
    const tree = inWords(scheme, evaluateSeason(scheme, season, id).explain!, {
      entrant: (entrant) => names.get(entrant) ?? '评委',
    });
    expect(wordsIn(render(tree, 'zh')).filter((word) => !allowed.has(word))).toEqual([]);
    const english = render(tree, 'en');
    expect(english).not.toMatch(/[a-z]\.[a-z]/);
    // What is a word of the sentences as well is told apart by the Chinese text, in which no Latin word may stand.
    const hyphened = ids.filter(
      (each) => /[-0-9]/.test(each) && english.match(new RegExp(`(?<![\\w-])${each}(?![\\w-])`)),
    );
    expect(hyphened).toEqual([]);
  }
});

test('events say what they took', () => {
  const scheme = parseScheme(templates['qi-bi-qi-sai']!);
  const inputs = { quality: { events: [{ code: 'defect', times: 2 }] } };
  const ref = { track: 'projects', stage: 'quarter', period: 'q1' };
  const { explain } = evaluateStage(scheme, ref, [{ id: 'first', inputs }], [], { explain: 'first' });
  const tree = inWords(scheme, explain!, { entrant: () => '单位' });
  expect(render(tree, 'zh')).toContain('工程质量：起评 14，扣 2 分：质量缺陷 2 次 = 12');
  expect(render(tree, 'en')).toContain('minus 2 for');
});

test('a part of a plan is called as whoever knows the plan calls it', () => {
  const scheme = parseScheme(templates['qi-bi-qi-sai']!);
  const season = examples['qi-bi-qi-sai']!;
  const entrant = season.stages[0]!.entrants.find(({ inputs }) =>
    Object.values(inputs ?? {}).some((mark) => 'parts' in mark),
  )!;
  const { explain } = evaluateSeason(scheme, { ...season, stages: season.stages.slice(0, 1) }, entrant.id);
  const named = { entrant: () => '单位', part: (_: string, at: number) => ['主体', '二次结构'][at] };
  expect(render(inWords(scheme, explain!, named), 'zh')).toContain('主体：权重');
});
