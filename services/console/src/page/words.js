// How the API's codes are called: Chinese first, English beside it. An unknown code is shown as it is.
const words = (pairs) => (code) => pairs[code] ?? [code, ''];

export const role = words({
  organiser: ['组织者', 'organiser'],
  checker: ['检查人员', 'checker'],
  entrant: ['参赛单位', 'entrant'],
  'alliance-leader': ['联盟带头人', 'alliance leader'],
  committee: ['评审委员会', 'committee'],
  finance: ['财务', 'finance'],
  hr: ['人力资源', 'HR'],
  auditor: ['审计', 'auditor'],
  admin: ['管理员', 'administrator'],
  operator: ['运维', 'operator'],
});
export const competitionState = words({
  announced: ['已公布', 'announced'],
  launched: ['进行中', 'under way'],
  closed: ['已结束', 'closed'],
  cancelled: ['已取消', 'cancelled'],
});
export const roundStatus = words({
  made: ['未开始', 'not begun'],
  open: ['检查中', 'open'],
  closing: ['汇总中', 'closing'],
  closed: ['已完成', 'closed'],
});
export const resultStatus = words({
  scored: ['', ''],
  pending: ['待评', 'pending'],
  invalid: ['本期不计', 'does not count'],
  'not-assessable': ['不予评定', 'not assessable'],
});
export const projectStatus = words({
  'not-started': ['未开工', 'not started'],
  'under-construction': ['在施', 'under construction'],
  suspended: ['停工', 'suspended'],
  completed: ['竣工', 'completed'],
});
export const band = words({
  candidate: ['优胜候选', 'candidate'],
  normal: ['达标', 'normal'],
  rectify: ['限期整改', 'rectify'],
});
/** How far a veto reaches. */
export const reach = words({ stage: ['本期', 'this period'], year: ['全年', 'the whole year'] });
export const due = words({
  plan: ['计划', 'plan'],
  progress: ['进度核验', 'progress'],
  sheet: ['评分表', 'sheets'],
  result: ['成绩', 'result'],
});
export const form = words({
  linked: ['关联', 'linked'],
  'same-type': ['同型', 'same-type'],
  'cross-type': ['异型', 'cross-type'],
});
export const allianceStatus = words({
  proposed: ['待批准', 'proposed'],
  approved: ['已批准', 'approved'],
  dissolved: ['已解散', 'dissolved'],
});
export const dutyStatus = words({
  met: ['已达成', 'met'],
  behind: ['未达成', 'behind'],
  open: ['进行中', 'under way'],
});
export const channel = words({ letter: ['来信', 'letter'], phone: ['电话', 'phone'], visit: ['来访', 'in person'] });
export const honourLevel = words({
  national: ['国家级', 'national'],
  provincial: ['省部级', 'provincial'],
  district: ['区级', 'district'],
  group: ['集团级', 'group'],
  enterprise: ['企业级', 'enterprise'],
});

/** A day in words: 2024-06-15 → 2024年6月15日. */
export const day = (date) => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
/** Today in Asia/Shanghai, as business dates are. */
export const today = () => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
