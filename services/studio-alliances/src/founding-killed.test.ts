// Killed at one place after another while alliances are founded: whole rows remain, the same request goes on, and in the end each
// accepted proposal has one alliance and no studio more than it takes.
import { afterAll, expect, test } from 'vitest';
import { openChild } from './killed-child.fixture.ts';

const { begin, kill, call, all, ended, remove } = openChild();
afterAll(remove);

const STUDIOS = 24;
const skills = ['激光焊接', '超声探伤', '五轴加工', '榫卯结构', '珐琅镶嵌', '仪表整定'];
const csv = [
  '编码,名称,带头人,所在单位,所在区,级别,工种,能提供,想解决,可结盟数,认定状态',
  ...Array.from(
    { length: STUDIOS },
    (_, n) =>
      `G${n},第${n}创新工作室,P-${n},${n}公司,${n % 7}区,区级,工种${n % 11},${skills[n % 6]},${skills[(n + 1) % 6]},${1 + (n % 2)},已认定`,
  ),
].join('\n');
const places = [
  'before-commit:2',
  'after-commit:3',
  'group-before-commit:2',
  'group-after-commit:3',
  'before-views:4',
  'after-views:6',
  'after-publish:7',
  'after-effect:8',
];

test(`killed at ${places.length} places while alliances are founded, none is lost or doubled`, async () => {
  await begin();
  expect((await call('POST', '/studios/import', csv)).body.accepted).toBe(STUDIOS);
  const { id } = (await call('POST', '/pairings', { mode: 'best' })).body;
  await expect.poll(async () => (await call('GET', `/pairings/${id}`)).body.status).toBe('completed');
  const { count } = (await call('GET', `/pairings/${id}`)).body;
  expect(count).toBeGreaterThan(8);
  const chosen = await call('POST', `/pairings/${id}/proposals/accept`, { fromWeight: 0 }, 'accept');
  expect(chosen.body).toEqual({ accepted: count, faults: [] });
  await kill();

  const order = { code: 'LM-#', form: 'cross-type', reason: '供需相合', agreement: '联盟协议' };
  const found = () => call('POST', `/pairings/${id}/found`, order, 'found');
  let killed = 0;
  for (const place of places) {
    const isUp = await begin(place);
    const answer = isUp ? await found().catch(() => undefined) : undefined;
    // Where the answer came before the place was passed, what follows from the commands passes it.
    if (answer) {
      const late = await Promise.race([
        ended().then(() => true),
        new Promise((resolve) => setTimeout(resolve, 2000, false)),
      ]);
      if (late) killed += 1;
      await kill();
    } else {
      await ended();
      killed += 1;
    }
  }
  await begin();
  expect((await found()).body).toEqual({ accepted: count, faults: [] });
  const listed = () => all('/alliances');
  await expect.poll(async () => (await listed()).filter(({ status }) => status === 'approved').length).toBe(count);
  const alliances = await listed();
  expect(alliances).toHaveLength(count);
  const proposals = await all(`/pairings/${id}/proposals`);
  expect(new Set(proposals.map(({ alliance }) => alliance.code)).size).toBe(count);
  for (const { studios, alliance } of proposals) {
    const row = alliances.find(({ code }) => code === alliance.code);
    expect(row.members.map(({ studio }: { studio: string }) => studio)).toEqual(studios);
  }
  for (const { places, capacity } of await all('/studios')) expect(places.length).toBeLessThanOrEqual(capacity);
  const again = await call('POST', `/pairings/${id}/found`, order, 'another key');
  expect(again.body).toEqual({ accepted: count, faults: [] });
  expect(await listed()).toHaveLength(count);
  console.log(`founding: killed ${killed} times at ${places.length} places, ${count} alliances`);
  expect(killed).toBeGreaterThanOrEqual(5);
}, 240_000);
