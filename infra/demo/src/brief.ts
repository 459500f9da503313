// What the terminal shows when the year is over: at most 25 lines of at most 100 columns, the digest last. Everything else
// is in the report (report.ts).
import { type Cast, passwordOf } from './cast.ts';
import { liaisonOf } from './seed/people.ts';
import { table } from './table.ts';

/** One user of each kind, and what to look at first when signed in. */
const users = [
  ['主办 organiser', 'yijian.organiser', '年度名次与否决 the year, vetoes'],
  ['检查 checker', 'yijian.safety', '各季得分 the scores of each quarter'],
  ['参赛 entrant', liaisonOf('FG-01'), '本公司项目得分 your projects'],
  ['联盟 leader', 'chanye.shougang', '联盟与成果任务 alliances, duty'],
  ['人事 hr', 'yijian.hr', '表彰的更正与撤销 awards, revisions'],
] as const;

/** @param file where the report was written, if anywhere */
export function briefOf(
  { admin }: Cast,
  { url, digest, file }: { url: string; digest: string; file?: string | undefined },
) {
  const rows = users.map(([role, userName, first]) => [role, userName, passwordOf(userName, admin.password), first]);
  return [
    '',
    '演示年度已完成；除万泉寺中阳广场、各工作室及联盟名称外，单位、数据与文件均为虚构。',
    'The demonstration year is complete; apart from published names, all of it is invented.',
    '',
    ...table(
      ['角色 role', '用户 user', '密码 password', '登录后先看 look at first'],
      [...rows, ['管理 admin', admin.userName, admin.password, '用户与单位：接口 users, by the API']],
    ),
    '',
    `  首页 page      ${url}/`,
    `  接口 API       ${url}/docs`,
    ...(file ? [`  全部结果与用户 all results and users: ${file}`] : []),
    '',
    `digest: ${digest}`,
  ];
}
