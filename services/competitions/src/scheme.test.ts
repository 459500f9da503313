import { isRefusal } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { decide, evolve, initial, type State } from './scheme.ts';
import { templateNames } from './scheme-language.ts';

const meta = {
  id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d03',
  businessDate: '2023-12-01',
  now: '2023-12-01T09:00:00+08:00',
  actor: { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] },
};
type Given = Parameters<typeof decide>[1];
const given = (state: State, command: Pick<Given, 'type' | 'data'>) => {
  const decision = decide(state, { ...meta, ...command } as Given);
  if (isRefusal(decision)) throw Object.assign(new Error(decision.refused), decision);
  return decision.reduce(evolve, state);
};
const drafted = () => given(initial, { type: 'draft', data: { template: 'qi-bi-qi-sai' } });

test('every template can be drafted, and is published or names what is not supported yet', () => {
  const refusals: Record<string, string[]> = {};
  for (const template of templateNames()) {
    const draft = given(initial, { type: 'draft', data: { template } });
    const decision = decide(draft, { ...meta, type: 'publish', data: {} });
    if (!isRefusal(decision)) {
      expect(decision.reduce(evolve, draft)).toEqual({ published: 1 });
      continue;
    }
    const errors = decision.params.errors as { at: string; zh: string; en: string }[];
    refusals[template] = [decision.refused, ...errors.map(({ zh }) => zh.split('：')[0]!)];
    for (const { at, zh, en } of errors)
      expect([at, zh, en]).toEqual([expect.stringMatching(/^\//), expect.any(String), expect.any(String)]);
  }
  expect(refusals).toEqual({
    'ji-neng': ['scheme-unsupported', '选手 · 竞赛 · 实操'],
    'jian-jia': ['scheme-unsupported', '职工小家 · 两年复审', '职工小家 · 评选'],
    'lan-qiu': ['scheme-unsupported', '代表队 · 淘汰赛', '代表队 · 小组赛'],
    'liu-you': ['scheme-unsupported', '站点 · 评比 · 互评'],
  });
});

test('a part for contests alone is published once the organiser accepts it; one that nothing closes is not', () => {
  const judged = given(initial, { type: 'draft', data: { template: 'ji-neng' } });
  expect(given(judged, { type: 'publish', data: { acceptUnsupported: true } })).toEqual({ published: 1 });
  const sized = JSON.parse(JSON.stringify(drafted()!.draft), (_, node) =>
    node?.measure?.kind === 'value' ? { ...node, factor: 'size' } : node,
  );
  const faulty = given(drafted(), { type: 'save', data: { body: { ...sized, language: 2 } } });
  expect(() => given(faulty, { type: 'publish', data: { acceptUnsupported: true } })).toThrow('scheme-unplayable');
});

test('a published version is followed by the next, never changed', () => {
  const published = given(drafted(), { type: 'publish', data: {} });
  expect(() => given(published, { type: 'publish', data: {} })).toThrow('scheme-not-drafted');
  const body = drafted()!.draft!;
  const saved = decide(published, { ...meta, type: 'save', data: { body: { ...body, version: 7 } } });
  expect(saved).toMatchObject([{ data: { version: 2, body: { version: 2 } } }]);
});

test('a faulty draft can be saved but not published, and the refusal points at the fault', () => {
  const body = { ...drafted()!.draft!, tracks: [] };
  const faulty = given(drafted(), { type: 'save', data: { body } });
  const refusal = decide(faulty, { ...meta, type: 'publish', data: {} });
  expect(refusal).toMatchObject({ refused: 'scheme-faulty', params: { count: 1, errors: [{ at: '/tracks' }] } });
});

test('a draft in which progress is not strictly the largest cannot be published', () => {
  const text = JSON.stringify(drafted()!.draft);
  const points: Record<string, number> = { progress: 32, safety: 32 };
  const body = JSON.parse(text, (_, node) =>
    node && typeof node === 'object' && node.points && points[node.id] ? { ...node, points: points[node.id] } : node,
  );
  const level = given(drafted(), { type: 'save', data: { body } });
  const refusal = decide(level, { ...meta, type: 'publish', data: {} });
  expect(refusal).toMatchObject({ refused: 'scheme-faulty' });
  expect(JSON.stringify(refusal)).toMatch(/progress.*must be strictly larger/);
});

test('an unknown template is refused with the list of templates', () => {
  const refusal = decide(initial, { ...meta, type: 'draft', data: { template: 'toString' } });
  expect(refusal).toMatchObject({ refused: 'template-unknown', params: { known: templateNames() } });
});
