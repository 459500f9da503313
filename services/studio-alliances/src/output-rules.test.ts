// Rules for outputs: published in versions, and applied to what is logged, submitted and accepted from then on.
import { isRefusal } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { type Given as Commands, spec } from '@jiangong/service-kit/testing/spec';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as output from './output.ts';
import { pointsOf } from './output-rule-checks.ts';
import * as rules from './output-rules.ts';
import { outputRulesTemplates, textOf } from './output-rules-text.ts';
import { studioAlliances } from './service.ts';
import type { Who } from './wrong.fixture.ts';

const who = (sub: string) => ({ sub, org: 'union', roles: ['organiser' as const], departments: [], units: [] });
const meta = { id: 'r1', businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor: who('li') };
const second = { actor: who('sun') };
const third = { actor: who('zhou') };
const body = outputRulesTemplates['five-small-alterations'];

test('a template is drafted, changed, and published as versions that stay', () => {
  const kinds = [{ kind: '小发明', points: 20, evidence: [], benefitNeeded: true }];
  const path = spec(rules, meta).when(
    ['draft', { template: 'five-small-alterations' }],
    ['publish'],
    ['save', { body: { ...body, kinds } }],
    ['publish'],
  );
  expect(path.outcome).toMatchObject([{ type: 'output-rules-published', data: { version: 2, body: { kinds } } }]);
  const again = spec(rules, meta).when(['draft', { template: 'five-small-creations' }], ['publish'], ['publish']);
  expect(again.outcome).toMatchObject({ refused: 'output-rules-not-drafted', params: { version: 1 } });
});

test('the two templates differ in one kind, and are read in Chinese without a word of code', () => {
  const [one, other] = Object.values(outputRulesTemplates).map(({ kinds }) => kinds.map(({ kind }) => kind));
  expect(one!.filter((kind) => !other!.includes(kind))).toEqual(['小改造']);
  expect(other!.filter((kind) => !one!.includes(kind))).toEqual(['小创造']);
  expect(textOf(body).zh).toEqual([
    '五小成果规则（含小改造）',
    '小发明：10 分；须有应用证明',
    '小革新：10 分；须有应用证明',
    '小改造：10 分；须有应用证明',
    '小设计：10 分；须有应用证明',
    '小建议：5 分；须有采纳证明',
    '应用领域：生产、运营、科研、管理',
    '必填：摘要',
    '核定净效益达到 100,000 元：加 10 分',
    '核定净效益达到 500,000 元：加 20 分',
    '核定净效益达到 1,000,000 元：加 30 分',
    '单项最高 40 分',
  ]);
  for (const line of textOf(body).zh.slice(1)) expect(line).not.toMatch(/[a-z]/i);
});

type Given = Commands<Parameters<typeof output.decide>[1]>;
const after = (...given: Given[]) => spec(output, { ...meta, id: 'o1' }).when(...given);
const refusal = (...given: Given[]) => {
  const { outcome } = after(...given);
  return isRefusal(outcome) ? outcome : undefined;
};
const version1 = { version: 1, ...body };
const content = {
  ...{ alliance: 'a', owner: 'union', studios: ['s'], kind: '小发明', title: '甲', applied: ['production' as const] },
  ...{ contributors: ['P-1'], adoptedOn: '2023-03-01', evidence: [{ title: '应用证明（二车间）', reference: '一' }] },
  summary: '改了夹具',
};
const certify = (gross: number, over: object = {}): Given => [
  'certify-benefit',
  { gross, cost: 0, from: '2023-03-01', to: '2024-02-29', ...over },
  third,
];

test('a kind or a field of application that the rules do not know is refused, in a draft too', () => {
  expect(refusal(['log', { ...content, kind: '专利', rules: version1 }])).toMatchObject({
    refused: 'output-kind',
    params: { kind: '专利', known: ['小发明', '小革新', '小改造', '小设计', '小建议'] },
  });
  const narrow = { ...version1, applied: ['research' as const] };
  expect(refusal(['log', { ...content, rules: narrow }])?.refused).toBe('output-applied');
  expect(refusal(['log', content], ['amend', { kind: '专利', rules: version1 }])?.refused).toBe('output-kind');
  expect(refusal(['log', { ...content, kind: '专利' }], ['submit', { rules: version1 }])?.refused).toBe('output-kind');
  expect(refusal(['log', { ...content, kind: ' 小 发明', rules: version1 }])).toBeUndefined();
});

