// Explanations of a played year call everything by its label: no id of the scheme, no unit's or stage's id.
import { checkId, type Entrant } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  body,
  branches,
  competition,
  evaluatedYear,
  organiser,
  projects,
  quarters,
  type Year,
} from './year.fixture.ts';

const [first] = projects as [Entrant, Entrant, Entrant];
let year: Year;
beforeAll(async () => {
  year = await evaluatedYear();
}, 240_000);
afterAll(() => year.stop());

interface Step {
  of?: Step[];
}
const stepsOf = (step: Step): Step[] => [step, ...(step.of ?? []).flatMap(stepsOf)];
const read = async (result: string) => (await year.call(organiser, 'GET', `/explanations/${result}`)).body;
const latin = (text: string): string[] => text.match(/[A-Za-z][A-Za-z0-9.-]*/g) ?? [];
/** Latin words that the scheme's own Chinese labels hold. */
const allowed = new Set([...JSON.stringify(body).matchAll(/"zh":"([^"]*)"/g)].flatMap(([, label]) => latin(label!)));

test('no explanation of a played year holds an id', async () => {
  const quarterly = projects.flatMap(({ entry }) => quarters.map(({ id }) => checkId(entry, id)));
  const results = [...quarterly, ...[...projects, ...branches].map(({ entry }) => entry)];
  let lines = 0;
  for (const result of results) {
    const { text, tree } = await read(result);
    const steps = stepsOf(tree).length;
    for (const language of [text.zh, text.en]) expect(language.split('\n')).toHaveLength(steps);
    expect(latin(text.zh).filter((word) => !allowed.has(word))).toEqual([]);
    expect(text.en).not.toMatch(/[a-z]\.[a-z]|[0-9a-f]{8}-|\bm[12]\b|\bq[1-4]\b/);
    lines += steps;
  }
  console.log(`explanations ${results.length}, lines ${lines}`);
});

test('milestones, items, periods and units are called by their labels, in a correction tried as well', async () => {
  const { text } = await read(checkId(first.entry, 'q1'));
  expect(text.zh).toContain('主体：权重 60');
  expect(text.zh).toContain('扣 1 分：质量缺陷 1 次');
  expect((await read(branches[0]!.entry)).text.zh).toContain(first.shortName);
  expect((await read(first.entry)).text.zh).toContain('第一季度');
  const tried = { marks: { quality: { events: [{ code: 'defect', times: 3 }] } }, raise: [], lift: [] };
  const answer = await year.call(organiser, 'POST', `/explanations/${checkId(first.entry, 'q1')}/what-if`, tried);
  expect(answer.body.after.text.zh).toContain('扣 3 分：质量缺陷 3 次');
});

test('what bars a unit says of which period it is', async () => {
  const raise = [{ kind: 'casualty', evidence: ['事故通报'] }];
  const change = { marks: {}, lift: [], raise, reason: '事故认定' };
  const answer = await year.call(organiser, 'POST', `/checks/${checkId(first.entry, 'q1')}/corrections`, change);
  expect(answer.status).toBe(200);
  await year.quiet();
  const { text } = await read(checkId(first.entry, 'q1'));
  expect(text.zh).toContain('评比资格（第一季度）');
  const standings = `/standings/${competition}?track=projects`;
  const { body } = await year.call(organiser, 'GET', standings);
  const item = body.items.find(({ entry }: { entry: string }) => entry === first.entry);
  expect(item.bars).toMatchObject([{ at: 'projects.quarter.q1', atLabel: '项目部 第一季度' }]);
});
