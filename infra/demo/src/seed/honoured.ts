// Persons and a team who are honoured, and the papers of it. All of them are invented, and say so in their names.
import * as awards from './awards.ts';

const person = (number: number, name: string, unit: string, role: string, from: string) => ({
  ...{ externalId: `YG-${10_000 + number}`, name: `${name}（演示）`, unit, role, from },
});
export const persons = [
  person(1, '孟昭阳', 'XM-07', '塔吊司机', '2019-03-04'),
  person(2, '白雪松', 'XM-02', '钢筋班班长', '2017-08-21'),
  person(3, '顾清河', 'XM-02', '钢筋工', '2021-05-10'),
  person(4, '陆鸣皋', 'XM-02', '钢筋工', '2022-02-14'),
  person(5, '柴守义', 'XM-02', '钢筋工', '2018-06-11'),
];

/** The last of them had left by the day of the list, so three are honoured. */
export const team = {
  code: 'BZ-01',
  name: '云杉科创园项目钢筋班（演示）',
  shortName: '云杉钢筋班',
  unit: 'XM-02',
  members: [
    { of: 'YG-10002', from: '2023-07-01' },
    { of: 'YG-10003', from: '2023-07-01' },
    { of: 'YG-10004', from: '2024-03-01' },
    { of: 'YG-10005', from: '2023-07-01', to: '2024-08-31' },
  ],
};

export const list = {
  title: '2024年度先进个人和先进班组（演示）',
  year: 2024,
  honours: [
    {
      ...{ code: 'worker', name: '北京建工一建公司2024年度先进个人', shortName: '2024先进个人' },
      ...{ level: 'enterprise', prize: 3000 },
    },
    {
      ...{ code: 'crew', name: '北京建工一建公司2024年度先进班组', shortName: '2024先进班组' },
      ...{ level: 'enterprise', prize: 6000 },
    },
  ],
};
export const merits = { person: '全年吊装无一起险情，带徒三人', team: '年内钢筋工程一次验收合格率百分之百' };
export const consent = { on: '2024-12-30', means: 'written' };
export const decision = { ...awards.decision, number: '京建一工〔2025〕4号' };

/** Noticed when HR entered it: the prize is another. */
export const correction = { prize: 5000, reason: '奖金标准应按当年文件执行，更正为五千元' };
