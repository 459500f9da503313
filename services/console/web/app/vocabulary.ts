// How the interface's codes are called; an unknown code is shown as it is.
import type { Label } from './language.ts';

/** By code, what people call the values of one kind. */
export const labels =
  <K extends string>(table: Record<K, Label>) =>
  (code: string): Label =>
    (table as Record<string, Label>)[code] ?? [code, code];

export const roleLabel = labels({
  organiser: ['组织者', 'Organiser'],
  checker: ['检查员', 'Checker'],
  entrant: ['参赛单位', 'Entrant'],
  'alliance-leader': ['联盟负责人', 'Alliance leader'],
  committee: ['评审委员会', 'Committee'],
  finance: ['财务', 'Finance'],
  hr: ['人力资源', 'HR'],
  supervisor: ['监督', 'Supervisor'],
  auditor: ['审计', 'Auditor'],
  admin: ['管理员', 'Administrator'],
  operator: ['运维员', 'Operator'],
});
export const roundLabel = labels({
  made: ['未开启', 'Not open yet'],
  open: ['检查中', 'Open'],
  closing: ['封存中', 'Closing'],
  closed: ['已关闭', 'Closed'],
});
export const publicationLabel = labels({
  hidden: ['未公布', 'Hidden'],
  entrants: ['各单位可见本单位成绩和名次', 'Own results and all places'],
  public: ['已公布', 'Published'],
});
export const appealLabel = labels({
  open: ['待处理', 'Open'],
  upheld: ['成立', 'Upheld'],
  dismissed: ['不成立', 'Dismissed'],
});
export const competitionLabel = labels({
  announced: ['已公布', 'Announced'],
  launched: ['进行中', 'Under way'],
  closed: ['已结束', 'Closed'],
  cancelled: ['已取消', 'Cancelled'],
});
export const entryLabel = labels({
  registered: ['待审', 'Waiting'],
  accepted: ['已接受', 'Accepted'],
  rejected: ['未接受', 'Rejected'],
  withdrawn: ['已退出', 'Withdrawn'],
});
export const projectLabel = labels({
  'not-started': ['未开工', 'Not started'],
  'under-construction': ['在施', 'Under construction'],
  suspended: ['停工', 'Suspended'],
  completed: ['完工', 'Completed'],
});
export const checkLabel = labels({
  made: ['待开启', 'Not open yet'],
  open: ['检查中', 'Open'],
  sealed: ['已封存', 'Sealed'],
  withdrawn: ['已退出', 'Withdrawn'],
});
export const unitKindLabel = labels({
  branch: ['分支机构', 'Branch'],
  'project-department': ['项目部', 'Project department'],
  employer: ['用人单位', 'Employer'],
});
export const personLabel = labels({
  active: ['在册', 'Active'],
  left: ['已离开', 'Left'],
  erased: ['已删除', 'Erased'],
});
export const suggestionLabel = labels({
  proposed: ['待接办', 'Waiting'],
  'taken-up': ['已接办', 'Taken up'],
  tried: ['试用中', 'Being tried'],
  adopted: ['已采纳', 'Adopted'],
  declined: ['未采纳', 'Declined'],
});
export const needLabel = labels({
  open: ['征集中', 'Open'],
  withdrawn: ['已撤回', 'Withdrawn'],
  solved: ['已解决', 'Solved'],
});
export const rectificationLabel = labels({
  rectified: ['已整改', 'Made up for'],
  'not-rectified': ['未整改', 'Not made up for'],
  undecided: ['有成果待审', 'Outputs to be decided'],
});
export const studioLabel = labels({
  registered: ['已登记', 'Registered'],
  recognised: ['已认定', 'Recognised'],
  suspended: ['已暂停', 'Suspended'],
});
export const modeLabel = labels({
  stable: ['稳定：谁都不愿另配', 'Stable: nobody would rather swap'],
  balanced: ['均衡：最低一方尽量高', 'Balanced: the worst off as well as possible'],
  best: ['最优：总契合度最高', 'Best: the highest total'],
});
export const pairingLabel = labels({
  running: ['计算中', 'Running'],
  completed: ['已完成', 'Completed'],
  cancelled: ['已取消', 'Cancelled'],
  failed: ['未完成', 'Failed'],
});
export const proposalLabel = labels({
  open: ['待定', 'Open'],
  accepted: ['已接受', 'Accepted'],
  dropped: ['已放弃', 'Dropped'],
});
export const sheetLabel = labels({
  none: ['未填', 'Empty'],
  draft: ['草稿', 'Draft'],
  submitted: ['已提交', 'Submitted'],
  returned: ['已退回', 'Returned'],
});
export const resultLabel = labels({
  scored: ['已评定', 'Scored'],
  pending: ['待评', 'Pending'],
  invalid: ['本期无效', 'Does not count'],
  'not-assessable': ['不予评定', 'Not assessable'],
});
export const outputFieldLabel = labels({
  code: ['编码', 'Code'],
  summary: ['摘要', 'Summary'],
  files: ['附件', 'Files'],
});
export const outputLabel = labels({
  draft: ['草稿', 'Draft'],
  submitted: ['已提交', 'Submitted'],
  accepted: ['已认可', 'Accepted'],
  rejected: ['已退回', 'Rejected'],
  withdrawn: ['已撤回', 'Withdrawn'],
});
export const appliedLabel = labels({
  production: ['生产', 'Production'],
  operation: ['运营', 'Operation'],
  research: ['科研', 'Research'],
  management: ['管理', 'Management'],
});
export const candidateLabel = labels({
  proposed: ['拟表彰', 'Proposed'],
  referred: ['并列待裁定', 'Tied'],
  provisional: ['待定', 'Waiting'],
  'passed-over': ['未入选', 'Passed over'],
  barred: ['不予表彰', 'Barred'],
  removed: ['已移出', 'Removed'],
  struck: ['因异议取消', 'Struck'],
  granted: ['已表彰', 'Granted'],
});
export const levelLabel = labels({
  national: ['国家级', 'National'],
  provincial: ['省市级', 'Provincial'],
  district: ['区级', 'District'],
  group: ['集团级', 'Group'],
  enterprise: ['企业级', 'Enterprise'],
});
export const channelLabel = labels({
  letter: ['信函', 'Letter'],
  phone: ['电话', 'Phone'],
  visit: ['来访', 'Visit'],
});
export const objectionLabel = labels({
  open: ['待处理', 'Open'],
  upheld: ['异议成立', 'Upheld'],
  dismissed: ['异议不成立', 'Dismissed'],
});
export const grantLabel = labels({
  granted: ['已授予', 'Granted'],
  corrected: ['已更正', 'Corrected'],
  revoked: ['已撤销', 'Revoked'],
});
export const formLabel = labels({
  linked: ['关联', 'Linked'],
  'same-type': ['同型', 'Same type'],
  'cross-type': ['异型', 'Cross type'],
});
export const dutyLabel = labels({
  met: ['已达成', 'Met'],
  behind: ['未达成', 'Behind'],
  open: ['进行中', 'Under way'],
  'not-due': ['本年无任务', 'Not due'],
  exceeded: ['超额完成', 'Exceeded'],
});
export const allianceLabel = labels({
  proposed: ['待批准', 'Proposed'],
  approved: ['已批准', 'Approved'],
  dissolved: ['已解散', 'Dissolved'],
});
export const invitationLabel = labels({
  open: ['待答复', 'Waiting'],
  accepted: ['已同意', 'Accepted'],
  declined: ['已谢绝', 'Declined'],
  lapsed: ['逾期未答复', 'Lapsed'],
  withdrawn: ['已撤回', 'Withdrawn'],
});
export const scopeLabel = labels({
  'hr:read': ['读取荣誉', 'Read honours'],
  'hr:reconcile': ['核对荣誉', 'Reconcile honours'],
  webhooks: ['管理回调', 'Manage webhooks'],
});
export const webhookLabel = labels({
  active: ['启用', 'Active'],
  disabled: ['已停用', 'Disabled'],
  removed: ['已删除', 'Removed'],
});
export const deliveryLabel = labels({
  waiting: ['待送达', 'Waiting'],
  delivered: ['已送达', 'Delivered'],
  failed: ['未送达', 'Failed'],
});
export const grantEventLabel = labels({
  'award-granted': ['授予', 'Granted'],
  'award-corrected': ['更正', 'Corrected'],
  'award-revoked': ['撤销', 'Revoked'],
});
export const dueLabel = labels({
  plan: ['计划', 'Plan'],
  progress: ['进度核验', 'Progress'],
  sheet: ['评分表', 'Sheet'],
  result: ['成绩', 'Result'],
});
export const entrantTypeLabel = labels({
  person: ['个人', 'Persons'],
  team: ['队伍', 'Teams'],
  studio: ['工作室', 'Studios'],
  unit: ['单位', 'Units'],
});
export const contestLabel = labels({
  announced: ['已公布', 'Announced'],
  cancelled: ['已取消', 'Cancelled'],
});
export const contestantLabel = labels({
  registered: ['待受理', 'Waiting'],
  accepted: ['已受理', 'Accepted'],
  rejected: ['未受理', 'Rejected'],
  withdrawn: ['已退赛', 'Withdrawn'],
});
export const stageLabel = labels({
  made: ['未开始', 'Not open yet'],
  open: ['登记成绩中', 'Open'],
  closed: ['已关闭', 'Closed'],
});
export const absenceLabel = labels({
  'did-not-start': ['未参赛', 'Did not start'],
  'did-not-finish': ['未完赛', 'Did not finish'],
  disqualified: ['取消资格', 'Disqualified'],
});
