// The walk of every read route, in every state of a stage, by every role: who sees whose result.
import { contestAppealId, fixtureId, type Role } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  as,
  captain,
  contest,
  type Drive,
  driven,
  judge,
  organiser,
  panel,
  stage,
  startDrive,
  type Who,
} from './drive.fixture.ts';
import { contests } from './service.ts';

let drive: Drive;
beforeAll(async () => {
  drive = await startDrive();
}, 240_000);
afterAll(() => drive.stop());

const role = (name: Role) => as(name, name);
const judges = {
  organiser,
  'judge on the panel': judge(1),
  checker: role('checker'),
  committee: role('committee'),
  auditor: role('auditor'),
};
const others = {
  captain: captain(1),
  hr: role('hr'),
  finance: role('finance'),
  leader: role('alliance-leader'),
  supervisor: role('supervisor'),
};

const both = () => [drive.contestantOf(1), drive.contestantOf(2)];
/** Every read route with what fills it. Games of fixtures are played before everybody, so they are shown while they are played. */
const filled: Record<string, () => string[]> = {
  '/contests': () => ['/contests', '/contests?format=csv'],
  '/contests/:id': () => [`/contests/${contest}`],
  '/contests/:id/contestants': () => [`/contests/${contest}/contestants?limit=100`],
  '/contestants/:id': () => both().map((id) => `/contestants/${id}`),
  '/contest-stages/:id': () => [`/contest-stages/${stage}`],
  '/contest-stages/:id/missing': () => [`/contest-stages/${stage}/missing`],
  '/contest-stages/:id/standings': () =>
    ['', '?format=csv'].map((query) => `/contest-stages/${stage}/standings${query}`),
  '/contest-stages/:id/explanations/:contestant': () =>
    both().map((id) => `/contest-stages/${stage}/explanations/${id}`),
  '/contest-stages/:id/revisions': () =>
    ['', '?format=csv'].map((query) => `/contest-stages/${stage}/revisions${query}`),
  '/contest-stages/:id/performances': () => [`/contest-stages/${stage}/performances`],
  '/contest-stages/:id/panels': () => [`/contest-stages/${stage}/panels`],
  '/judging-panels/:id': () => [`/judging-panels/${panel}`],
  '/judging-panels/:id/scorecards': () => [`/judging-panels/${panel}/scorecards`],
  '/judging-panels/:id/calibration': () => [`/judging-panels/${panel}/calibration`],
  '/contest-stages/:id/fixtures': () => [`/contest-stages/${stage}/fixtures`],
  '/fixtures/:id': () => [`/fixtures/${fixtureId(stage, null)}`],
  '/fixtures/:id/bracket': () => [`/fixtures/${fixtureId(stage, null)}/bracket`],
  '/contest-appeals': () => ['/contest-appeals', '/contest-appeals?format=csv'],
  '/contest-appeals/:id': () => both().map((id) => `/contest-appeals/${contestAppealId(stage, id, 'theory', 2)}`),
};
const templates = [
  '/contests/:id/contestants/import/template.xlsx',
  '/contest-stages/:id/performances/import/template.xlsx',
];

