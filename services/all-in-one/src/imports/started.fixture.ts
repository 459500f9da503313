// For tests: a union with units, a competition under way with an open round, and marks in it.
import { competitions } from '@jiangong/competitions';
import { contests } from '@jiangong/contests';
import { checkId, contestStageId, entryId, roundId } from '@jiangong/contracts';
import { quarterlyChecks } from '@jiangong/quarterly-checks';
import { startTesting } from '@jiangong/service-kit/testing';
import { studioAlliances } from '@jiangong/studio-alliances';
import { csv } from './case.fixture.ts';

const actor = { org: 'o', sub: 'organiser', roles: ['organiser' as const], departments: [], units: [] };
const quarters = [1, 2, 3, 4].map((n) => ({
  id: `q${n}`,
  label: `第${n}季度`,
  from: `2024-${String(n * 3 - 2).padStart(2, '0')}-01`,
  to: `2024-${String(n * 3).padStart(2, '0')}-28`,
}));

export async function startedYear() {
  const testing = await startTesting([competitions, quarterlyChecks, contests, studioAlliances], {
    now: () => '2024-01-05T01:00:00Z',
  });
  const { call, quiet } = testing;
  async function done(path: string, body?: unknown) {
    const answer = await call(actor, 'POST', `/api${path}`, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  }
  const units = [...'甲乙丙壬'].map((name, n) => [n === 3 ? 'P-9' : `P-${n + 1}`, `${name}项目部`, name, '项目部']);
  await done('/units/import', csv(['编码', '名称', '简称', '类别'], ...units));
  const { id: scheme } = await done('/schemes', { template: 'qi-bi-qi-sai' });
  await done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: competition } = await done('/competitions', {
    ...{ name: '2024年劳动竞赛', year: 2024, theme: '岗位立功', slogan: '创效创优' },
    registration: { from: '2024-01-01', to: '2024-01-31' },
    tracks: [{ track: 'projects', label: '项目部', scheme, periods: quarters }],
  });
  const entered = units.slice(0, 3).map(([code]) => [code!, 'projects']);
  await done(`/competitions/${competition}/entries/import`, csv(['单位编码', '赛道'], ...entered));
  const { items } = (await call(actor, 'GET', '/api/units')).body;
  for (const { unit, code } of items)
    if (code !== 'P-9') await done(`/entries/${entryId(competition, unit, 'projects')}/accept`);
  await quiet();
  await done(`/competitions/${competition}/launch`);
  await quiet();
  const round = roundId(competition, 'projects', 'q1');
  await done(`/rounds/${round}/open`);
  await quiet();
  await done(`/rounds/${round}/marks/import`, csv(['单位编码', '指标', '分值'], ['P-3', 'team', '4']));
  const run = await done('/schemes', { template: 'wu-gong-li' });
  await done(`/schemes/${run.id}/publish`, { acceptUnsupported: true });
  await quiet();
  const announced = () =>
    done('/contests', {
      ...{ name: '长跑', year: 2024, scheme: run.id, tracks: [{ track: 'runners', entrants: 'unit' }] },
      registration: { from: '2024-01-01', to: '2024-01-31' },
    });
  const [{ id: open }, { id: contest }] = [await announced(), await announced()];
  await quiet();
  await done(`/contests/${contest}/contestants/import`, csv(['编码', '赛道'], ['P-1', '运动员'], ['P-2', '运动员']));
  const race = contestStageId(contest, 'runners', 'race', null);
  await done(`/contest-stages/${race}/open`);
  await quiet();
  const check = (code: string) => {
    const { unit } = items.find((each: { code: string }) => each.code === code);
    return checkId(entryId(competition, unit, 'projects'), 'q1');
  };
  const paths = {
    units: '/units/import',
    people: '/people/import',
    teams: '/teams/import',
    entries: `/competitions/${competition}/entries/import`,
    statuses: `/competitions/${competition}/statuses/import`,
    marks: `/rounds/${round}/marks/import`,
    plans: `/rounds/${round}/plans/import`,
    progress: `/rounds/${round}/progress/import`,
    reviews: `/competitions/${competition}/reviews/import`,
    studios: '/studios/import',
    contestants: `/contests/${open}/contestants/import`,
    performances: `/contest-stages/${race}/performances/import`,
  };
  return { ...testing, actor, paths, check };
}
