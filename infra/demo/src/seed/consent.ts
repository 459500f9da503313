// Studios of other unions among the members of the alliances, and what those unions answer. All of it is invented.
import type { OrganisationKey } from './people.ts';

/** Whose studio it is, where that is not the industry union. */
export const otherUnions: Readonly<Record<string, Exclude<OrganisationKey, 'company' | 'industry'>>> = {
  'GZS-08': 'dongcheng',
  'GZS-10': 'fengtai',
};
/** What their unions show of them in the directory. */
export const shows = ['leader', 'offers', 'seeks'];

/** Invited as a third member, and declined: the alliance goes on without. */
export const declined = {
  alliance: 'LM-09',
  studio: 'GZS-10',
  reason: '本年度已与首钢技术研究院结对，暂无力参加第二个联盟',
  left: '受邀方谢绝，联盟由原提议的两个工作室组成',
};
