// The headings under which the API's page groups its operations, by the noun of their path.
const headings: Record<string, readonly [zh: string, en: string]> = {
  'sign-in': ['登录', 'Sign-in'],
  me: ['登录', 'Sign-in'],
  'sign-out': ['登录', 'Sign-in'],
  password: ['登录', 'Sign-in'],
  'password-reset': ['登录', 'Sign-in'],
  token: ['登录', 'Sign-in'],
  jwks: ['登录', 'Sign-in'],
  tasks: ['待办', 'Tasks'],
  orgs: ['组织', 'Organisations'],
  users: ['用户', 'Users'],
  robots: ['提醒', 'Reminders'],
  digests: ['提醒', 'Reminders'],
  machines: ['接入系统', 'Machines'],
  units: ['单位', 'Units'],
  people: ['人员', 'People'],
  teams: ['队伍', 'Teams'],
  'scheme-templates': ['考核方案', 'Schemes'],
  schemes: ['考核方案', 'Schemes'],
  calendars: ['工作日历', 'Working calendars'],
  competitions: ['竞赛', 'Competitions'],
  entries: ['报名', 'Entries'],
  rounds: ['检查轮次', 'Rounds'],
  checks: ['检查', 'Checks'],
  standings: ['排名', 'Standings'],
  explanations: ['成绩说明', 'Explanations'],
  publications: ['成绩公布', 'Publications'],
  appeals: ['申诉', 'Appeals'],
  reviews: ['年终评审', 'Reviews'],
  evaluations: ['年终考评', 'Evaluations'],
  contests: ['专项比赛', 'Contests'],
  contestants: ['参赛者', 'Contestants'],
  'contest-stages': ['比赛阶段', 'Contest stages'],
  'judging-panels': ['评委组', 'Judging panels'],
  studios: ['创新工作室', 'Studios'],
  pairings: ['配对', 'Pairings'],
  alliances: ['联盟', 'Alliances'],
  'studio-directory': ['工作室名录', 'Studio directory'],
  invitations: ['结盟邀请', 'Invitations'],
  'joint-projects': ['联合攻关', 'Joint projects'],
  outputs: ['创新成果', 'Outputs'],
  'output-rules': ['成果规则', 'Output rules'],
  'output-rule-templates': ['成果规则', 'Output rules'],
  duties: ['年度任务', 'Duties'],
  files: ['附件', 'Files'],
  'award-bars': ['不予表彰', 'Bars'],
  'award-lists': ['表彰名单', 'Award lists'],
  'award-rules': ['表彰规则', 'Award rules'],
  notices: ['公示', 'Notices'],
  objections: ['异议', 'Objections'],
  'certificate-layouts': ['证书', 'Certificates'],
  certificates: ['证书', 'Certificates'],
  decisions: ['表彰决定', 'Decisions'],
  grants: ['荣誉', 'Grants'],
  hr: ['人力资源', 'HR'],
  journal: ['审计', 'Audit'],
  ops: ['运维', 'Operations'],
  live: ['运维', 'Operations'],
  ready: ['运维', 'Operations'],
  health: ['运维', 'Operations'],
  metrics: ['运维', 'Operations'],
};
const titleOf = ([zh, en]: readonly [string, string]) => `${zh} · ${en}`;

/** In the order of a competition's year. */
export const order = [...new Set(Object.values(headings).map(titleOf))];

/** The heading of an address, such as `检查 · Checks` of `/api/checks/:id/plan`; a noun without one stands for itself. */
export function headingOf(path: string): string {
  const noun = path.replace(/^\/api(\/public(?=\/))?/, '').split('/')[1]!;
  const heading = headings[noun];
  return heading ? titleOf(heading) : noun;
}
