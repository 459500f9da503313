// What organisers have to do before the rounds: entries to review, counted, and a launch once registration is over.
import { startTesting } from '@jiangong/service-kit/testing';
import { expect, onTestFinished, test } from 'vitest';
import { announcement, quarters } from './sample.ts';
import { competitions } from './service.ts';

const organiser = { org: 'o', sub: 'organiser', roles: ['organiser' as const] };

test('entries wait for review until each is decided, and a launch once the window is over', async () => {
  let now = '2024-01-05T01:00:00Z';
  const { call, quiet, stop, runtimes } = await startTesting([competitions], { now: () => now });
  onTestFinished(stop);
  const done = async (path: string, body?: unknown) => {
    const answer = await call(organiser, 'POST', `/api${path}`, body);
    expect([path, answer.status]).toEqual([path, expect.toBeOneOf([200, 201, 202])]);
    return answer.body.id as string;
  };
  const tasksOf = async (who: Parameters<typeof call>[0] = organiser) => {
    await quiet();
    return (await call(who, 'GET', '/api/tasks')).body.items;
  };
  const scheme = await done('/schemes', { template: 'qi-bi-qi-sai' });
  await done(`/schemes/${scheme}/publish`);
  const tracks = [{ track: 'projects', label: '项目部', scheme, periods: quarters }];
  const competition = await done('/competitions', { ...announcement, tracks });
  const link = `/competitions/${competition}`;
  expect(await tasksOf()).toEqual([]);
  const entries: string[] = [];
  for (const n of [1, 2]) {
    const named = { code: `XM-${n}`, name: `${n}项目部`, shortName: `${n}`, kind: 'project-department' };
    const unit = await done('/units', named);
    entries.push(await done(`/competitions/${competition}/entries`, { unit, track: 'projects' }));
  }
  const review = {
    ...{ task: 'review-entries', text: { zh: '审核报名', en: 'Review the entries' } },
    ...{ about: announcement.name, since: announcement.registration.from, link },
  };
  expect(await tasksOf()).toEqual([{ ...review, count: 2 }]);
  expect(await tasksOf({ ...organiser, roles: ['entrant'] })).toEqual([]);
  expect(await tasksOf({ ...organiser, org: 'p' })).toEqual([]);
  await done(`/entries/${entries[0]}/accept`);
  expect(await tasksOf()).toEqual([{ ...review, count: 1 }]);
  await done(`/entries/${entries[1]}/reject`, { reason: '重复报名' });
  expect(await tasksOf()).toEqual([]);
  now = '2024-01-13T01:00:00Z';
  await runtimes[0]!.sweep();
  expect(await tasksOf()).toMatchObject([{ task: 'launch-competition', link }]);
  await done(`/competitions/${competition}/launch`);
  expect(await tasksOf()).toEqual([]);
});
