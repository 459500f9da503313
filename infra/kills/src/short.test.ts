// A short round on the embedded engine: killed at named places and at random, nothing is lost, done twice or out of order.
import { expect, test } from 'vitest';
import { isClean } from './check/check.ts';
import { embedded } from './embedded.ts';
import { round } from './round.ts';

const KILLS = Number(process.env.KILLS ?? 6);
const SEED = Number(process.env.KILLS_SEED ?? 4);
const since = Date.now();
const say = (text: string) => process.stderr.write(`${((Date.now() - since) / 1000).toFixed(0)} s  ${text}\n`);

test(
  `${KILLS} kills of the embedded engine under load lose nothing (seed ${SEED})`,
  async () => {
    const installation = await embedded();
    try {
      const ended = await round(installation, { kills: KILLS, seed: SEED, freezeMs: 1500, atLeast: 100, say });
      const { suffered, acknowledged, verdict, surprises } = ended;
      process.stderr.write(`${JSON.stringify({ ...suffered, acknowledged })}\n`);
      expect(surprises).toEqual([]);
      expect(isClean(verdict), JSON.stringify(verdict).slice(0, 3000)).toBe(true);
      expect(suffered.kills).toBeGreaterThanOrEqual(KILLS);
      expect(acknowledged).toBeGreaterThanOrEqual(100);
    } finally {
      await installation.close(false);
    }
  },
  300_000 + KILLS * 30_000,
);
