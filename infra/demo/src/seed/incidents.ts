// What does not go to plan in the year. All of it is invented, and none of it concerns a real project.
import type { Quarter } from './projects.ts';

/** States of projects as they become known, in the quarter before whose check they are recorded. */
export const statuses = [
  { code: 'XM-13', quarter: 'q2', status: 'under-construction', from: '2024-05-06', reason: '取得施工许可，正式开工' },
  { code: 'XM-10', quarter: 'q3', status: 'suspended', from: '2024-07-01', reason: '建设单位调整设计，停工待图' },
  { code: 'XM-03', quarter: 'q3', status: 'completed', from: '2024-09-20', reason: '通过竣工验收' },
  { code: 'XM-10', quarter: 'q4', status: 'under-construction', from: '2024-10-08', reason: '图纸到位，复工' },
] as const;

/** A status with a wrong first day, struck before the right one is recorded. */
export const struck = {
  code: 'XM-10',
  quarter: 'q4' as Quarter,
  status: 'under-construction',
  from: '2024-10-18',
  reason: '复工日期录错，复工令所载为10月8日',
};

/** Working days on site that the checks must know of before a round closes. */
export const daysOnSite: { code: string; quarter: Quarter; days: number }[] = [
  { code: 'XM-13', quarter: 'q1', days: 0 },
  { code: 'XM-13', quarter: 'q2', days: 40 },
  { code: 'XM-10', quarter: 'q3', days: 0 },
  { code: 'XM-03', quarter: 'q3', days: 58 },
  { code: 'XM-10', quarter: 'q4', days: 62 },
  { code: 'XM-03', quarter: 'q4', days: 0 },
];

/** No visible progress was planned: the quarter cannot be assessed, and is left out of the year's mean. */
export const nothingPlanned = { code: 'XM-12', quarter: 'q1' };

/** A plan that is changed after the round has opened: a revision, with its reason. */
export const planRevision = { code: 'XM-06', quarter: 'q2', reason: '轨道保护区限时作业，经监理同意调整节点权重' };

/** A sheet that the organiser sends back. */
export const returned = {
  code: 'XM-01',
  quarter: 'q1',
  department: 'quality',
  reason: '扣分依据不全，请补充检查记录编号',
};

export const vetoes = [
  {
    code: 'XM-11',
    quarter: 'q2',
    kind: 'wage-arrears',
    by: 'union',
    evidence: ['劳务人员工资投诉核查记录（演示）2024-06'],
  },
  { code: 'XM-14', quarter: 'q3', kind: 'penalty', by: 'safety', evidence: ['行政处罚决定书（演示）2024-09'] },
  {
    code: 'XM-06',
    quarter: 'q4',
    kind: 'falsified',
    by: 'engineering',
    evidence: ['进度影像资料比对情况（演示）2024-12'],
    lifted: '经复核，影像日期系设备时钟有误，资料属实',
  },
];

/** A hazard that came to light after the round had closed: a new revision of the result. */
export const correction = {
  code: 'XM-04',
  quarter: 'q2',
  reason: '季度检查关闭后，集团飞检通报二季度一处一般隐患，据实补扣',
  safety: [{ code: 'hazard', times: 1 }],
};

/** A mark that a department entered wrongly, found once the round was closed: it is opened again, and closed with the right one. */
export const reopened = {
  code: 'XM-12',
  quarter: 'q3' as Quarter,
  department: 'technology',
  entered: { technology: { value: 4.1 } },
  reason: '技术中心录入石榴园厂房技术创新分值有误，须更正后重新关闭',
};

/** The quarter in which the organiser reminds whoever has handed nothing in. */
export const reminded: Quarter = 'q4';
