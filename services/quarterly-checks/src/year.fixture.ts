// For tests: a competition of a few projects and two branches on the shipped scheme, and a stand-in for the competitions
// service that publishes what a test gives it.
import {
  type Command,
  checkId,
  type Entrant,
  entryId,
  evaluationId,
  jsonObject,
  type Mark,
  type Role,
  requestsOf,
  roundId,
} from '@jiangong/contracts';
import { templates } from '@jiangong/scoring';
import { post, service } from '@jiangong/service-kit';
import { startTesting } from '@jiangong/service-kit/testing';
import { z } from 'zod';
import { quarterlyChecks } from './service.ts';

export const competition = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04';
export const scheme = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d03';
export const body = jsonObject.parse(templates['qi-bi-qi-sai']);
export const quarters = [
  { id: 'q1', label: '第一季度', from: '2024-01-01', to: '2024-03-31' },
  { id: 'q2', label: '第二季度', from: '2024-04-01', to: '2024-06-30' },
  { id: 'q3', label: '第三季度', from: '2024-07-01', to: '2024-09-30' },
  { id: 'q4', label: '第四季度', from: '2024-10-01', to: '2024-12-31' },
];
const unitId = (n: number) => `8f14e45f-ceea-867a-9c0b-3f2c5a1b6e${String(n).padStart(2, '0')}`;
export function entrantOf(n: number, track: 'projects' | 'branches', parent?: number): Entrant {
  const unit = unitId(n);
  const name = `${track === 'projects' ? '项目' : '分公司'}${n}`;
  const entry = entryId(competition, unit, track);
  const above = parent === undefined ? {} : { parent: unitId(parent) };
  return { entry, unit, code: `U-${n}`, name: `${name}部`, shortName: name, track, ...above };
}
export const branches = [1, 2].map((n) => entrantOf(n, 'branches'));
export const projects = [11, 12, 13].map((n) => entrantOf(n, 'projects', n === 13 ? 2 : 1));

const head = { competition, name: '2024年“七比七赛”劳动竞赛', year: 2024, theme: '岗位立功', slogan: '创效创优' };
const track = { scheme, schemeVersion: 1, groups: [], body };
export const launch = {
  type: 'competition-launched' as const,
  data: {
    ...head,
    tracks: [
      { ...track, track: 'projects', label: '项目部', periods: quarters },
      { ...track, track: 'branches', label: '分支机构', periods: [] },
    ],
    accepted: 5,
  },
};
export const accepted = (entrant: Entrant) => ({ type: 'entry-accepted' as const, data: { competition, entrant } });

type Publish = Command<'publish', { events: { type: string; data?: unknown }[] }>;
const publishing = { competition: requestsOf<Publish>('competition'), entry: requestsOf<Publish>('entry') };
const published = {
  initial: undefined,
  decide: (_: undefined, { data }: { data: { events: [] } }) => data.events,
  evolve: () => undefined,
};
const standIn = service({
  name: 'competitions',
  streams: { competition: published, entry: published },
  views: [],
  reactions: [],
  deadlines: [],
  routes: [
    post('/publish/:noun/:id', {
      summary: ['测试', 'Test'],
      roles: ['organiser'],
      params: z.object({ noun: z.enum(['competition', 'entry']), id: z.uuid() }),
      body: z.object({ events: z.array(z.object({ type: z.string(), data: z.unknown() })) }),
      handle: ({ params: { noun, id }, body }) => publishing[noun](id, 'publish', body),
    }),
  ],
});

export type Who = {
  org: string;
  sub: string;
  roles: Role[];
  departments?: string[];
  units?: string[];
};
export const organiser: Who = { org: 'o', sub: 'organiser', roles: ['organiser'] };
export const checker = (...departments: string[]): Who => ({
  org: 'o',
  sub: `checker-${departments[0]}`,
  roles: ['checker'],
  departments,
});
export const entrant = (...units: string[]): Who => ({ org: 'o', sub: 'entrant', roles: ['entrant'], units });
export const foreigner: Who = { org: 'p', sub: 'foreigner', roles: ['organiser'] };

