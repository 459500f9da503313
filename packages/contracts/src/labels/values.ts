// How people call the fixed values of requests and states, in Chinese; in English the value itself is the word.

/** One table a kind of value: the same word (`accepted`) says other things of an entry and of an output. */
export const valueLabels = {
  role: {
    organiser: '组织者',
    checker: '检查员',
    entrant: '参赛单位',
    'alliance-leader': '联盟负责人',
    committee: '评审委员会',
    finance: '财务',
    hr: '人力资源',
    auditor: '审计',
    admin: '管理员',
    operator: '运维员',
  },
  scope: { 'hr:read': '读取荣誉', 'hr:reconcile': '核对荣誉', webhooks: '管理回调' },
  unitKind: { branch: '分支机构', 'project-department': '项目部', employer: '用人单位' },
  competition: { announced: '已公布', launched: '已启动', closed: '已结束', cancelled: '已取消' },
  entry: { registered: '已报名', accepted: '已受理', rejected: '未受理', withdrawn: '已退出' },
  projectStatus: { 'not-started': '未开工', 'under-construction': '在施', suspended: '停工', completed: '竣工' },
  person: { active: '在职', left: '已离职', erased: '信息已删除' },
  contestEntrant: { unit: '单位', team: '队伍', studio: '工作室', person: '个人' },
  contestant: { registered: '已报名', accepted: '已受理', rejected: '未受理', withdrawn: '已退赛' },
  contestStage: { made: '未开始', open: '正在进行', closed: '已关闭' },
  contestAbsence: { 'did-not-start': '未参赛', 'did-not-finish': '未完赛', disqualified: '取消资格' },
  judgingPanel: { drawn: '已抽签', locked: '已锁定' },
  round: { made: '未开启', open: '检查中', closing: '封存中', closed: '已关闭' },
  reminderTask: {
    'set-plan': '填报计划',
    'report-progress': '上报完成情况',
    'verify-progress': '核验完成情况',
    'submit-sheet': '提交评分表',
  },
  reminderWhom: { owner: '欠交者', organiser: '组织者' },
  publication: { hidden: '未公布', entrants: '已告知参赛单位', public: '已公布' },
  check: { made: '未开始', open: '检查中', sealed: '已封存', withdrawn: '不再检查' },
  level: { national: '国家级', provincial: '省市级', district: '区级', group: '集团级', enterprise: '企业级' },
  studio: { registered: '已登记', recognised: '已认定', suspended: '已暂停' },
  pairingMode: { stable: '稳定配对', balanced: '均衡配对', best: '总体最优' },
  pairing: { running: '正在运行', completed: '已完成', cancelled: '已取消', failed: '未能完成' },
  allianceForm: { linked: '关联', 'same-type': '同型', 'cross-type': '异型' },
  foundingForm: { suggested: '按配对建议', linked: '关联', 'same-type': '同型', 'cross-type': '异型' },
  foundingYear: { full: '全额', 'pro-rata': '按月折算' },
  alliance: { proposed: '待批准', approved: '已批准', dissolved: '已解散' },
  applied: { production: '生产', operation: '运营', research: '科研', management: '管理' },
  directoryField: { leader: '带头人', chain: '产业链', offers: '能提供', seeks: '想解决' },
  invitation: { open: '待答复', accepted: '已接受', declined: '已谢绝', lapsed: '已过期', withdrawn: '已撤回' },
  direction: { received: '收到的', sent: '发出的' },
  duty: { met: '已达成', behind: '未达成', open: '进行中', 'not-due': '本年无任务', exceeded: '超额完成' },
  outputField: { code: '编码', summary: '摘要', files: '附件' },
  outputRulesTemplate: { 'five-small-alterations': '五小（含小改造）', 'five-small-creations': '五小（含小创造）' },
  output: { draft: '草稿', submitted: '已提交', accepted: '已认可', rejected: '已退回', withdrawn: '已撤回' },
  awardList: {
    competition: '竞赛评选',
    plaque: '授牌',
    duty: '联盟年度任务',
    outputs: '认可成果',
    hand: '手工编制',
  },
  candidate: {
    proposed: '拟表彰',
    referred: '并列待裁定',
    provisional: '待定',
    'passed-over': '未入选',
    barred: '不予表彰',
    removed: '已移出',
    struck: '因异议取消',
    granted: '已表彰',
  },
  awardBarKind: {
    'wage-arrears': '拖欠工资',
    'insurance-arrears': '欠缴社会保险费',
    'no-union': '未建立工会',
    'safety-accident': '安全事故',
    'mass-incident': '群体性事件',
    other: '其他',
  },
  eligibilityRule: { 'result-barred': '考评中被否决', 'unit-barred': '不予表彰期内', 'honour-held': '当年已获该荣誉' },
  channel: { letter: '信函', phone: '电话', visit: '来访' },
  objector: { person: '个人', unit: '单位' },
  objection: { open: '待处理', upheld: '异议成立', dismissed: '异议不成立' },
  appealAbout: { criterion: '指标', veto: '否决情形' },
  appeal: { open: '待处理', upheld: '成立', dismissed: '不成立' },
  grant: { granted: '已授予', corrected: '已更正', revoked: '已撤销' },
  recipient: { unit: '单位', studio: '工作室', alliance: '联盟', team: '队伍', person: '个人' },
  view: { changes: '逐版', state: '现状' },
  webhookEvent: { 'award-granted': '授予', 'award-corrected': '更正', 'award-revoked': '撤销' },
  webhook: { active: '启用', disabled: '已停用', removed: '已删除' },
  robot: { dingtalk: '钉钉', feishu: '飞书', wecom: '企业微信' },
  delivery: { waiting: '待送达', delivered: '已送达', failed: '未能送达' },
  answer: { true: '是', false: '否' },
  format: { json: 'JSON', csv: 'CSV', xlsx: 'Excel' },
  orientation: { landscape: '横式', portrait: '竖式' },
  align: { left: '左对齐', center: '居中', right: '右对齐' },
  printForm: { pdf: '合并 PDF', zip: '逐份压缩包' },
  exportTarget: { csv: 'CSV 表格', xlsx: 'Excel 表格', oracle: 'Oracle 人力云', workday: 'Workday 人力云' },
} as const satisfies Record<string, Record<string, string>>;

/**
 * The Chinese labels of the values that a field may have; undefined where no table has them all, such as values that are
 * Chinese themselves.
 * @example
 * ```ts
 * labelsOfValues(['upheld', 'dismissed'])!.upheld; // → '异议成立'
 * ```
 */
export const labelsOfValues = (values: readonly string[]): Readonly<Record<string, string>> | undefined =>
  Object.values(valueLabels).find((table) => values.every((value) => Object.hasOwn(table, value)));
