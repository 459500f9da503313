// Every template that may be published is played to its end: rounds closed, the year evaluated. What publishing lets
// through can be closed.
import { unionRoles } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { services } from './services.ts';

interface Criterion {
  id: string;
  points?: number;
  measure?: { kind: string; levels?: { id: string }[]; over?: string; from?: string };
  of?: Criterion[];
}
interface Sheet {
  id?: string;
  criteria: Criterion[];
  adjustments?: { items: Criterion[] };
}
interface Named {
  id: string;
  label: unknown;
}
interface Track {
  id: string;
  groups?: Named[];
  stages: { id: string; periods?: Named[]; sheet: string | Sheet }[];
}
interface Body {
  tracks: Track[];
  sheets?: Sheet[];
  departments?: Named[];
}
let t: Testing;
beforeAll(async () => {
  t = await startTesting(services, { now: () => '2025-01-10T09:00:00+08:00' });
});
afterAll(() => t.stop());

const org = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
async function call(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, departments: string[] = []) {
  const actor = { org, sub: 'all', roles: [...unionRoles], departments };
  return t.call(actor, method, `/api${path}`, body, method === 'PUT' ? { 'if-match': '*' } : {});
}
async function done(path: string, body?: object, departments?: string[], method: 'POST' | 'PUT' = 'POST') {
  const { status, body: answer } = await call(method, path, body, departments);
  expect([path, status, status < 300 ? '' : answer]).toEqual([path, expect.toBeOneOf([200, 201, 202]), '']);
  return answer.id as string;
}
const items = async (path: string) => (await call('GET', path)).body.items;

const leavesOf = (nodes: Criterion[]): Criterion[] => nodes.flatMap((node) => (node.of ? leavesOf(node.of) : [node]));
function leaves({ sheets = [] }: Body, { sheet }: Track['stages'][number]): Criterion[] {
  const { criteria, adjustments } = typeof sheet === 'string' ? sheets.find(({ id }) => id === sheet)! : sheet;
  return leavesOf([...criteria, ...(adjustments?.items ?? [])]);
}
function markOf({ measure }: Criterion): object | undefined {
  switch (measure?.kind) {
    case 'value':
      return { value: 0 };
    case 'ratio':
      return { plan: 100, done: 100, accepted: 100 };
    case 'events':
      return { events: [] };
    case 'level':
      return { level: measure.levels![0]!.id };
  }
  return undefined;
}
/** The tracks whose entrants others collect as their members come first. */
const inOrder = (body: Body) => {
  const ofMembers = ({ stages }: Track) =>
    stages.some((stage) => leaves(body, stage).some(({ measure }) => measure?.over === 'members'));
  return [...body.tracks].sort((a, b) => Number(ofMembers(a)) - Number(ofMembers(b)));
};