/** The service next to its stand-in, with the words in which a test plays a year. */
export async function startYear(
  now = () => '2025-01-10T09:00:00+08:00',
  env: Record<string, string> = {},
  checks = quarterlyChecks,
) {
  const running = await startTesting([standIn, checks], { now, env });
  const { call, quiet } = running;
  type Method = 'GET' | 'POST' | 'PUT';
  const send = (who: Who, method: Method, path: string, body?: unknown, headers?: Record<string, string>) =>
    call(who, method, `/api${path}`, body, headers);
  const publish = async (noun: 'competition' | 'entry', id: string, ...events: object[]) => {
    const answer = await send(organiser, 'POST', `/publish/${noun}/${id}`, { events });
    if (answer.status >= 300) throw new Error(answer.text);
  };
  /** PUT on a check, with the version just read. */
  const put = async (who: Who, check: string, path: string, body: unknown) => {
    const { headers } = await send(who, 'GET', `/checks/${check}`);
    return send(who, 'PUT', `/checks/${check}/${path}`, body, { 'if-match': String(headers.etag) });
  };
  return { ...running, call: send, publish, put, quiet };
}
export type Year = Awaited<ReturnType<typeof startYear>>;

export const departments = ['engineering', 'safety', 'quality', 'technology', 'finance', 'union'];
export const goodMarks: Record<string, Record<string, Mark>> = {
  safety: { safety: { events: [] }, civilised: { level: 'good' } },
  quality: { quality: { events: [{ code: 'defect' }] } },
  technology: { technology: { value: 5 } },
  finance: { cost: { value: 5.5 } },
  union: { team: { value: 4 } },
};

/** Plans a check, verifies its progress and submits all its sheets. */
export async function complete({ call, put }: Year, check: string, done: number) {
  const answers = [
    await put(organiser, check, 'plan', {
      items: {
        progress: {
          parts: [
            { id: 'm1', label: '主体', weight: 60, plan: 100 },
            { id: 'm2', label: '二次结构', weight: 40, plan: 100 },
          ],
        },
        output: { plan: 1000 },
      },
      reason: '季度计划',
    }),
    await call(checker('engineering'), 'POST', `/checks/${check}/progress/verify`, {
      items: {
        progress: {
          parts: [
            { id: 'm1', done, accepted: done },
            { id: 'm2', done: 100, accepted: 100 },
          ],
        },
        output: { done: 1000, accepted: 1000 },
      },
    }),
  ];
  for (const [department, marks] of Object.entries(goodMarks)) {
    answers.push(await put(checker(department), check, `sheets/${department}`, { marks }));
    answers.push(await call(checker(department), 'POST', `/checks/${check}/sheets/${department}/submit`));
  }
  const failed = answers.find(({ status }) => status >= 300);
  if (failed) throw new Error(failed.text);
}

export const branchMarks = {
  contracts: { plan: 100, done: 110 },
  revenue: { plan: 100, done: 95 },
  profit: { plan: 10, done: 7 },
  plan: { value: 5 },
  coverage: { value: 6 },
  ledgers: { value: 5 },
  publicity: { value: 4 },
};

/** Both tracks evaluated: projects that did 100, 80 and 90 of 100 in the milestone that weighs 60, every quarter alike. */
export async function evaluatedYear(now?: () => string, env?: Record<string, string>): Promise<Year> {
  const year = await startYear(now, env);
  const { call, publish, quiet } = year;
  const done = async (method: 'POST', path: string, body?: object) => {
    const answer = await call(organiser, method, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    await quiet();
  };
  for (const each of [...branches, ...projects]) await publish('entry', each.entry, accepted(each));
  await publish('competition', competition, launch);
  await quiet();
  for (const { id: period } of quarters) {
    const round = roundId(competition, 'projects', period);
    await done('POST', `/rounds/${round}/open`);
    for (const [n, { entry }] of projects.entries()) await complete(year, checkId(entry, period), [100, 80, 90][n]!);
    await done('POST', `/rounds/${round}/close`);
  }
  for (const { entry } of projects) await done('POST', '/reviews', { entry, marks: { review: { value: 18 } } });
  await done('POST', '/evaluations', { competition, track: 'projects' });
  for (const { entry } of branches) await done('POST', '/reviews', { entry, marks: branchMarks });
  await done('POST', '/evaluations', { competition, track: 'branches' });
  return year;
}

/** Publishes every round and both years. */
export async function publishAll(year: Year, to: 'hidden' | 'entrants' | 'public', frozen = false) {
  const ofRounds = quarters.map(({ id }) => roundId(competition, 'projects', id));
  const all = [...ofRounds, ...['projects', 'branches'].map((track) => evaluationId(competition, track))];
  // What a year is made of is published before it, and withdrawn after it.
  for (const id of to === 'hidden' ? all.reverse() : all) {
    const answer = await year.call(organiser, 'POST', `/publications/${id}`, { to, frozen, reason: '测试' });
    if (answer.status >= 300) throw new Error(answer.text);
  }
  await year.quiet();
}
