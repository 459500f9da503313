// Killed at one place after another while a calendar closes a year, while a day to make up for it is set, and when that day is over:
// each follows once. Planted bugs show that the test would notice.
import { dutyId } from '@jiangong/contracts';
import { expect, onTestFinished, test } from 'vitest';
import { openChild } from './killed-child.fixture.ts';
import type { Plant } from './killed-plants.fixture.ts';

const FOUNDED = '2024-03-01T09:00:00+08:00';
const CLOSING = '2025-01-11T00:00:01+08:00';
const SET = '2025-02-01T09:00:00+08:00';
const OVER = '2025-07-01T00:00:01+08:00';
const header = '编码,名称,带头人,所在单位,所在区,级别,工种,能提供,想解决,可结盟数,认定状态';
const list = [header, ...['A', 'B'].map((x) => `${x},${x}工作室,P-1,${x}公司,东城区,区级,焊接,焊,探伤,1,已认定`)].join(
  '\n',
);

interface Places {
  closing: string[];
  setting: string[];
  ending: string[];
}
/** What is said of a year that nothing was done in, with deaths on the way to its end. */
async function lived({ closing, setting, ending }: Places, plant?: Plant) {
  const child = openChild(plant);
  onTestFinished(() => child.remove());
  await child.begin(undefined, FOUNDED);
  await child.call('POST', '/studios/import', list);
  const studios = (await child.all('/studios')).map(({ studio }) => studio as string);
  const head = { code: 'L1', name: '联盟', shortName: '盟', studios };
  const { id: alliance } = (await child.call('POST', '/alliances', head)).body;
  const approval = { form: 'linked', reason: '链', agreement: '一' };
  await expect
    .poll(async () => (await child.call('POST', `/alliances/${alliance}/approve`, approval)).status)
    .toBe(200);
  const calendar = { closeAfterDays: 10, daysBefore: [] };
  expect((await child.call('PUT', '/duty-calendar', calendar)).status).toBeLessThan(300);
  await child.kill();
  let deaths = 0;
  const dies = async (place: string, now: string, request?: () => Promise<unknown>) => {
    const isUp = await child.begin(place, now);
    if (isUp) await request?.().catch(() => undefined);
    await child.ended();
    deaths += 1;
  };
  for (const place of closing) await dies(place, CLOSING);
  const wish = { rectifyBy: '2025-06-30', reason: '限期整改' };
  const at = `/alliances/${alliance}/duties/2024`;
  const rectify = () => child.call('POST', `${at}/rectify`, wish);
  await child.lastly(CLOSING, async () => undefined);
  for (const place of setting) await dies(place, SET, rectify);
  await child.begin(undefined, SET);
  // Whoever had no answer sends again.
  const { status } = await rectify();
  await child.kill();
  for (const place of ending) await dies(place, OVER);
  return child.lastly(OVER, async ({ runtimes: [runtime] }) => {
    const commits = await runtime!.store.read(`duty/${dutyId(alliance, 2024)}`, 0);
    return { deaths, status, said: commits.flatMap(({ events }) => events.map(({ type }) => type)) };
  });
}
const said = ['duty-year-closed', 'duty-rectification-set', 'duty-rectification-ended', 'duty-reassessed'];

test('killed at eight places, a year is closed once, given one day, and judged again once', async () => {
  const places = {
    closing: ['before-deadline:1', 'after-deadline:1', 'after-reaction:1'],
    setting: ['before-commit:1', 'after-commit:1'],
    ending: ['before-deadline:1', 'after-deadline:1', 'after-reaction:1'],
  };
  expect(await lived(places)).toEqual({ deaths: 8, status: 200, said });
});

test('a year that is closed, or judged again, only by the process that met the moment is noticed', async () => {
  const closing = { closing: ['after-commit:2'], setting: [], ending: [] };
  const unclosed = await lived(closing, 'a year closes only in the process that met its moment');
  expect(unclosed).toEqual({ deaths: 1, status: 409, said: [] });
  const ending = { closing: [], setting: [], ending: ['after-commit:1'] };
  const unjudged = await lived(ending, 'a year is judged again only by the process that met its day');
  expect(unjudged).toEqual({ deaths: 1, status: 200, said: said.slice(0, 3) });
});
