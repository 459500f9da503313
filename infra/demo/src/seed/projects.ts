// The competition of 2024 and who takes part in it: 4 branches and 15 project departments. Apart from 万泉寺中阳广场项目部
// every project is invented, and so is every figure.

export const competition = {
  name: '2024年“七比七赛”劳动竞赛（演示数据）',
  year: 2024,
  theme: '岗位立功',
  slogan: '岗位立功、创效创优',
  registration: { from: '2023-12-18', to: '2024-01-12' },
};
export const quarters = [
  { id: 'q1', label: '第一季度', from: '2024-01-01', to: '2024-03-31' },
  { id: 'q2', label: '第二季度', from: '2024-04-01', to: '2024-06-30' },
  { id: 'q3', label: '第三季度', from: '2024-07-01', to: '2024-09-30' },
  { id: 'q4', label: '第四季度', from: '2024-10-01', to: '2024-12-31' },
] as const;
export type Quarter = (typeof quarters)[number]['id'];

export const branches = [
  { code: 'FG-01', name: '第一分公司', shortName: '一分公司' },
  { code: 'FG-02', name: '第二分公司', shortName: '二分公司' },
  { code: 'FG-03', name: '第三分公司', shortName: '三分公司' },
  { code: 'FG-04', name: '第四分公司', shortName: '四分公司' },
];

/** `phase`: where in the sequence of works the year begins. `output`: a quarter's output value in 10,000 yuan. */
export interface Project {
  code: string;
  branch: string;
  name: string;
  shortName: string;
  phase: number;
  output: number;
  /** Under construction since. */
  since: string;
}
const project = (
  code: string,
  branch: string,
  [name, shortName]: [string, string],
  phase: number,
  output: number,
  since: string,
): Project => ({ code, branch, name: `${name}项目部`, shortName: `${shortName}项目部`, phase, output, since });

export const projects = [
  project('XM-01', 'FG-01', ['青石桥住宅小区', '青石桥住宅'], 2, 3200, '2023-04-10'),
  project('XM-02', 'FG-01', ['云杉科创园', '云杉科创园'], 1, 4600, '2023-06-01'),
  project('XM-03', 'FG-01', ['槐荫中学扩建', '槐荫中学'], 5, 1800, '2022-11-15'),
  project('XM-04', 'FG-01', ['东篱医院综合楼', '东篱医院'], 2, 3900, '2023-03-20'),
  project('XM-05', 'FG-02', ['柳湖保障性住房', '柳湖保障房'], 1, 3500, '2023-07-18'),
  project('XM-06', 'FG-02', ['长亭车辆段上盖', '长亭上盖'], 0, 5100, '2023-10-08'),
  project('XM-07', 'FG-02', ['万泉寺中阳广场', '万泉寺中阳广场'], 2, 5200, '2023-02-20'),
  project('XM-08', 'FG-02', ['银杏里老旧小区改造', '银杏里改造'], 4, 1200, '2023-09-04'),
  project('XM-09', 'FG-03', ['松岭数据中心', '松岭数据中心'], 3, 3500, '2023-01-09'),
  project('XM-10', 'FG-03', ['望溪文化馆', '望溪文化馆'], 2, 2100, '2023-05-22'),
  project('XM-11', 'FG-03', ['白鹭湖酒店', '白鹭湖酒店'], 3, 2800, '2022-12-12'),
  project('XM-12', 'FG-03', ['石榴园厂房', '石榴园厂房'], 0, 2400, '2023-11-06'),
  project('XM-13', 'FG-04', ['晴川养老公寓', '晴川养老公寓'], 0, 2600, '2024-05-06'),
  project('XM-14', 'FG-04', ['金穗物流园', '金穗物流园'], 1, 3000, '2023-08-14'),
  project('XM-15', 'FG-04', ['紫藤路综合管廊', '紫藤路管廊'], 0, 1600, '2023-09-25'),
];

/** The works of a building in their order; two of them are a quarter's milestones. */
export const works = [
  '土方开挖与支护',
  '基础底板浇筑',
  '地下结构封闭',
  '主体结构过半',
  '主体结构封顶',
  '二次结构砌筑',
  '屋面与外立面',
  '机电管线安装',
  '精装修样板与展开',
  '设备联动调试',
  '室外管网与道路',
  '分户验收与消项',
];
