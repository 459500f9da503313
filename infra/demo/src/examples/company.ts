// What the company's year has no need of, done after it, so that each operation has been used once.
import { checkId, roundId } from '@jiangong/contracts';
import { competitionOf, entryOf, unitOf } from '../cast.ts';
import type { Use } from './use.ts';

export interface Company {
  org: string;
  admin: Use;
  /** Who holds every office of the company. */
  all: Use;
}
const lists = [
  ...['/units', '/schemes', '/scheme-templates', '/competitions', '/entries', '/rounds', '/checks', '/reviews'],
  ...['/evaluations', '/notices', '/objections', '/decisions', '/grants', '/award-lists', '/hr/feed'],
];
const first = (list: { items: Record<string, string>[] }, key: string) => list.items[0]![key]!;

/** The organisation, its people, and a unit. */
export async function registry({ org, admin, all }: Company): Promise<string> {
  await admin.post(`/orgs/${org}/amend`, { name: '北京建工一建公司工会（演示）' });
  await admin.get(`/orgs/${org}`);
  const office = { name: '劳动竞赛办公室（借调）', roles: ['organiser'], departments: [], units: [] };
  const account = { userName: 'yijian.helper', password: 'deng-ta-2024-xia', organisation: org };
  const { id: user } = await admin.post('/users', { ...account, ...office });
  await admin.get(`/users/${user}`);
  await admin.put(`/users/${user}`, { userName: 'yijian.helper', ...office, roles: ['organiser', 'auditor'] });
  const { actor } = await all.get('/me');
  const period = { from: '2025-03-03', to: '2025-03-14', reason: '外出培训' };
  await all.post(`/users/${actor.sub}/deputies?on=2025-03-01`, { deputy: 'yijian.helper', ...period });
  const { deputyship } = (await all.get(`/deputies?user=${actor.sub}`)).items[0];
  await all.post(`/users/${actor.sub}/deputies/${deputyship}/end`, { reason: '培训改期' });
  await admin.delete(`/users/${user}`);
  await admin.get('/users/import/template.xlsx');
  await admin.post(
    '/users/import',
    '用户名,姓名,角色,初始密码\nyijian.clerk,劳动竞赛办公室（实习）,人力资源,（您的密码）2024\n',
  );
  const byLaw = ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => `2031-${day}`);
  const document = { title: '关于2031年部分节假日安排的通知（演示）', number: '演示〔2030〕1号', date: '2030-11-10' };
  await admin.putRevision('/calendars/2031', { daysOff: byLaw, makeUpDays: [], document });
  await admin.get('/calendars/2031');
  const names = { name: '北苑小学扩建项目部', shortName: '北苑小学项目部' };
  const { id } = await all.post('/units', { kind: 'project-department', code: 'XM-90', ...names });
  await all.post(`/units/${id}/amend`, { ...names, name: '北苑小学改扩建项目部' });
  await all.post(`/units/${id}/retire`, { reason: '与 XM-09 重复登记' });
  await all.post(`/units/${id}/restore`, { reason: '经核实为两个项目部' });
  await all.get(`/units/${id}`);
  for (const path of lists) await all.get(path);
  await all.get('/units/import/template.xlsx');
  await people(all, id);
  return id;
}

/** Persons as HR sends them and organisers write them down, one of them erased, and a team. */
async function people(all: Use, unit: string) {
  const from = '2024-01-05';
  const put = { name: '张建国（演示）', role: '塔吊司机', unit, from, revision: 1 };
  const { id: driver } = await all.putRevision('/people/YG-10086', put);
  const { id: welder } = await all.post('/people', { externalId: 'YG-10087', name: '李红梅（演示）', unit, from });
  await all.post(
    '/people/import',
    '工号,姓名,岗位,单位编码,开始日期\nYG-10088,王立新（演示）,钢筋工,XM-90,2024-01-05\n',
  );
  await all.get('/people/import/template.xlsx');
  await all.post(`/people/${welder}/amend`, { name: '李红梅（演示）', role: '电焊工' });
  const { unit: other } = (await all.get('/units?code=XM-01')).items[0];
  await all.post(`/people/${welder}/move`, { unit: other, from: '2024-03-01' });
  await all.get(`/people?q=${encodeURIComponent('李红梅')}`);
  await all.get(`/people/${welder}`);
  const team = { code: 'DW-01', name: '塔吊青年突击队（演示）', shortName: '塔吊突击队', unit };
  const { id } = await all.post('/teams', { ...team, members: [{ person: driver, from }] });
  await all.post(
    '/teams/import',
    `队伍编码,队伍名称,队伍简称,工号,开始日期\nDW-02,钢筋班（演示）,钢筋班,YG-10088,2024-02-01\n`,
  );
  await all.get('/teams/import/template.xlsx');
  await all.post(`/teams/${id}/amend`, { name: '塔吊突击队（演示）', shortName: '塔吊突击队', unit });
  await all.post(`/teams/${id}/join`, { person: welder, from: '2024-03-01', substitute: true });
  await all.post(`/teams/${id}/leave`, { person: welder, to: '2024-06-30' });
  await all.get('/teams');
  await all.get(`/teams/${id}?asOf=2024-03-15`);
  await all.post(`/teams/${id}/dissolve`, { to: '2024-12-31' });
  await all.post(`/people/${welder}/leave`, { to: '2024-12-31' });
  await all.post(`/people/${welder}/erase`);
}

