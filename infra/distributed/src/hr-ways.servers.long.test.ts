// The same with more kills of the service, the broker and the consumers: one round, or HR_WAYS_ROUNDS of them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGround } from './hr-ways/ground.ts';
import { onServers } from './servers.fixture.ts';

/** Rounds instead of a longer one, since a round's clock is fast and a token ends. */
const SEEDS = Array.from({ length: Number(process.env.HR_WAYS_ROUNDS ?? 1) }, (_, n) => n + 1);
const KILLS = Number(process.env.HR_WAYS_KILLS ?? 12);

onServers('decisions with 92 grants, and many kills', () => {
  let ground: Awaited<ReturnType<typeof openGround>>;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground?.stop());

  test.for(SEEDS)(
    `are shown alike by every way of delivery after ${KILLS} kills (seed %i)`,
    {
      timeout: 1_400_000,
    },
    async (seed) => {
      const { faults, ...found } = await ground.round(`hr-ways-${seed}`, { kills: KILLS, seed });
      process.stderr.write(`hr ways: ${JSON.stringify(found)}\n`);
      expect(faults).toEqual([]);
      expect(found.kills.service + found.kills.broker + found.kills.consumers).toBeGreaterThanOrEqual(KILLS);
    },
  );
});
