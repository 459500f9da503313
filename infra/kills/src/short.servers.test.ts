// A short round on real servers: services, the broker and mongod killed under load; nothing is lost, done twice or out of order.
import { expect, test } from 'vitest';
import { isClean } from './check/check.ts';
import { NoServers } from './ground.ts';
import { round } from './round.ts';
import { servers } from './servers.ts';

const since = Date.now();
const say = (text: string) => process.stderr.write(`${((Date.now() - since) / 1000).toFixed(0)} s  ${text}\n`);

test('services, broker and mongod killed under load lose nothing', async ({ skip }) => {
  const installation = await servers().catch((error) => {
    if (error instanceof NoServers) return error;
    throw error;
  });
  if (installation instanceof NoServers) {
    process.stderr.write(`\n${'!'.repeat(100)}\n!! NOT RUN: kills on real servers. ${installation.message}\n\n`);
    return skip(installation.message);
  }
  try {
    const ended = await round(installation, { kills: 4, seed: 4, freezeMs: 1500, atLeast: 100, say });
    const { suffered, acknowledged, verdict, surprises } = ended;
    process.stderr.write(`${JSON.stringify({ ...suffered, acknowledged })}\n`);
    expect(surprises).toEqual([]);
    expect(isClean(verdict), JSON.stringify(verdict).slice(0, 3000)).toBe(true);
    expect(suffered).toMatchObject({ broker: 1, mongod: 1 });
    expect(suffered.kills).toBeGreaterThanOrEqual(4);
    expect(acknowledged).toBeGreaterThanOrEqual(100);
  } finally {
    await installation.close(false);
  }
});
