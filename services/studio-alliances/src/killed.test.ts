// Killed during an import and during a run, and started again: with the same keys nothing is lost or doubled, a run is finished
// without being requested again, to the same digest, and never shown by halves.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openChild } from './killed-child.fixture.ts';

const { begin, kill, call, all, remove } = openChild();
afterAll(remove);

const ROWS = 600;
const skills = ['激光焊接', '超声探伤', '五轴加工', '榫卯结构', '珐琅镶嵌', '仪表整定', '盾构掘进', '钢筋绑扎'];
const csv = [
  'code,name,leader,employer,district,level,trade,offers,seeks,capacity',
  ...Array.from({ length: ROWS }, (_, n) => {
    const [offer, seek] = [skills[n % 8], skills[(n * 5 + 3) % 8]];
    return `G${n},第${n}创新工作室,P-${n},${n % 40}公司,${n % 7}区,district,工种${n % 11},${offer}${n % 13}号,${seek}${n % 13}号,${1 + (n % 3)}`;
  }),
].join('\n');

test('killed at any moment, nothing is lost or doubled', { timeout: 240_000 }, async () => {
  await begin();
  for (let kills = 0; kills < 2; kills++) {
    const before = (await all('/studios')).length;
    const importing = call('POST', '/studios/import', csv, 'list').catch(() => 'gone');
    while ((await call('GET', '/studios?limit=1')).body.items.length === 0 && before === 0) await sleep(1);
    await kill();
    await importing;
    await begin();
  }
  const imported = await call('POST', '/studios/import', csv, 'list');
  expect(imported.body).toEqual({ rows: ROWS, accepted: ROWS, notes: [], faults: [], faultsTotal: 0 });
  const studios = await all('/studios');
  expect(new Set(studios.map((s) => s.code)).size).toBe(ROWS);
  expect(studios).toHaveLength(ROWS);
  expect((await call('GET', `/studios/${studios[0]!.studio}`)).etag).toBe('"1"');
  expect((await call('POST', '/studios/import', csv, 'list again')).body.accepted).toBe(ROWS);
  expect((await call('GET', `/studios/${studios[0]!.studio}`)).etag).toBe('"1"');

  const chosen = studios.slice(0, 300).map((s) => s.studio);
  await Promise.all(chosen.map((id) => call('POST', `/studios/${id}/recognise`)));
  const wish = { studios: chosen, mode: 'best' };
  const whole = (await call('POST', '/pairings', wish, 'whole')).body.id;
  const settled = async (id: string) => {
    for (;;) {
      const { body } = await call('GET', `/pairings/${id}`);
      if (body.status !== 'running') return body;
      const half = await call('GET', `/pairings/${id}/proposals`);
      expect([409, 200]).toContain(half.status);
      if (half.status === 200) expect((await call('GET', `/pairings/${id}`)).body.status).toBe('completed');
      await sleep(50);
    }
  };
  const expected = await settled(whole);
  const run = (await call('POST', '/pairings', wish, 'killed')).body.id;
  for (const delay of [0, 400, 900]) {
    await sleep(delay);
    await kill();
    await begin();
  }
  const finished = await settled(run);
  expect(finished).toMatchObject({ status: 'completed', digest: expected.digest, input: expected.input });
  expect((await call('POST', '/pairings', wish, 'killed')).body.id).toBe(run);
  expect((await call('GET', '/pairings')).body.items).toHaveLength(2);
  const proposals = (await all(`/pairings/${run}/proposals`)).length;
  expect(proposals).toBe(expected.count);
});
