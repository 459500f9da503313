// A short round on real servers: services, the broker and mongod killed under load; nothing is lost, done twice or out of order.
import { expect, test } from 'vitest';
import { isClean } from './check/check.ts';
import { NoServers } from './ground.ts';
import { round } from './round.ts';
import { servers } from './servers.ts';

const KILLS = Number(process.env.KILLS ?? 4);
const SEED = Number(process.env.KILLS_SEED ?? 4);
const since = Date.now();
const say = (text: string) => process.stderr.write(`${((Date.now() - since) / 1000).toFixed(0)} s  ${text}\n`);

test(
  `services, broker and mongod killed under load lose nothing (${KILLS} kills, seed ${SEED})`,
  async ({ skip }) => {
    const installation = await servers().catch((error) => {
      if (error instanceof NoServers) return error;
      throw error;
    });
    if (installation instanceof NoServers) {
      process.stderr.write(`\n${'!'.repeat(100)}\n!! NOT RUN: kills on real servers. ${installation.message}\n\n`);
      return skip(installation.message);
    }
    try {
      const ended = await round(installation, { kills: KILLS, seed: SEED, freezeMs: 1500, atLeast: 100, say });
      const { suffered, acknowledged, verdict, surprises } = ended;
      process.stderr.write(`${JSON.stringify({ ...suffered, acknowledged })}\n`);
      expect(surprises).toEqual([]);
      expect(isClean(verdict), JSON.stringify(verdict).slice(0, 3000)).toBe(true);
      expect(Math.min(suffered.broker, suffered.mongod)).toBeGreaterThanOrEqual(1);
      expect(suffered.kills).toBeGreaterThanOrEqual(KILLS);
      expect(acknowledged).toBeGreaterThanOrEqual(100);
    } finally {
      await installation.close(false);
    }
  },
  300_000 + KILLS * 30_000,
);