/** A second competition that comes to nothing: a scheme of its own, entries refused, moved and withdrawn. */
export async function competition({ org, all }: Company, unit: string) {
  const { id: scheme } = await all.post('/schemes', { template: 'gong-lu' });
  const { body } = await all.get(`/schemes/${scheme}`);
  await all.post(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  await all.put(`/schemes/${scheme}`, { body });
  await all.get(`/schemes/${scheme}/versions/1`);
  await all.get(`/schemes/${scheme}/versions/1/compare/draft`);
  const [{ id: track, stages }] = body.tracks;
  const periods: { id: string }[] = stages.flatMap((stage: { periods?: object[] }) => stage.periods ?? []);
  const month = (at: number) => `2024-${String(at + 1).padStart(2, '0')}`;
  const { id } = await all.post('/competitions?on=2023-12-20', {
    ...{ name: '2024年补充竞赛（演示数据）', year: 2024, theme: '岗位立功', slogan: '岗位立功、创效创优' },
    registration: { from: '2024-01-01', to: '2024-12-31' },
    tracks: [
      {
        ...{ track, label: '标段', scheme },
        periods: periods.map(({ id }, at) => ({
          ...{ id, label: id, from: `${month(at)}-01`, to: `${month(at)}-28` },
        })),
      },
    ],
  });
  const amended = periods.map(({ id }, at) => ({
    id,
    label: `第${at + 1}期`,
    from: `${month(at)}-02`,
    to: `${month(at)}-28`,
  }));
  const change = { slogan: '岗位立功、创效争先', tracks: [{ track, periods: amended }], reason: '各期从2日起算' };
  await all.post(`/competitions/${id}/amend?on=2024-01-02`, change);
  const on = '?on=2024-06-03';
  const enter = async (of: string) =>
    (await all.post(`/competitions/${id}/entries${on}`, { unit: of, track, group: 'civil' })).id;
  const refused = await enter(unit);
  await all.get(`/entries/${refused}`);
  await all.post(
    `/competitions/${id}/statuses/import${on}`,
    '单位编码,状态,开始日期,事由\nXM-90,在施,2024-06-03,取得施工许可，正式开工\n',
  );
  await all.post(`/entries/${refused}/status/strike${on}`, { from: '2024-06-03', reason: '日期录错，尚未开工' });
  await all.post(`/entries/${refused}/reject${on}`, { reason: '施工许可已于去年到期' });
  const moved = await enter(unitOf({ org } as never, 'XM-01'));
  await all.post(`/entries/${moved}/accept${on}`);
  await all.post(`/entries/${moved}/regroup${on}`, { group: 'electrical' });
  await all.post(`/entries/${moved}/undo${on}`, { reason: '调组的应是同名标段' });
  await all.post(`/entries/${moved}/withdraw${on}`, { reason: '改报七比七赛' });
  await all.get(`/competitions/${id}`);
  await all.get(`/competitions/${id}/entries/import/template.xlsx`);
  await all.get(`/competitions/${id}/statuses/import/template.xlsx`);
  await all.post(`/competitions/${id}/cancel`, { reason: '并入七比七赛，不再单独举办' });
  const next = await all.post(`/competitions/${competitionOf({ org } as never)}/copy?on=2024-12-20`, { year: 2025 });
  await all.get(`/competitions/${next.id}/proposals`);
}

/** Questions about results: why, what if, what another scheme would change. */
export async function results({ org, all }: Company) {
  const company = { org } as never;
  const check = checkId(entryOf(company, 'XM-07'), 'q1');
  await all.get(`/explanations/${check}`);
  await all.post(`/explanations/${check}/what-if`, { marks: { technology: { value: 5 } } });
  await all.get(`/checks/${check}/corrections`);
  await all.get(`/competitions/${competitionOf(company)}/inputs?track=projects`);
  const round = first(await all.get('/rounds'), 'round');
  await all.get(`/rounds/${round}/missing`);
  await all.get(`/rounds/${round}/reminder-text`);
  const reminders = `/competitions/${competitionOf(company)}/reminders`;
  const sheets = { task: 'submit-sheet', daysBefore: [7, 1], everyDays: 2 };
  await all.get(reminders);
  const rules = [sheets, { task: 'submit-sheet', whom: 'organiser', daysBefore: [0] }];
  await all.send('PUT', `/api${reminders}`, { rules }, '"0"');
  await all.get(`/rounds/${round}/marks/import/template.xlsx`);
  await all.get(`/rounds/${roundId(competitionOf(company), 'projects', 'q1')}/papers?check=${check}`);
  await all.get(`/standings/${competitionOf(company)}/report?period=q1`);
  await all.get(`/standings/${competitionOf(company)}/workbook`);
  for (const what of ['plans', 'progress']) await all.get(`/rounds/${round}/${what}/import/template.xlsx`);
  await all.get(`/competitions/${competitionOf(company)}/reviews/import/template.xlsx`);
  await all.get(`/reviews/${first(await all.get('/reviews'), 'review')}`);
  await all.get(`/publications/${first(await all.get('/publications'), 'publication')}`);
  await all.get(`/evaluations/${first(await all.get('/evaluations'), 'evaluation')}/revisions`);
  const { body } = await all.get(`/schemes/${first(await all.get('/schemes'), 'scheme')}`);
  await all.post('/schemes/impact', { competition: competitionOf(company), track: 'projects', body });
  await all.events(`/standings/${competitionOf(company)}/live?track=projects`);
  await all.send('GET', `/journal/check/${check}`);
  const last = roundId(competitionOf(company), 'projects', 'q4');
  await all.post(`/rounds/${last}/reopen`, { reason: '安全部评分表整表录错，须重新评分' });
  await all.post(`/rounds/${last}/close`, { reason: '检查已全部完成，按集团通知提前关闭' });
}

/** A list by hand, changed before anybody reviews it; a decision revoked as a whole; the competition's end. */
export async function awards({ org, all }: Company) {
  const company = { org } as never;
  const title = '2024年度施工进度标兵';
  const honour = { code: 'PACE', name: `${title}项目部`, shortName: '进度标兵', level: 'enterprise' };
  const { id: list } = await all.post('/award-lists', { kind: 'hand', title, year: 2024, honours: [honour] });
  const recipient = unitOf(company, 'XM-07');
  await all.putRevision('/award-rules', { barYears: [{ cause: 'casualty', years: 3 }] });
  await all.get('/award-rules');
  const accident = { kind: 'safety-accident', happenedOn: '2024-05-17', document: '京建安〔2024〕12号（演示）' };
  const barred = unitOf(company, 'XM-08');
  const { id: bar } = await all.post('/award-bars', { unit: barred, ...accident });
  await all.get('/award-bars');
  await all.get(`/award-lists/${list}/eligibility?recipient=${barred}`);
  const overriding = { recipient: barred, reason: '事故认定为非责任事故，委员会一致同意' };
  await all.post(`/award-lists/${list}/override`, overriding);
  await all.post(`/award-lists/${list}/candidates`, { honour: 'PACE', recipient, reason: '四个季度均按节点完成' });
  await all.post(`/award-bars/${bar}/lift`, { reason: '经复查认定为非责任事故' });
  const { candidate } = (await all.get(`/award-lists/${list}`)).candidates[0];
  await all.get('/tasks');
  await all.post('/me/notifications', { email: 'contest@union.example', quietFrom: '20:00', quietTo: '08:30' });
  await all.get('/me/notifications');
  const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000000';
  const { id: robot } = await all.post('/robots', { kind: 'wecom', name: '劳动竞赛工作群（演示）', url });
  await all.get('/robots');
  await all.get('/digests');
  await all.post(`/robots/${robot}/remove`, { reason: '工作群已解散' });
  await all.post(`/award-lists/${list}/recommend`, { candidate, reason: '评审委员会一致推荐' });
  await all.post(`/award-lists/${list}/remove`, { candidate, reason: '单位来函自愿放弃' });
  const decision = first(await all.get('/decisions'), 'decision');
  await all.post(`/decisions/${decision}/revoke`, { reason: '公示材料有误，整批重新评审', returnBy: '2030-12-31' });
  await all.get(`/public/notices/${first(await all.get('/notices'), 'notice')}`);
  await all.post(`/competitions/${competitionOf(company)}/close`);
}
