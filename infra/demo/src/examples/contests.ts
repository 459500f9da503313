// A race of persons for their units, next to the year: entered, run, closed, corrected, published; one before judges; and one
// that is cancelled.
import { setTimeout as sleep } from 'node:timers/promises';
import { contestStageId } from '@jiangong/contracts';
import type { Company } from './company.ts';

export async function contests({ all }: Company): Promise<void> {
  const { id: scheme } = await all.post('/schemes', { template: 'wu-gong-li' });
  await all.post(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const announce = (name: string) =>
    all.post('/contests', {
      ...{ name, year: 2024, scheme, schemeVersion: 1 },
      tracks: [
        { track: 'runners', entrants: 'person', perUnit: 8 },
        { track: 'teams', entrants: 'unit' },
      ],
      registration: { from: '2024-04-01', to: '2024-04-20' },
    });
  const { id: contest } = await announce('“彩虹跑”五公里团体赛（演示）');
  await all.get('/contests');
  // The stages follow from the announcement.
  const race = contestStageId(contest, 'runners', 'race', null);
  await all.get(`/contest-stages/${race}`);
  await all.get(`/contests/${contest}`);
  const { unit } = (await all.get('/units?code=XM-01')).items[0];
  const runner = async (externalId: string, name: string) =>
    (await all.post('/people', { externalId, name, unit, from: '2024-01-05' })).id as string;
  const people = [
    await runner('YG-20001', '周建新（演示）'),
    await runner('YG-20002', '吴晓东（演示）'),
    await runner('YG-20003', '郑海燕（演示）'),
  ];
  for (const entrant of people) await entered(all, contest, entrant);
  await all.post(`/contests/${contest}/contestants/import`, '参赛者编码,赛道\nXM-01,代表队\n');
  await all.get(`/contests/${contest}/contestants/import/template.xlsx`);
  const { items } = await all.get(`/contests/${contest}/contestants?track=runners`);
  const [first, second, third] = items.map(({ contestant }: { contestant: string }) => contestant);
  await all.get(`/contestants/${first}`);
  await all.post(`/contestants/${first}/accept`);
  await all.post(`/contestants/${third}/withdraw`, { reason: '因伤退赛' });

  await all.post(`/contest-stages/${race}/open`);
  await all.get(`/contest-stages/${race}/performances/import/template.xlsx`);
  await all.post(`/contest-stages/${race}/performances`, { contestant: first, marks: { time: { value: 1295.4 } } });
  await all.get(`/contest-stages/${race}/missing`);
  const { code } = items[1];
  await all.post(`/contest-stages/${race}/performances/import`, `工号,用时\n${code},22:10\n`);
  await all.post(`/contest-stages/${race}/performances`, { contestant: second, absence: 'did-not-finish' });
  await all.get(`/contest-stages/${race}/performances`);
  await all.post(`/contest-stages/${race}/close`);
  await all.post(`/contest-stages/${race}/performances/correct`, {
    ...{ contestant: first, marks: { time: { value: 1292.1 } }, reason: '计时芯片复核' },
  });
  await all.get(`/contest-stages/${race}/revisions`);
  await all.post(`/contest-stages/${race}/publish`, { to: 'public' });
  await all.get(`/contest-stages/${race}/standings`);
  await all.get(`/contest-stages/${race}/explanations/${first}`);

  await judged(all, people.slice(0, 2));
  const { id: other } = await announce('秋季长跑（演示）');
  await all.post(`/contests/${other}/cancel`, { reason: '因天气原因取消' });
}

/** Two couriers before judges, of whom whoever writes the example is one. */
async function judged(all: Company['all'], couriers: string[]): Promise<void> {
  const { id: scheme } = await all.post('/schemes', { template: 'ji-neng' });
  await all.post(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await all.post('/contests', {
    ...{ name: '快递员安全驾驶技能竞赛（演示）', year: 2024, scheme, schemeVersion: 1 },
    tracks: [
      { track: 'couriers', entrants: 'person' },
      { track: 'teams', entrants: 'unit' },
    ],
    registration: { from: '2024-04-01', to: '2024-04-20' },
  });
  const stage = contestStageId(contest, 'couriers', 'contest', null);
  await all.get(`/contest-stages/${stage}`);
  for (const courier of couriers) await entered(all, contest, courier, 'couriers');
  const { items } = await all.get(`/contests/${contest}/contestants?track=couriers`);
  const [one, other] = items.map(({ contestant }: { contestant: string }) => contestant);
  await all.post(`/contest-stages/${stage}/open`);
  const me = (await all.get('/me')).actor.sub;
  await all.get('/checkers');
  const pool = [me, 'judge-2', 'judge-3', 'judge-4'].map((judge) => ({ judge }));
  const draw = { item: 'judges', pool, seats: 4, lookAgain: 20 };
  const { id: panel } = await all.post(`/contest-stages/${stage}/panels`, draw);
  await all.get(`/contest-stages/${stage}/panels`);
  await all.get(`/judging-panels/${panel}`);
  await all.post(`/judging-panels/${panel}/lock`);
  await all.post(`/judging-panels/${panel}/marks`, { contestant: one, marks: { practice: { value: 88 } } });
  await all.post(`/judging-panels/${panel}/recuse`, { contestant: other, reason: '师徒关系' });
  await all.get(`/judging-panels/${panel}/scorecards`);
}

/** Whoever was registered a moment ago is not known to contests yet. */
export async function entered(
  all: Company['all'],
  contest: string,
  entrant: string,
  track = 'runners',
  group?: string,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      await all.post(`/contests/${contest}/contestants`, { track, entrant, ...(group ? { group } : {}) });
      return;
    } catch (error) {
      if (attempt === 600 || !String(error).includes('contest-entrant')) throw error;
      await sleep(50);
    }
}
