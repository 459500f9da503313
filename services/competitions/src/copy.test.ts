import { startTesting } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { copied } from './copy.ts';
import { announcement, competition, organiser, projects, quarters } from './sample.ts';
import { competitions } from './service.ts';

const { body: _, groups = [], ...track } = projects;
const period = (id: string, from: string, to: string) => ({ id, label: id, from, to });
function row(year: number, periods: ReturnType<typeof period>[]) {
  const tracks = [{ ...track, groups, periods }];
  return { ...announcement, competition, state: 'closed' as const, registrationEnded: true, year, tracks };
}
const datesIn = (from: number, to: number, ...periods: ReturnType<typeof period>[]) => {
  const copy = copied(row(from, periods), to);
  return 'refused' in copy ? copy : copy.tracks[0]!.periods.map(({ from, to }) => `${from} ${to}`);
};

test('dates move by the year: February keeps its last day, and periods that met still meet', () => {
  const february = period('feb', '2024-02-01', '2024-02-29');
  const march = period('mar', '2024-03-01', '2024-03-31');
  expect(datesIn(2024, 2025, february, march)).toEqual(['2025-02-01 2025-02-28', '2025-03-01 2025-03-31']);
  const common = [period('feb', '2023-02-01', '2023-02-28'), period('mar', '2023-03-01', '2023-03-31')];
  expect(datesIn(2023, 2024, ...common)).toEqual(['2024-02-01 2024-02-29', '2024-03-01 2024-03-31']);
  const split = [period('a', '2024-01-01', '2024-02-28'), period('b', '2024-02-29', '2024-12-31')];
  expect(datesIn(2024, 2025, ...split)).toEqual(['2025-01-01 2025-02-28', '2025-03-01 2025-12-31']);
  expect(datesIn(2024, 2025, period('d', '2024-02-29', '2024-02-29'))).toMatchObject({ refused: 'competition-dates' });
  expect(datesIn(2024, 2025, period('d', '9999-01-01', '9999-12-31'))).toMatchObject({ refused: 'competition-dates' });
});

test('years in names follow, other numbers stay', () => {
  const of = { ...row(2024, []), name: '2024—2025年度“7比7”竞赛', theme: '2020年以来', slogan: '创效 120240 元' };
  const { theme, slogan } = of;
  expect(copied(of, 2026)).toMatchObject({ name: '2026—2027年度“7比7”竞赛', theme, slogan });
});

test('an organiser copies a competition with its schemes, and units that took part are proposed until they enter', async () => {
  const { call, quiet, stop } = await startTesting([competitions], { now: () => '2024-01-05T01:00:00Z' });
  type Who = Parameters<typeof call>[0];
  const send = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, who: Who = organiser) =>
    call(who, method, `/api${path}`, body, method === 'PUT' ? { 'if-match': '*' } : {});
  const made = async (path: string, body?: unknown) => (await send('POST', path, body)).body.id;
  const units = [];
  for (const code of ['XM-1', 'XM-2', 'XM-3'])
    units.push(await made('/units', { kind: 'project-department', code, name: `${code}项目部`, shortName: code }));
  const scheme = await made('/schemes', { template: 'qi-bi-qi-sai' });
  await send('POST', `/schemes/${scheme}/publish`);
  const tracks = [{ track: 'projects', label: '项目部', scheme, periods: quarters }];
  const id = await made('/competitions', { ...announcement, tracks });
  for (const [at, unit] of units.entries()) {
    const entry = await made(`/competitions/${id}/entries`, { unit, track: 'projects' });
    if (at < 2) await send('POST', `/entries/${entry}/accept`);
  }
  const { body } = (await send('GET', `/schemes/${scheme}`)).body;
  await send('PUT', `/schemes/${scheme}`, { body });
  await send('POST', `/schemes/${scheme}/publish`);
  await quiet();

  const copy = `/competitions/${id}/copy`;
  expect((await send('POST', copy)).status).toBe(400);
  expect((await send('POST', copy, { year: 2025, name: '更名' })).status).toBe(400);
  for (const role of ['checker', 'entrant', 'auditor', 'admin'] as const)
    expect((await send('POST', copy, { year: 2025 }, { org: 'o', sub: role, roles: [role] })).status).toBe(403);
  const foreign: Who = { org: 'p', sub: 'f', roles: ['organiser'] };
  expect((await send('POST', copy, { year: 2025 }, foreign)).status).toBe(404);

  const answer = await send('POST', copy, { year: 2025 });
  expect([answer.status, answer.body.remarks.at(-1).zh]).toEqual([201, expect.stringContaining('最新为第 2 版')]);
  const next = answer.body.id;
  await quiet();
  expect((await send('GET', `/competitions/${next}`)).body).toMatchObject({
    copyOf: id,
    state: 'announced',
    name: '2025年“七比七赛”劳动竞赛',
    registration: { from: '2024-12-18', to: '2025-01-12' },
    tracks: [{ scheme, schemeVersion: 1, periods: [{ from: '2025-01-01', to: '2025-03-31' }, {}, {}, {}] }],
  });
  const proposed = async (of: string) =>
    (await send('GET', `/competitions/${of}/proposals`)).body.items.map(({ code }: { code: string }) => code).sort();
  expect([await proposed(next), await proposed(id)]).toEqual([['XM-1', 'XM-2'], []]);
  await made(`/competitions/${next}/entries`, { unit: units[0], track: 'projects' });
  await quiet();
  expect(await proposed(next)).toEqual(['XM-2']);
  expect((await send('GET', `/competitions/${next}/proposals`, undefined, foreign)).status).toBe(404);
  await stop();
});
