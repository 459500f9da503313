// Studios found page by page, while others are registered: none is shown twice, and none that was there is missed.
import { startTesting } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { studioAlliances } from './service.ts';

const organiser = { org: 'industry', sub: 'li', roles: ['organiser' as const] };
const profile = {
  leader: 'P-1',
  employer: '金隅集团',
  district: '东城区',
  level: 'provincial',
  trade: '焊接',
  offers: ['榫卯工艺'],
  seeks: ['珐琅镶嵌'],
  capacity: 1,
};

test('a search continues after the last one shown, whoever is registered between pages', async () => {
  const t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
  let count = 0;
  /** Found by its name, which ranks highest, or only by its trade. */
  const register = async (name: string) => {
    const { status, body } = await t.call(organiser, 'POST', '/api/studios', {
      ...profile,
      code: `S-${++count}`,
      name,
    });
    expect(status).toBe(201);
    await t.quiet();
    return body.id as string;
  };
  const before: string[] = [];
  for (let n = 0; n < 12; n += 1) before.push(await register(n % 2 ? `焊接工作室${n}` : `工作室${n}`));
  const shown: string[] = [];
  for (let url = `/api/studios?limit=3&q=${encodeURIComponent('焊接')}`; url; ) {
    const { body, headers } = await t.call(organiser, 'GET', url);
    shown.push(...body.items.map(({ studio }: { studio: string }) => studio));
    url = /<(.*)>; rel="next"/.exec(String(headers.link ?? ''))?.[1] ?? '';
    await register(`焊接工作室，后来的${count}`);
    await register(`后来的${count}`);
  }
  expect(new Set(shown).size).toBe(shown.length);
  expect(before.filter((studio) => !shown.includes(studio))).toEqual([]);
  await t.stop();
});
