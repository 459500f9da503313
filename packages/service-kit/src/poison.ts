// What parking promises under attack, for any engine: a poisoned event of one key never delays another key, and a redrive,
// asked for while events keep coming, applies every line in order and once.
import { derivedId } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { counter, planted, shadowOf } from './counter.fixture.ts';
import { startTesting, type Testing } from './testing.ts';

const soon = { timeout: 30_000 };
const KEYS = 12;
const EVENTS = 20;
const organiser = { org: 'org-1', roles: ['organiser' as const] };
const admin = { org: 'org-1', roles: ['admin' as const] };
const idOf = (key: number) => derivedId('poisoned', key);
const isPoisoned = (key: number) => key % 3 === 0;
/** The first, one in the middle, and two in a row. */
const poison = [1, 8, 14, 15];
const nameOf = (key: number, n: number) => `${isPoisoned(key) && poison.includes(n) ? 'bug' : 'ok'}${n}`;
const told = (key: number, upTo: number) => Array.from({ length: upTo }, (_, n) => `${nameOf(key, n + 1)};`).join('');

/** @param env where the engine is, a new place for each call @param copies of the service on it */
export function poisonSuite(env: () => Record<string, string> | undefined, copies: number) {
  test('a poisoned key never delays another, and its line is applied in order once', async () => {
    planted.bug = true;
    const given = env();
    const running: Testing[] = [];
    for (let copy = 0; copy < copies; copy += 1)
      running.push(await startTesting([counter], given ? { env: given } : {}));
    const at = (n: number) => running[n % copies]!;
    const shadow = async (key: number) =>
      (await at(key).call(organiser, 'GET', `/api/units/${shadowOf(idOf(key))}`)).body?.name ?? '';
    const all = Array.from({ length: KEYS }, (_, key) => key);
    const parked = async () => (await at(0).call(admin, 'GET', '/ops/parked')).body.items as { reason: string }[];
    const redrive = () => at(0).call(admin, 'POST', '/ops/parked/redrive', { service: 'competitions' });
    async function amend(key: number, n: number) {
      const put = { name: `echo${nameOf(key, n)}` };
      const { status } = await at(key + n).call(organiser, 'PUT', `/api/units/${idOf(key)}`, put, { 'if-match': '*' });
      expect([200, 202]).toContain(status);
    }
    try {
      for (const key of all) await at(key).call(organiser, 'POST', `/api/units/${idOf(key)}`, { name: 'x' });
      for (let n = 1; n <= EVENTS / 2; n += 1) await Promise.all(all.map((key) => amend(key, n)));
      // Poisoned keys stand still at their first event; all others have come to their last.
      const half = all.map((key) => (isPoisoned(key) ? '' : told(key, EVENTS / 2)));
      await expect.poll(() => Promise.all(all.map(shadow)), soon).toEqual(half);
      await expect.poll(async () => (await parked()).length, soon).toBe((KEYS / 3) * (EVENTS / 2));
      // A redrive before anything was mended changes nothing.
      await redrive();
      await expect.poll(async () => (await parked()).length, soon).toBe((KEYS / 3) * (EVENTS / 2));
      expect(await Promise.all(all.map(shadow))).toEqual(half);

      planted.bug = false;
      const later = (async () => {
        for (let n = EVENTS / 2 + 1; n <= EVENTS; n += 1) await Promise.all(all.map((key) => amend(key, n)));
      })();
      await redrive();
      await later;
      const whole = all.map((key) => told(key, EVENTS));
      await expect.poll(() => Promise.all(all.map(shadow)), soon).toEqual(whole);
      await expect.poll(async () => (await parked()).length, soon).toBe(0);
    } finally {
      planted.bug = true;
      for (const copy of running) await copy.stop();
    }
  });
}
