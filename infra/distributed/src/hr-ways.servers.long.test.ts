// Every way in which HR systems learn of grants shows the same before, between and after a decision with 92 grants is revoked at once,
// and by what the example consumers hold themselves nothing is lost, applied twice or out of order, whatever is killed meanwhile: one
// round, or HR_WAYS_ROUNDS of them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGround } from './hr-ways/ground.ts';
import { onServers } from './servers.fixture.ts';

/** Rounds instead of a longer one, since a round's clock is fast and a token ends. */
const SEEDS = Array.from({ length: Number(process.env.HR_WAYS_ROUNDS ?? 1) }, (_, n) => n + 1);
const KILLS = Number(process.env.HR_WAYS_KILLS ?? 12);

onServers('decisions with 92 grants', () => {
  let ground: Awaited<ReturnType<typeof openGround>>;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground?.stop());

  test.for(SEEDS)(
    `are shown alike by every way of delivery, corrected and revoked at once (${KILLS} kills, seed %i)`,
    { timeout: 1_400_000 },
    async (seed) => {
      const { faults, ...found } = await ground.round(`hr-ways-${seed}`, { kills: KILLS, seed });
      process.stderr.write(`hr ways: ${JSON.stringify(found)}\n`);
      expect(faults).toEqual([]);
      expect(found.compared).toBe(found.decisions * 3);
      expect(found.kills.service + found.kills.broker + found.kills.consumers).toBeGreaterThanOrEqual(KILLS);
    },
  );

  test('a planted bug is found: messages that count as delivered before the receiver answers', async () => {
    const preload = [import.meta.resolve('./hr-ways/marked-first.preload.ts')];
    const { faults } = await ground.round('hr-planted', { kills: 0, seed: 1, grants: 12, preload });
    expect(faults).toContain('before: flapping receiver holds other');
  });
});
