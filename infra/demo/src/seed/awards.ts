// The papers of the awards: names of honours, notices, decisions, the objection, the correction and the revocation.
// Document numbers, dates and findings are invented.

export const grantedBy = '北京建工一建公司工会';

export const honours = {
  projects: {
    code: 'winner',
    name: '北京建工一建公司2024年度劳动竞赛优胜项目部',
    shortName: '2024竞赛优胜项目部',
    level: 'enterprise',
    prize: 20000,
  },
  branches: {
    code: 'organiser',
    name: '北京建工一建公司2024年度劳动竞赛优秀组织单位',
    shortName: '2024竞赛优秀组织单位',
    level: 'enterprise',
    prize: 10000,
  },
} as const;

/** What the quarter's first holds until the next quarter. */
export const flag = { id: 'flag', label: { zh: '流动红旗', en: 'Travelling red flag' }, take: 1, ties: 'include' };
/** Each quarter's notice and decision. */
export const flags = [
  { quarter: 'q1', on: '2024-04-08', number: '京建一工〔2024〕9号', date: '2024-04-22' },
  { quarter: 'q2', on: '2024-07-08', number: '京建一工〔2024〕17号', date: '2024-07-22' },
  { quarter: 'q3', on: '2024-10-14', number: '京建一工〔2024〕24号', date: '2024-10-28' },
  { quarter: 'q4', on: '2025-01-06', number: '京建一工〔2025〕2号', date: '2025-01-20' },
] as const;

export const tie = { reason: '两个项目部年度得分及各项比较指标完全相同，经评审委员会审议，并列第三名，均予表彰' };
export const notice = { on: '2025-01-06', from: '2025-01-06', workingDays: 5, firstDayCounts: true };
export const channels = [
  { kind: 'visit', where: '公司工会办公室' },
  { kind: 'letter', where: '公司工会委员会（以邮戳日期为准）' },
];
export const decision = {
  number: '京建一工〔2025〕3号',
  date: '2025-01-20',
  signatory: '公司工会委员会',
  grantedBy,
};

/** The second place waits until the objection is decided, and is granted by a supplementary decision. */
export const objection = {
  code: 'XM-02',
  filing: {
    channel: 'letter',
    from: 'unit',
    receivedOn: '2025-01-13',
    postmarkedOn: '2025-01-09',
    statement: '反映该项目部三季度安全隐患整改超期，未如实扣分',
    evidence: ['隐患整改通知单复印件（演示）'],
  },
  objector: { name: '某参建单位（演示）' },
  answer: '已收悉，正由评审委员会核查三季度隐患整改记录',
  decided: {
    outcome: 'dismissed',
    finding: '经核查，整改回复单日期在限期之内，三季度评分表扣分无误',
    effect: '异议不成立，恢复授予程序',
  },
};
export const supplement = { ...decision, number: '京建一工〔2025〕7号', date: '2025-02-10' };

export const correction = {
  code: 'FG-01',
  recipientName: '北京建工一建公司第一分公司',
  reason: '证书名称应与营业执照登记名称一致，更正为全称',
};
export const revocation = {
  code: 'XM-09',
  on: '2025-06-03',
  reason: '年度专项审计发现第四季度产值资料不实，经评审委员会审议，撤销该荣誉',
};

export const plaques = {
  title: '首批职工创新工作室联盟授牌（演示）',
  year: 2023,
  honour: {
    code: 'alliance-plaque',
    name: '首批职工创新工作室联盟',
    shortName: '首批创新工作室联盟',
    level: 'provincial',
  },
  notice: { on: '2023-06-05', from: '2023-06-05', workingDays: 5, firstDayCounts: true },
  channels: [{ kind: 'visit', where: '联盟工作办公室' }],
  decision: {
    number: '联盟〔2023〕1号（演示）',
    date: '2023-06-15',
    signatory: '产业工会委员会',
    grantedBy: '产业工会（演示）',
  },
};