test('what is submitted has every field and every document that the rules need; a file proves as well as a reference', () => {
  const { summary: _, ...bare } = content;
  const lacks = refusal(
    ['log', { ...bare, evidence: [{ title: '照片', reference: '一' }] }],
    ['submit', { rules: version1 }],
  );
  expect(lacks).toMatchObject({ refused: 'output-lacks', params: { missingZh: ['摘要', '应用证明'] } });
  const file = { file: 'f', name: '应用证明.pdf', type: 'application/pdf', size: 1, sha256: 'a', originalSha256: 'a' };
  expect(
    refusal(['log', { ...content, evidence: [], files: [file] }], ['submit', { rules: version1 }]),
  ).toBeUndefined();
  expect(
    refusal(['log', { ...bare, kind: '专利', evidence: [{ title: '照片', reference: '一' }] }], ['submit']),
  ).toBeUndefined();
});

test('an output keeps the rule it was submitted under; points follow its certified benefit, capped', () => {
  const submitted: Given[] = [
    ['log', content],
    ['submit', { rules: version1 }],
  ];
  const accepted: Given[] = [...submitted, ['accept', {}, second]];
  expect(after(...accepted).outcome).toMatchObject([{ data: { counts: true, points: 10 } }]);
  expect(after(...submitted, certify(500_000), ['accept', {}, second]).outcome).toMatchObject([
    { data: { points: 30 } },
  ]);
  expect(after(...accepted, certify(99_999.99)).outcome).toMatchObject([{ data: { points: 10 } }]);
  expect(after(...accepted, certify(100_000)).outcome).toMatchObject([{ data: { points: 20 } }]);
  const rule = after(...submitted).state!.rule!;
  expect([0, 1e6, 1e9].map((yuan) => pointsOf({ ...rule, most: 35 }, yuan))).toEqual([10, 35, 35]);
  // Returned and submitted again, it is judged by the rules of that day.
  const stricter = { ...version1, version: 2, kinds: [{ ...body.kinds[0]!, benefitNeeded: true }] };
  const again: Given[] = [...submitted, ['reject', { reason: '补' }, second], ['submit', { rules: stricter }]];
  expect(refusal(...again, ['accept', {}, second])).toMatchObject({ refused: 'benefit-missing' });
  expect(after(...again, certify(1), ['accept', {}, second]).outcome).toMatchObject([{ data: { points: 10 } }]);
});

let t: Testing;
const organiser: Who = { org: 'industry', sub: 'li', roles: ['organiser'] };
const leader: Who = { org: 'industry', sub: 'ma', roles: ['alliance-leader'], units: [] };
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
}, 240_000);
afterAll(() => t.stop());

test('a union’s rules are its own: drafted, saved, published, read by everybody of it and by nobody else', async () => {
  const { body: made, status } = await t.call(organiser, 'POST', '/api/output-rules', {
    template: 'five-small-creations',
  });
  expect(status).toBe(201);
  const at = `/api/output-rules/${made.id}`;
  const { body: draft, headers } = await t.call(organiser, 'GET', at);
  expect(draft).toMatchObject({ version: 0, draft: { title: '五小成果规则（含小创造）' } });
  const unordered = { ...draft.draft, bands: [...draft.draft.bands].reverse() };
  expect((await t.call(organiser, 'PUT', at, { body: unordered }, { 'if-match': `${headers.etag}` })).status).toBe(400);
  expect((await t.call(leader, 'POST', `${at}/publish`)).status).toBe(403);
  expect((await t.call(organiser, 'POST', `${at}/publish`)).status).toBe(200);
  expect((await t.call(leader, 'GET', at)).body).toMatchObject({
    version: 1,
    text: { zh: expect.arrayContaining(['小创造：10 分；须有应用证明']) },
  });
  expect((await t.call(leader, 'GET', `${at}/versions/1`)).body.body).toEqual(draft.draft);
  const stranger: Who = { org: 'district', sub: 'wu', roles: ['organiser'] };
  for (const path of [at, `${at}/versions/1`]) expect((await t.call(stranger, 'GET', path)).status).toBe(404);
  expect((await t.call(stranger, 'POST', `${at}/publish`)).status).toBe(404);
  expect((await t.call(stranger, 'GET', '/api/output-rules')).body.items).toEqual([]);
});
