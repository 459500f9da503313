// The first nine alliances, as published, with forms and reasons as an organiser might declare them; and their joint projects.
import type { allianceForm } from '@jiangong/contracts';

export interface Alliance {
  code: string;
  name: string;
  shortName: string;
  /** Studios by code; the first leads. */
  studios: [string, string];
  form: (typeof allianceForm.options)[number];
  reason: string;
}
const leaderOf = (studio: string) => studio.split(' ')[1]!;
/** Studios as employer, space, leader. */
const alliance = (
  number: number,
  [one, other]: [string, string],
  studios: [string, string],
  form: Alliance['form'],
  reason: string,
): Alliance => ({
  code: `LM-${String(number).padStart(2, '0')}`,
  name: `${one.replace(' ', '')}—${other.replace(' ', '')}创新工作室联盟`,
  shortName: `${leaderOf(one)}—${leaderOf(other)}联盟`,
  studios,
  form,
  reason,
});

export const alliances: Alliance[] = [
  alliance(
    1,
    ['首钢北冶 文新理', '航天三院 蔡善军'],
    ['GZS-01', 'GZS-02'],
    'linked',
    '特种合金的供应与使用，上下游衔接',
  ),
  alliance(
    2,
    ['时尚工美 冯超', '航天五院 于尧炳'],
    ['GZS-03', 'GZS-04'],
    'cross-type',
    '传统金属工艺与航天零件加工互补',
  ),
  alliance(
    3,
    ['北汽越野车 张杰', '首钢京唐 王保勇'],
    ['GZS-05', 'GZS-06'],
    'linked',
    '汽车用钢的供应与使用，上下游衔接',
  ),
  alliance(4, ['金隅集团 刘更生', '东城区 钟连盛'], ['GZS-07', 'GZS-08'], 'same-type', '同为传统工艺美术，技艺相通'),
  alliance(5, ['首钢技术研究院 刘宏', '丰台区 张春岩'], ['GZS-09', 'GZS-10'], 'cross-type', '材料检测与设备检修互补'),
  alliance(6, ['燕山石化 杜建强', '经开区 黄兴良'], ['GZS-11', 'GZS-12'], 'same-type', '同为装置仪表维护工种'),
  alliance(7, ['首钢 郭大鹏', '华晨宝马 郭迎亮'], ['GZS-13', 'GZS-14'], 'linked', '整车制造与售后服务，前后衔接'),
  alliance(8, ['京城机电 江伟', '航天一院 刘争'], ['GZS-15', 'GZS-16'], 'same-type', '同为数控加工工种，校企共育'),
  alliance(9, ['北汽奔驰 赵郁', '金隅集团 刘更生'], ['GZS-17', 'GZS-07'], 'cross-type', '汽车装调与京作家具制作互补'),
];

export const jointProjects = [
  {
    alliance: 'LM-03',
    topic: '高强钢门框成形回弹（演示）',
    goal: '门框回弹量减半，装调一次合格率提高到98%',
    from: '2023-07-03',
    reports: [
      { on: '2023-08-21', progress: '完成两轮试模，回弹量由2.1毫米降至1.4毫米' },
      { on: '2023-09-18', progress: '补偿曲线固化到模具，进入小批验证' },
    ],
    closed: { on: '2023-11-20', result: '回弹量降至0.9毫米，形成操作法一项' },
  },
  {
    alliance: 'LM-08',
    topic: '难加工材料切削与实训（演示）',
    goal: '编成实训课一门，培训学员60人',
    from: '2023-07-10',
    reports: [{ on: '2023-08-28', progress: '完成切削参数表与实训教案初稿' }],
    closed: { on: '2024-01-08', result: '开课三期，培训学员64人' },
  },
  {
    alliance: 'LM-09',
    topic: '木饰面装配公差（演示）',
    goal: '木饰面与内饰骨架间隙差控制在0.3毫米以内',
    from: '2023-09-04',
    reports: [{ on: '2023-11-06', progress: '完成三种树种的含水率与变形试验' }],
    closed: { on: '2024-10-21', result: '形成对位样板与检具各一套' },
  },
];
