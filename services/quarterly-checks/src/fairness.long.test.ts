// Ten thousand rounds, each played in an order of its own.
import fc from 'fast-check';
import { test } from 'vitest';
import { fairRound } from './fairness.fixture.ts';

const numRuns = Number(process.env.FAIR_ROUNDS ?? 10_000);

test(`in ${numRuns} orders no command of an entrant raises its score, and nothing is missed or lost`, async () => {
  await fc.assert(fairRound(), { numRuns });
}, 3_600_000);
