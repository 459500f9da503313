// What units say of their own scores in the first quarter. All of it is invented.
import type { Quarter } from './projects.ts';

/** How a unit scores itself before the departments do; it never counts. */
export const selfScore = {
  code: 'XM-08',
  quarter: 'q1' as Quarter,
  marks: { safety: { events: [] }, quality: { events: [{ code: 'record', times: 1 }] }, team: { value: 4.5 } },
};

/** For how many days units may appeal after a quarter is published. */
export const APPEAL_DAYS = 10;

/** One that is right, so that its result is corrected, and one that is not. */
export const appeals = [
  {
    ...{ code: 'XM-08', quarter: 'q1' as Quarter, item: 'safety', department: 'safety' },
    reason: '检查记录所载隐患在相邻标段的施工区域，不属本项目',
    evidence: ['标段划分图（演示）', '隐患整改通知单（演示）2024-03'],
    answer: '经与相邻标段核对，该隐患确不在本项目范围内',
    outcome: 'upheld' as const,
    finding: '申诉属实，撤销该项扣分',
    marks: { safety: { events: [] } },
  },
  {
    ...{ code: 'XM-15', quarter: 'q1' as Quarter, item: 'quality', department: 'quality' },
    reason: '返工系设计变更所致，不应扣分',
    evidence: ['设计变更通知单（演示）'],
    answer: '返工部位的施工早于设计变更，与变更无关',
    outcome: 'dismissed' as const,
    finding: '返工原因清楚，维持原评分',
  },
];