/** False: its tracks serve contests alone, and the announcement says so. */
async function played(body: Body, scheme: string, name: string): Promise<boolean> {
  const day = (n: number) => new Date(Date.parse('2024-01-01') + n * 86_400_000).toISOString().slice(0, 10);
  const tracks = body.tracks.map(({ id, stages }) => {
    const periods = stages.flatMap(({ periods = [] }) => periods);
    const dated = periods.map(({ id }, n) => ({ id, label: id, from: day(2 * n), to: day(2 * n + 1) }));
    return { track: id, label: id, scheme, periods: dated };
  });
  const head = {
    name,
    year: 2024,
    theme: '主题',
    slogan: '口号',
    registration: { from: '2024-01-01', to: '2024-12-31' },
  };
  const announced = await call('POST', '/competitions', { ...head, tracks });
  if (announced.body.type === '/problems/competition-contest-only') {
    expect(announced.body.detail).toMatch(/专项比赛：.+/);
    return false;
  }
  expect([name, announced.status]).toEqual([name, 201]);
  const competition = announced.body.id;
  // Who collects its members' results is the branch that the members belong to.
  let parent: string | undefined;
  const entries: { entry: string; track: Track }[] = [];
  for (const track of inOrder(body).reverse()) {
    const code = `${name}-${track.id}`;
    const kind = parent ? { kind: 'project-department', parent } : { kind: 'branch' };
    const unit = await done('/units', { ...kind, code, name: code, shortName: code.slice(-20) });
    if (body.tracks.length > 1) parent ??= unit;
    const group = track.groups?.[0] ? { group: track.groups[0].id } : {};
    const entry = await done(`/competitions/${competition}/entries`, { unit, track: track.id, ...group });
    await done(`/entries/${entry}/accept`);
    entries.push({ entry, track });
  }
  await t.quiet();
  await done(`/competitions/${competition}/launch`);
  await t.quiet();
  for (const { round, track: trackId, period } of await items(`/rounds?competition=${competition}&limit=200`)) {
    const track = body.tracks.find(({ id }) => id === trackId)!;
    const stage = track.stages.find(({ periods }) => periods?.some(({ id }) => id === period.id))!;
    const byId = new Map(leaves(body, stage).map((leaf) => [leaf.id, leaf]));
    const checks = await items(`/checks?round=${round}&limit=200`);
    const views = await Promise.all(
      checks.map(async ({ check }: { check: string }) => (await call('GET', `/checks/${check}`)).body),
    );
    for (const { check, criteria } of views) {
      const work = criteria.filter(({ from }: { from: string }) => from === 'work').map(({ id }: Named) => id);
      const plan = Object.fromEntries(work.map((id: string) => [id, { plan: 100 }]));
      if (work.length > 0) await done(`/checks/${check}/plan`, { items: plan }, [], 'PUT');
    }
    await done(`/rounds/${round}/open`);
    await t.quiet();
    for (const { check, criteria } of views) {
      const owners = [...new Set<string>(criteria.map(({ owner }: { owner: string }) => owner))];
      const work = criteria.filter(({ from }: { from: string }) => from === 'work').map(({ id }: Named) => id);
      const verified = Object.fromEntries(work.map((id: string) => [id, { done: 100, accepted: 100 }]));
      if (work.length > 0) await done(`/checks/${check}/progress/verify`, { items: verified }, owners);
      for (const owner of owners) {
        const mine = criteria.filter((c: { owner: string; from: string }) => c.owner === owner && c.from === 'sheet');
        if (mine.length === 0) continue;
        const marks = Object.fromEntries(mine.map(({ id }: Named) => [id, markOf(byId.get(id)!)]));
        await done(`/checks/${check}/sheets/${owner}`, { marks }, owners, 'PUT');
        await done(`/checks/${check}/sheets/${owner}/submit`, undefined, owners);
      }
    }
    await done(`/rounds/${round}/close`);
    await t.quiet();
    expect((await call('GET', `/rounds/${round}`)).body.status).toBe('closed');
  }
  for (const track of inOrder(body)) {
    const annual = track.stages.findLast(({ periods }) => !periods);
    if (!annual) continue;
    const marked = leaves(body, annual).filter((leaf) => markOf(leaf));
    const marks = Object.fromEntries(marked.map((leaf) => [leaf.id, markOf(leaf)]));
    for (const { entry } of entries.filter((each) => each.track === track))
      if (marked.length > 0)
        await done('/reviews', { entry, marks }, (body.departments ?? []).map(({ id }) => id).concat('union'));
    await done('/evaluations', { competition, track: track.id });
    await t.quiet();
  }
  return true;
}

test('every publishable template is played to its end', { timeout: 120_000 }, async () => {
  const templates = await items('/scheme-templates');
  const forContests: string[] = [];
  for (const { template } of templates) {
    const scheme = await done('/schemes', { template });
    const bare = await call('POST', `/schemes/${scheme}/publish`);
    // Without the organiser's word what would be missing is not published; with it, it is.
    if (bare.status >= 300) {
      expect(bare.body.type).toBe('/problems/scheme-unsupported');
      await done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
    }
    const { body } = (await call('GET', `/schemes/${scheme}/versions/1`)).body;
    if (!(await played(body, scheme, template))) forContests.push(template);
  }
  expect(forContests.sort()).toEqual(['ji-neng', 'jian-jia', 'lan-qiu', 'liu-you']);
});
