import { expect, test } from 'vitest';
import { markOf, mergedCells } from './mark-cells.ts';

const safety = {
  id: 'safety',
  label: '安全生产',
  levels: [{ id: 'good', label: '良好' }],
  events: [
    { id: 'hazard', label: '隐患' },
    { id: 'rework', label: '返工' },
    { id: 'record', label: '资料不全' },
  ],
};
const cells = { evidence: [] };

test('a row holds one mark, in exactly one cell, by codes or by what the scheme calls them', () => {
  expect(markOf(safety, { ...cells, value: 5.5 })).toEqual({ value: 5.5 });
  expect(markOf(safety, { level: 'good', evidence: ['检查记录 3'] })).toEqual({
    level: 'good',
    evidence: ['检查记录 3'],
  });
  expect(markOf(safety, { ...cells, level: '良好' })).toEqual({ level: 'good' });
  expect(markOf(safety, { ...cells, events: 'hazard×2；rework; record*3' })).toEqual({
    events: [{ code: 'hazard', times: 2 }, { code: 'rework' }, { code: 'record', times: 3 }],
  });
  expect(markOf(safety, { ...cells, events: '隐患＊２：东侧基坑；返工：外墙' })).toEqual({
    events: [
      { code: 'hazard', times: 2, subject: '东侧基坑' },
      { code: 'rework', subject: '外墙' },
    ],
  });
  expect(markOf(safety, { ...cells, events: '无' })).toEqual({ events: [] });
  expect(markOf(safety, { ...cells, na: '现场移交' })).toEqual({ na: '现场移交' });
  for (const wrong of [{}, { value: 5, level: 'good' }, { value: 1.23456 }])
    expect(markOf(safety, { ...cells, ...wrong })).toMatchObject({ refused: 'mark-misfit' });
});

test('points are within what the criterion gives', () => {
  const bounded = { ...safety, most: 6 };
  expect(markOf(bounded, { ...cells, value: 6 })).toEqual({ value: 6 });
  for (const value of [6.1, 95, -1])
    expect(markOf(bounded, { ...cells, value })).toMatchObject({ params: { errors: [{ at: '/row/value' }] } });
});

test('an event or level that the criterion does not have is named with those that it has', () => {
  for (const [field, text] of [
    ['events', '火灾×2'],
    ['level', '一般'],
  ] as const)
    expect(markOf(safety, { ...cells, [field]: text })).toMatchObject({
      params: {
        errors: [
          { at: `/row/${field}`, zh: expect.stringContaining(field === 'level' ? '良好（good）' : '返工（rework）') },
        ],
      },
    });
});

test('an event happens a countable number of times, or it is refused by its cell', () => {
  for (const events of ['hazard×0', '隐患×1000000', 'hazard×', 'hazard×-1', 'hazard×1.5', 'hazard×两'])
    expect(markOf(safety, { ...cells, events })).toMatchObject({
      refused: 'malformed-request',
      params: { errors: [{ at: '/row/events' }] },
    });
});

test('events of two rows add up; two other marks for one criterion contradict each other', () => {
  const [a, b] = [
    { events: '隐患', evidence: ['记录 1'] },
    { events: 'hazard×2', evidence: ['记录 2'] },
  ];
  expect(mergedCells(a, b)).toEqual({ events: '隐患；hazard×2', evidence: ['记录 1', '记录 2'] });
  expect(mergedCells({ ...a, events: '无' }, b)).toBe(undefined);
  expect(mergedCells({ value: 4, evidence: [] }, { value: 5, evidence: [] })).toBe(undefined);
  expect(mergedCells({ value: 4, evidence: [] }, { value: 4, evidence: ['3'] })).toEqual({ value: 4, evidence: ['3'] });
});

test('a hostile cell is looked at once', () => {
  for (const events of [`a${' '.repeat(500_000)}b`, '×'.repeat(500_000), '1'.repeat(500_000), ' *'.repeat(250_000)])
    expect(markOf(safety, { ...cells, events })).toHaveProperty('refused');
});
