// Who acts in the demonstration: four unions, and the people of each by their office. No natural person is meant.
import type { Role } from '@jiangong/contracts';

export const organisations = {
  company: { code: 'DEMO-YIJIAN', name: '北京建工一建公司工会（演示）' },
  industry: { code: 'DEMO-CHANYE', name: '产业工会（演示）' },
  dongcheng: { code: 'DEMO-DONGCHENG', name: '东城区总工会（演示）' },
  fengtai: { code: 'DEMO-FENGTAI', name: '丰台区总工会（演示）' },
} as const;
export type OrganisationKey = keyof typeof organisations;

export interface User {
  userName: string;
  /** An office, not a person. */
  name: string;
  of: OrganisationKey;
  roles: Role[];
  departments?: string[];
  /** Codes of the units or studios the user acts for. */
  answersFor?: string[];
}
const checker = (department: string, name: string): User => ({
  userName: `yijian.${department}`,
  name,
  of: 'company',
  roles: ['checker'],
  departments: [department],
});

/** Those who are needed before there is any unit or studio. */
export const officers = [
  { userName: 'yijian.organiser', name: '劳动竞赛办公室', of: 'company', roles: ['organiser'] },
  { userName: 'yijian.chair', name: '评审委员会主任', of: 'company', roles: ['organiser', 'committee'] },
  { userName: 'yijian.committee', name: '评审委员会委员', of: 'company', roles: ['committee'] },
  checker('engineering', '工程管理部检查员'),
  checker('safety', '安全环保部检查员'),
  checker('quality', '质量管理部检查员'),
  checker('technology', '技术中心检查员'),
  checker('finance', '经营财务部检查员'),
  checker('union', '工会办公室检查员'),
  { userName: 'yijian.hr', name: '人力资源部', of: 'company', roles: ['hr'] },
  { userName: 'yijian.auditor', name: '审计部', of: 'company', roles: ['auditor'] },
  { userName: 'chanye.organiser', name: '联盟工作办公室', of: 'industry', roles: ['organiser', 'committee'] },
  { userName: 'chanye.chair', name: '联盟评审委员会主任', of: 'industry', roles: ['organiser', 'committee'] },
  { userName: 'chanye.finance', name: '财务部', of: 'industry', roles: ['finance'] },
  { userName: 'chanye.hr', name: '人事管理部', of: 'industry', roles: ['hr'] },
  { userName: 'dongcheng.organiser', name: '东城区职工创新办公室', of: 'dongcheng', roles: ['organiser'] },
  { userName: 'fengtai.organiser', name: '丰台区职工创新办公室', of: 'fengtai', roles: ['organiser'] },
] as const satisfies User[];

/** The liaison of a branch reports for the branch's project departments. */
export const liaisonOf = (branch: string) => `yijian.${branch.toLowerCase()}`;

/** Leaders of studios, grouped by those who keep their accounts. */
export const leaders = [
  {
    userName: 'chanye.shougang',
    name: '首钢各工作室',
    of: 'industry',
    roles: ['alliance-leader'],
    answersFor: ['GZS-01', 'GZS-06', 'GZS-09', 'GZS-13'],
  },
  {
    userName: 'chanye.hangtian',
    name: '航天各工作室',
    of: 'industry',
    roles: ['alliance-leader'],
    answersFor: ['GZS-02', 'GZS-04', 'GZS-16'],
  },
  {
    userName: 'chanye.jinyu',
    name: '金隅集团刘更生工作室',
    of: 'industry',
    roles: ['alliance-leader'],
    answersFor: ['GZS-07'],
  },
  {
    userName: 'chanye.yanshan',
    name: '燕山石化工作室',
    of: 'industry',
    roles: ['alliance-leader'],
    answersFor: ['GZS-11'],
  },
  {
    userName: 'dongcheng.zhong',
    name: '钟连盛工作室',
    of: 'dongcheng',
    roles: ['alliance-leader'],
    answersFor: ['GZS-08'],
  },
] as const satisfies User[];
