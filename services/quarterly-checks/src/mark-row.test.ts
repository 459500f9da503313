import { expect, test } from 'vitest';
import { markOf } from './mark-row.ts';

const row = { 单位编码: 'XM-07', 指标: 'safety' };

test('a row holds one mark, in exactly one cell', () => {
  expect(markOf({ ...row, 分值: '5.5', 等级: '' })).toEqual({ value: 5.5 });
  expect(markOf({ ...row, 等级: 'good', 依据: '检查记录 3' })).toEqual({ level: 'good', evidence: ['检查记录 3'] });
  expect(markOf({ ...row, 事项: 'hazard×2；rework; record*3' })).toEqual({
    events: [{ code: 'hazard', times: 2 }, { code: 'rework' }, { code: 'record', times: 3 }],
  });
  expect(markOf({ ...row, 事项: '无' })).toEqual({ events: [] });
  expect(markOf({ ...row, 不予评定: '现场移交' })).toEqual({ na: '现场移交' });
  for (const wrong of [{}, { 分值: '5', 等级: 'good' }, { 分值: 'five' }, { 分值: '1.23456' }])
    expect(markOf({ ...row, ...wrong })).toMatchObject({ refused: 'mark-misfit' });
});

test('a hostile cell is looked at once', () => {
  for (const 事项 of [`a${' '.repeat(500_000)}b`, '×'.repeat(500_000), '1'.repeat(500_000), ' *'.repeat(250_000)])
    expect(markOf({ ...row, 事项 })).toMatchObject({ refused: 'mark-misfit' });
});
