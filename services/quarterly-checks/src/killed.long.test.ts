// Killed at every place of every step of a round, and the bugs that only a death brings to light. `CHECKS_KILLS` sets how often each
// place of each step may kill at most.
import type { Failpoint } from '@jiangong/service-kit/failpoint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chains, names, type Undisturbed, undisturbed } from './killed-lives.fixture.ts';

let lives: Undisturbed;
beforeAll(async () => {
  lives = await undisturbed();
}, 240_000);
afterAll(() => lives.remove());

test.each(chains)('killed in %s at %s a planted bug is caught: %s', async (name, place, plant) => {
  const found = await lives.afterDeath(name, place, plant);
  expect(found).toBeDefined();
  expect(found).not.toEqual(lives.after(name));
});

const places: Failpoint[] = [
  'before-commit',
  'after-commit',
  'group-before-commit',
  'group-after-commit',
  'before-views',
  'after-views',
  'before-publish',
  'after-publish',
  'before-effect',
  'after-effect',
];
const MOST = Number(process.env.CHECKS_KILLS ?? 1);

test.each(names)(
  'killed at every place of %s, nothing is lost nor done twice',
  async (name) => {
    let kills = 0;
    for (const place of places)
      for (let nth = 1; nth <= MOST; nth += 1) {
        const found = await lives.afterDeath(name, `${place}:${nth}`);
        if (found === undefined) break;
        kills += 1;
        expect(found, `${place}:${nth}`).toEqual(lives.after(name));
      }
    expect(kills).toBeGreaterThan(0);
    console.log(`${name}: killed ${kills} times`);
  },
  3_600_000,
);
