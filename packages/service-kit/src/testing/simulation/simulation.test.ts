import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bugs } from './bugs.ts';
import { live } from './year.ts';

const SEEDS = Number(process.env.SIMULATION_SEEDS ?? 100);
const FIRST = Number(process.env.SIMULATION_FIRST ?? 1);

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterAll(() => void vi.useRealTimers());
const TICK_MS = 500;
const tick = () => void vi.advanceTimersByTime(TICK_MS);

test(
  `whatever dies or freezes at whichever await, nothing is lost, done twice or out of order (${SEEDS} histories)`,
  async () => {
    let kills = 0;
    let freezes = 0;
    let acknowledged = 0;
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
      const history = await live(seed, tick);
      expect([seed, history.faults]).toEqual([seed, []]);
      kills += history.kills;
      freezes += history.freezes;
      acknowledged += history.acknowledged;
    }
    console.log(`${SEEDS} histories: ${acknowledged} acknowledged, ${kills} kills, ${freezes} freezes`);
  },
  60_000 + SEEDS * 1_000,
);

const TRIES = 400;
test.each(Object.keys(bugs))(
  'a planted bug is caught: %s',
  async (name) => {
    for (let seed = 1; seed <= TRIES; seed += 1) {
      const { faults } = await live(seed, tick, bugs[name]);
      if (faults.length > 0) return console.log(`${name}: after ${seed} histories: ${faults[0]}`);
    }
    expect.fail(`not noticed in ${TRIES} histories`);
  },
  300_000,
);
