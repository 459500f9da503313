// A joint project begins on a day that has come, knows its milestones by their titles, and ends with a result.
import { type Given as Commands, spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import * as jointProject from './joint-project.ts';
import { projects } from './joint-project-view.ts';

const actor = { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
const meta = { id: 'p', businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor };
const trial = { title: '试制', due: '2024-04-30' };
const series = { title: '量产', due: '2024-06-30' };
const content = { alliance: 'a', owner: 'o', studios: ['s1', 's2'], topic: '镶嵌', goal: '减少返工' };
const opened = { ...content, from: '2024-02-01', milestones: [series, trial] };

type Given = Commands<Parameters<typeof jointProject.decide>[1]>;
const after = (...given: Given[]) => spec(jointProject, meta).when(...given);
const open: Given = ['open', opened];
/** What readers see after the commands. */
function seen(...given: Given[]) {
  const events = given.flatMap((_, at) => after(...given.slice(0, at + 1)).outcome as never[]);
  return events.reduce<ReturnType<typeof projects.apply>>((row, event) => projects.apply(row, event), undefined);
}

test('it does not begin in the future, and no milestone lies before it', () => {
  after(['open', { ...opened, from: '2024-03-02' }]).then('future-date');
  after(['open', { ...opened, milestones: [{ title: '早', due: '2024-01-31' }] }]).then('outside-alliance-time');
  after(['open', { ...opened, milestones: [trial, { ...series, title: ' 试 制' }] }]).then('milestones-repeated');
});

test('a milestone is reached once, on a day that has come', () => {
  after(open, ['reach', { milestone: '试 制' }]).then([{ data: { milestone: '试制', on: '2024-03-01' } }]);
  after(open, ['reach', { milestone: '试制' }], ['reach', { milestone: '试制' }]).then([]);
  after(open, ['reach', { milestone: '试制', on: '2024-03-02' }]).then('future-date');
  after(open, ['reach', { milestone: '试制', on: '2024-01-31' }]).then('outside-alliance-time');
  after(open, ['reach', { milestone: '验收' }]).then('milestone-unknown');
});

test('an amendment moves what is to come and keeps what was reached', () => {
  const late = { ...series, due: '2024-09-30' };
  const moved: Given[] = [
    open,
    ['reach', { milestone: '试制', note: '两轮' }],
    ['amend', { milestones: [late], reason: '钢厂检修' }],
  ];
  expect(seen(...moved)).toMatchObject({
    milestones: [{ ...trial, reachedOn: '2024-03-01', note: '两轮' }, late],
    amendments: [{ milestones: [late], reason: '钢厂检修', on: '2024-03-01' }],
  });
  after(...moved, ['amend', { milestones: [trial], reason: '重来' }]).then('milestones-repeated');
});

test('outputs are linked once, and the link is taken back', () => {
  const linked: Given[] = [open, ['link', { output: 'o1', title: '新法' }]];
  expect(seen(...linked)?.outputs).toEqual([{ output: 'o1', title: '新法' }]);
  after(...linked, ['link', { output: 'o1', title: '新法' }]).then([]);
  expect(seen(...linked, ['unlink', { output: 'o1' }])?.outputs).toEqual([]);
  after(open, ['unlink', { output: 'o1' }]).then('not-found');
});

test('it ends with a result, and with a reason where milestones are not reached', () => {
  after(open, ['close', { result: '返工减半' }]).then('milestones-open');
  const ended: Given[] = [open, ['close', { result: '返工减半', reason: '设备停用' }]];
  expect(seen(...ended)).toMatchObject({ result: '返工减半', reason: '设备停用', to: '2024-03-01' });
  after(...ended, ['report', { progress: '再' }]).then('project-closed');
  after(['open', { ...opened, milestones: [] }], ['close', { result: '返工减半' }]).then([
    { data: { to: '2024-03-01' } },
  ]);
});
