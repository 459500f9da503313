// The same with a hundred kills of the service, the broker and the consumers.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGround } from './hr-ways/ground.ts';
import { onServers } from './servers.fixture.ts';

/** Three rounds, since a round's clock is fast and a token ends. */
const SEEDS = [1, 2, 3];
const KILLS = 34;

onServers('decisions with 92 grants, and a hundred kills', () => {
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
