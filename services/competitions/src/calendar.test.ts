import { startTesting } from '@jiangong/service-kit/testing';
import { spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import * as calendar from './calendar.ts';
import { announcement, quarters } from './sample.ts';
import { competitions } from './service.ts';

const byLaw = ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => `2040-${day}`);
const document = {
  title: '国务院办公厅关于2040年部分节假日安排的通知',
  number: '国办发明电〔2039〕1号',
  date: '2039-11-10',
};
const actor = { sub: 'u', org: 'o', roles: ['operator' as const], departments: [], units: [] };
const meta = { id: '2040', businessDate: '2039-12-01', now: '2039-12-01T09:00:00+08:00', actor };
const schedule = { daysOff: ['2039-12-31', ...byLaw], makeUpDays: ['2040-10-06'], document };

test('a schedule that cannot be right is refused with each fault', () => {
  const publish = (change: Partial<typeof schedule>) =>
    spec(calendar, meta).when(['publish', { ...schedule, ...change }]);
  publish({ daysOff: byLaw.slice(1) }).then('calendar-faulty');
  publish({ daysOff: [...byLaw, '2041-01-01'] }).then('calendar-faulty');
  publish({ daysOff: [...byLaw, '2040-01-01'] }).then('calendar-faulty');
  publish({ makeUpDays: ['2040-10-05'] }).then('calendar-faulty');
  publish({ makeUpDays: ['2040-10-06', '2040-10-06'] }).then('calendar-faulty');
});

test('a schedule replaces the one before under the next version; the same again is no event', () => {
  const once = spec(calendar, meta).when(['publish', schedule]);
  expect(once.outcome).toMatchObject([{ type: 'calendar-published', data: { year: 2040, version: 1 } }]);
  once.when(['publish', { ...schedule, daysOff: schedule.daysOff.toReversed() }]).then([]);
  const again = once.when(['publish', { ...schedule, makeUpDays: [] }]);
  expect(again.outcome).toMatchObject([{ data: { version: 2, makeUpDays: [] } }]);
});

test('an operator loads a year for every union, by the version that it read', async () => {
  const { call, stop } = await startTesting([competitions], { now: () => '2024-01-05T01:00:00Z' });
  const operator = { org: 'p', roles: ['operator' as const] };
  const other = { org: 'q', roles: ['operator' as const] };
  const auditor = { org: 'o', roles: ['auditor' as const] };
  const put = (who: typeof operator, body: object, headers?: Record<string, string>) =>
    call(who, 'PUT', '/api/calendars/2040', body, headers);
  expect((await call(auditor, 'GET', '/api/calendars/2024')).body).toMatchObject({ year: 2024, version: 0 });
  expect((await call(auditor, 'GET', '/api/calendars/2040')).status).toBe(404);
  expect((await put(operator, schedule)).status).toBe(201);
  const read = await call(auditor, 'GET', '/api/calendars/2040');
  expect([read.body.version, read.headers.etag]).toEqual([1, '"1"']);
  expect((await put(other, { ...schedule, makeUpDays: [] })).status).toBe(428);
  expect((await put(other, { ...schedule, makeUpDays: [] }, { 'if-match': '"1"' })).status).toBe(200);
  expect((await put(operator, { ...schedule, makeUpDays: ['2040-10-05'] }, { 'if-match': '"2"' })).body.detail).toMatch(
    '2040-10-05 不是周末',
  );
  await stop();
});

test('launching in a year without a calendar says so, and no longer once it is loaded', async () => {
  const { call, quiet, stop } = await startTesting([competitions], { now: () => '2024-01-05T01:00:00Z' });
  const organiser = { org: 'o', sub: 'organiser', roles: ['organiser' as const] };
  const send = async (path: string, body?: object) => (await call(organiser, 'POST', `/api${path}`, body)).body;
  const scheme = (await send('/schemes', { template: 'qi-bi-qi-sai' })).id;
  await send(`/schemes/${scheme}/publish`);
  const unit = (await send('/units', { kind: 'project-department', code: 'X', name: '甲', shortName: '甲' })).id;
  const periods = quarters.map(({ from, to, ...quarter }) => ({
    ...quarter,
    ...{ from: from.replace('2024', '2040'), to: to.replace('2024', '2040') },
  }));
  const registration = { from: '2039-12-01', to: '2040-01-31' };
  const track = { track: 'projects', label: '项目部', scheme, periods };
  const launched = async () => {
    const { id } = await send('/competitions', { ...announcement, year: 2040, registration, tracks: [track] });
    const entry = (await send(`/competitions/${id}/entries`, { unit, track: 'projects' })).id;
    await send(`/entries/${entry}/accept`);
    await quiet();
    return send(`/competitions/${id}/launch`);
  };
  expect((await launched()).remarks).toMatchObject([{ zh: expect.stringContaining('2040 年') }]);
  const operator = { org: 'p', roles: ['operator' as const] };
  expect((await call(operator, 'PUT', '/api/calendars/2040', schedule)).status).toBe(201);
  expect((await launched()).remarks).toBeUndefined();
  await stop();
});