/** What was entered of theory, and the result. Of the rival after the correction: 22.575 + 49.7. */
const numbers = {
  own: /(?<![\d.])(?:91\.5|83\.45)(?!\d)/,
  rival: /(?<![\d.])(?:70\.25|70\.78|70\.775)(?!\d)/,
  corrected: /(?<![\d.])(?:75\.25|72\.28|72\.275)(?!\d)/,
  /** What one judge gave the rival. */
  marks: /"practice":\{"value":7[012]/,
};
const nothing = { own: false, rival: false, corrected: false, marks: false };
let answers = 0;
async function sees(who: Who) {
  const found = { ...nothing };
  for (const path of Object.values(filled).flatMap((paths) => paths())) {
    const { text } = await drive.call(who, 'GET', path);
    answers += 1;
    for (const what of ['own', 'rival', 'corrected', 'marks'] as const)
      if (numbers[what].test(text)) found[what] = true;
  }
  return found;
}
const publish = (to: string, reason?: string) =>
  drive.done(`/contest-stages/${stage}/publish`, { to, ...(reason ? { reason } : {}) });

test('the walk covers every read route', () => {
  const reads = contests.routes.filter(({ kind }) => kind === 'events' || kind === 'query' || kind === 'download');
  const all = reads.filter((route) => !('method' in route) || route.method === 'GET').map(({ path }) => path);
  // Points have readers of their own, and no stage.
  const paths = all.filter((path) => !/^\/(public\/)?points-/.test(path));
  const walked = [...Object.keys(filled), ...templates].filter(
    (path) => paths.includes(path) || !templates.includes(path),
  );
  expect([...new Set(paths)].sort()).toEqual(walked.sort());
});

test('while a stage is open, judges see what was recorded, nobody what others of the panel gave, and contestants nothing', async () => {
  await driven(drive);
  for (const who of Object.values(judges))
    expect(await sees(who)).toMatchObject({ own: true, rival: true, marks: who === judges['judge on the panel'] });
  for (const who of Object.values(others)) expect(await sees(who)).toEqual(nothing);
});

test('closed and hidden, nobody but those who judge sees a result', async () => {
  await drive.done(`/contest-stages/${stage}/close`);
  for (const who of Object.values(judges)) expect(await sees(who)).toMatchObject({ own: true, rival: true });
  expect(await sees(organiser)).toMatchObject({ marks: true });
  for (const who of Object.values(others)) expect(await sees(who)).toEqual(nothing);
});

test('published to entrants, each sees its own and the places of the others', async () => {
  await publish('entrants');
  expect(await sees(captain(1))).toEqual({ ...nothing, own: true });
  for (const who of [others.hr, others.finance, others.leader, others.supervisor])
    expect(await sees(who)).toEqual(nothing);
  const { body } = await drive.call(captain(1), 'GET', `/contest-stages/${stage}/standings`);
  expect(body.items.map(({ code, place, score }: never) => [code, place, score])).toEqual([
    ['FG-3', 1, null],
    ['FG-1', 2, 83.45],
    ['FG-2', 3, null],
  ]);
});

test('a correction and an appeal are for those who judge and for the own side alone', async () => {
  const correction = { contestant: drive.contestantOf(2), marks: { theory: { value: 75.25 } }, reason: '漏判一题' };
  await drive.done(`/contest-stages/${stage}/performances/correct`, correction);
  for (const n of [1, 2]) {
    const filing = { contestant: drive.contestantOf(n), item: 'theory', reason: `申诉理由之${n}`, evidence: ['答卷'] };
    await drive.done(`/contest-stages/${stage}/appeals`, filing, captain(n));
  }
  for (const who of Object.values(judges)) expect(await sees(who)).toMatchObject({ corrected: true });
  expect(await sees(captain(1))).toEqual({ ...nothing, own: true });
  for (const who of Object.values({ ...judges, ...others })) {
    const texts = await Promise.all(
      Object.values(filled).flatMap((paths) => paths().map(async (path) => (await drive.call(who, 'GET', path)).text)),
    );
    const knows = [1, 2].map((n) => texts.some((text) => text.includes(`申诉理由之${n}`)));
    expect([who.sub, ...knows]).toEqual([
      who.sub,
      who.sub in judges || who.sub === 'captain-1' || who.sub === 'j1',
      who.sub in judges || who.sub === 'j1',
    ]);
  }
});

test('published to all, everybody sees every result as it now stands, but no judge’s marks', async () => {
  await publish('public');
  for (const who of Object.values(others)) expect(await sees(who)).toMatchObject({ own: true, corrected: true });
  for (const who of Object.values(others)) {
    const { text } = await drive.call(who, 'GET', `/judging-panels/${panel}/scorecards`);
    expect(text).not.toMatch(numbers.marks);
  }
});

test('withdrawn again, nothing is seen any more', async () => {
  await publish('hidden', '复核');
  for (const who of Object.values(others)) expect(await sees(who)).toEqual(nothing);
  console.info(
    `走查 / walk: ${Object.keys(filled).length} 个读接口 / read routes, ${Object.keys({ ...judges, ...others }).length} 种角色 / readers, ${answers} 份答复 / answers`,
  );
});
