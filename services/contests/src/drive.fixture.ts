// For tests: a driving contest of three units before three judges, with a stand-in for the competitions service that publishes
// the scheme and the units.
import { type Command, contestStageId, derivedId, judgingPanelId, type Role, requestsOf } from '@jiangong/contracts';
import { templates } from '@jiangong/scoring';
import { post, service } from '@jiangong/service-kit';
import { startTesting } from '@jiangong/service-kit/testing';
import { z } from 'zod';
import { contests } from './service.ts';

type Publish = Command<'publish', { events: { type: string; data?: unknown }[] }>;
const publishing = { scheme: requestsOf<Publish>('scheme'), unit: requestsOf<Publish>('unit') };
const published = {
  initial: undefined,
  decide: (_: undefined, { data }: { data: { events: [] } }) => data.events,
  evolve: () => undefined,
};
const standIn = service({
  name: 'competitions',
  streams: { scheme: published, unit: published },
  views: [],
  reactions: [],
  deadlines: [],
  routes: [
    post('/publish/:noun/:id', {
      summary: ['测试', 'Test'],
      roles: ['organiser'],
      params: z.object({ noun: z.enum(['scheme', 'unit']), id: z.uuid() }),
      body: z.object({ events: z.array(z.object({ type: z.string(), data: z.unknown() })) }),
      handle: ({ params: { noun, id }, body }) => publishing[noun](id, 'publish', body),
    }),
  ],
});

export type Who = { org: string; sub: string; roles: Role[]; units?: string[] };
export const as = (sub: string, ...roles: Role[]): Who => ({ org: 'o', sub, roles });
export const organiser = as('organiser', 'organiser');
export const committee = as('committee', 'committee');
export const judge = (n: number) => as(`j${n}`, 'checker');
export const unitOf = (n: number) => derivedId('unit', n);
export const captain = (n: number): Who => ({ ...as(`captain-${n}`, 'entrant'), units: [unitOf(n)] });
export const contest = derivedId('contest', 'drive');
export const stage = contestStageId(contest, 'couriers', 'contest', null);
export const panel = judgingPanelId(stage, 'judges');

/**
 * Theory and what three judges gave. Points: 30 % of theory and 70 % of the middle mark, by hand: 27.45 + 56 = 83.45,
 * 21.075 + 49.7 = 70.775, 24 + 63 − 2 (four seconds over time) = 85.
 */
const drives = [
  { theory: 91.5, marks: [80, 80, 81] },
  { theory: 70.25, marks: [71, 70, 72] },
  { theory: 80, marks: [90, 90, 90], overtime: 4 },
];

/** Three units are entered, the panel is locked, and the stage open. */
export async function startDrive(now = () => '2025-01-10T09:00:00+08:00') {
  const { call: send, ...running } = await startTesting([standIn, contests], { now });
  const call = (who: Who, method: 'GET' | 'POST', path: string, body?: object) =>
    send(who, method, `/api${path}`, body);
  async function done(path: string, body?: object, who: Who = organiser) {
    const { status, body: answer } = await call(who, 'POST', path, body);
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    await running.quiet();
    return answer;
  }
  const scheme = derivedId('scheme', 1);
  const data = { scheme, version: 1, body: templates['ji-neng'] };
  await done(`/publish/scheme/${scheme}`, { events: [{ type: 'scheme-published', data }] });
  for (const n of [1, 2, 3]) {
    const unit = { unit: unitOf(n), kind: 'branch', code: `FG-${n}`, name: `第${n}分公司`, shortName: `${n}分` };
    await done(`/publish/unit/${unitOf(n)}`, { events: [{ type: 'unit-registered', data: unit }] });
  }
  await done('/contests', {
    ...{ id: contest, name: '安全驾驶技能竞赛', year: 2025, scheme },
    tracks: [{ track: 'couriers', entrants: 'unit' }],
    registration: { from: '2025-01-01', to: '2025-01-20' },
  });
  for (const n of [1, 2, 3]) await done(`/contests/${contest}/contestants`, { track: 'couriers', entrant: unitOf(n) });
  const pool = [1, 2, 3].map((n) => ({ judge: `j${n}` }));
  await done(`/contest-stages/${stage}/panels`, { pool, seats: 3, lookAgain: 50 });
  await done(`/judging-panels/${panel}/lock`);
  await done(`/contest-stages/${stage}/open`);
  const { items } = (await call(organiser, 'GET', `/contests/${contest}/contestants`)).body;
  const ids = new Map<string, string>(
    items.map(({ entrant, contestant }: { entrant: { id: string }; contestant: string }) => [entrant.id, contestant]),
  );
  return { ...running, call, done, contestantOf: (n: number) => ids.get(unitOf(n))! };
}
export type Drive = Awaited<ReturnType<typeof startDrive>>;

/** Everything is recorded and marked; judges sit where the lot put them. */
export async function driven({ call, done, contestantOf }: Drive): Promise<void> {
  const { pool } = (await call(organiser, 'GET', `/judging-panels/${panel}`)).body;
  for (const [n, { theory, marks, overtime = 0 }] of drives.entries()) {
    const contestant = contestantOf(n + 1);
    const recorded = { theory: { value: theory }, overtime: { value: overtime }, cones: { events: [] } };
    await done(`/contest-stages/${stage}/performances`, { contestant, marks: recorded }, as('referee', 'checker'));
    for (const [seat, value] of marks.entries())
      await done(
        ...([`/judging-panels/${panel}/marks`, { contestant, marks: { practice: { value } } }] as const),
        as(pool[seat].judge, 'checker'),
      );
  }
}
