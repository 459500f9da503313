// What parking promises under attack, for any engine: a poisoned event of one key never delays another key, and a redrive,
// requested while events keep coming, applies every line in order and once.
import { derivedId } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { counter, planted, shadowOf } from './counter.fixture.ts';
import { startTesting, type Testing } from './index.ts';

const soon = { timeout: 60_000 };
const KEYS = 12;
const EVENTS = 20;
const organiser = { org: 'org-1', roles: ['organiser' as const] };
const operator = { org: 'platform', roles: ['operator' as const] };
const idOf = (key: number) => derivedId('poisoned', key);
const isPoisoned = (key: number) => key % 3 === 0;
/** The first, one in the middle, and two in a row. */
const poison = [1, 8, 14, 15];
const nameOf = (key: number, n: number) => `${isPoisoned(key) && poison.includes(n) ? 'bug' : 'ok'}${n}`;
const expectedName = (key: number, upTo: number) =>
  Array.from({ length: upTo }, (_, n) => `${nameOf(key, n + 1)};`).join('');

/** Copies of the counter service on one engine. */
export interface Poisoned {
  /** A request to one of them, repeated until it is answered. */
  call(...request: Parameters<Testing['call']>): Promise<{ status: number; body: Answer['body'] }>;
  /** What befalls them meanwhile. */
  strike(): Promise<void>;
  /** The bug of their rules is no more. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}
type Answer = Awaited<ReturnType<Testing['call']>>;

/** Nothing befalls them. */
export async function inProcess(env: Record<string, string>, copies: number): Promise<Poisoned> {
  planted.bug = true;
  const running: Testing[] = [];
  for (let copy = 0; copy < copies; copy += 1) running.push(await startTesting([counter], { env }));
  let sent = 0;
  return {
    call: (...request) => running[sent++ % copies]!.call(...request),
    async strike() {},
    async mend() {
      planted.bug = false;
    },
    async stop() {
      planted.bug = true;
      for (const copy of running) await copy.stop();
    },
  };
}

export function poisonSuite(name: string, begin: () => Promise<Poisoned>) {
  test(`${name}: a poisoned key never delays another, and its line is applied in order once`, async () => {
    const { call, strike, mend, stop } = await begin();
    const shadow = async (key: number) =>
      (await call(organiser, 'GET', `/api/units/${shadowOf(idOf(key))}`)).body?.name ?? '';
    const all = Array.from({ length: KEYS }, (_, key) => key);
    const parked = async () => (await call(operator, 'GET', '/ops/parked')).body.items as { reason: string }[];
    const redrive = () => call(operator, 'POST', '/ops/parked/redrive', { service: 'competitions' });
    async function amend(key: number, n: number) {
      const put = { name: `echo${nameOf(key, n)}` };
      const { status } = await call(organiser, 'PUT', `/api/units/${idOf(key)}`, put, { 'if-match': '*' });
      expect([200, 202]).toContain(status);
    }
    const amendAll = async (from: number, to: number) => {
      for (let n = from; n <= to; n += 1) await Promise.all(all.map((key) => amend(key, n)));
    };
    try {
      for (const key of all) await call(organiser, 'POST', `/api/units/${idOf(key)}`, { name: 'x' });
      await Promise.all([amendAll(1, EVENTS / 2), strike()]);
      // Poisoned keys stand still at their first event; all others have come to their last.
      const half = all.map((key) => (isPoisoned(key) ? '' : expectedName(key, EVENTS / 2)));
      await expect.poll(() => Promise.all(all.map(shadow)), soon).toEqual(half);
      await expect.poll(async () => (await parked()).length, soon).toBe((KEYS / 3) * (EVENTS / 2));
      // A redrive before anything was mended changes nothing.
      await Promise.all([redrive(), strike()]);
      await expect.poll(async () => (await parked()).length, soon).toBe((KEYS / 3) * (EVENTS / 2));
      expect(await Promise.all(all.map(shadow))).toEqual(half);

      await mend();
      await redrive();
      await Promise.all([amendAll(EVENTS / 2 + 1, EVENTS), strike()]);
      const whole = all.map((key) => expectedName(key, EVENTS));
      await expect.poll(() => Promise.all(all.map(shadow)), soon).toEqual(whole);
      await expect.poll(async () => (await parked()).length, soon).toBe(0);
    } finally {
      await stop();
    }
  }, 180_000);
}
