// Two copies of a service whose clocks disagree and jump, over MongoDB and Kafka: nothing is lost or done twice, versions
// and the log keep their order, ids stay unique.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '@jiangong/distributed';
import { servers } from '@jiangong/servers';
import { readAll } from '@jiangong/service-kit/testing/log-reader';
import { expect, test } from 'vitest';
import { bearer, organiserOf, register, send, signIn, unitCodes } from './people.ts';

const HOUR = 3_600_000;
const preload = [import.meta.resolve('./clock.preload.ts')];

test('copies whose clocks are hours, days and a year apart', async ({ skip }) => {
  const running = await servers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) return skip(running.missing);
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-clocks-'));
  const clocks = [0, 1].map((copy) => join(folder, `copy-${copy}`));
  const jump = (copy: number, offset: number) => {
    writeFileSync(`${clocks[copy]}.next`, String(offset));
    renameSync(`${clocks[copy]}.next`, clocks[copy]!);
  };
  for (const copy of [0, 1]) jump(copy, 0);
  const logUrl = `${running.server.kafka.url}/clocks`;
  const system = await startSystem({
    storeUrl: `${running.server['mongo-replica-set'].url}/clocks-${process.pid}`,
    logUrl,
    copies: 2,
    consoles: 1,
    services: ['competitions'],
    quiet: true,
    preload,
    settings: { CLOCK_OFFSET: clocks[0]! },
  });
  try {
    await system.restart('competitions', 1, 'SIGTERM', { settings: { CLOCK_OFFSET: clocks[1]! } });
    const admin = await signIn(system.url, system.admin!.userName, system.admin!.password);
    const at = { url: system.url, signed: await organiserOf(system.url, admin) };
    const amend = (unit: string, n: number) =>
      send(
        at.url,
        'POST',
        `/api/units/${unit}/amend`,
        { name: `第${n}次`, shortName: `${n}` },
        { ...bearer(at.signed), 'idempotency-key': `amend-${n}` },
      );
    const unit = (await register(at, 1)).body.id;
    let number = 1;
    for (const [one, other] of [
      [HOUR, -HOUR],
      [0, 5 * HOUR],
      [-24 * HOUR, 5 * HOUR],
      [-8760 * HOUR, 0],
      [0, 0],
    ] as const) {
      jump(0, one);
      jump(1, other);
      const more = Array.from({ length: 8 }, () => (number += 1));
      const answers = await Promise.all(more.flatMap((n) => [register(at, n), amend(unit, n)]));
      // Of concurrent amendments of one unit, some may be answered with a retry.
      expect(answers.map(({ status }) => status).filter((status) => status >= 300 && status !== 503)).toEqual([]);
    }
    for (let n = 2; n <= number; n += 1)
      for (const repeat of [() => register(at, n), () => amend(unit, n)])
        await expect.poll(async () => (await repeat()).status).toBeLessThan(300);
    await expect.poll(() => unitCodes(at)).toEqual(Array.from({ length: number }, (_, n) => `U-${n + 1}`).sort());

    const { commits } = (await send(at.url, 'GET', `/journal/unit/${unit}`, undefined, bearer(at.signed))).body;
    const versions = Array.from({ length: number }, (_, n) => n + 1);
    expect(commits.map(({ version }: { version: number }) => version)).toEqual(versions);
    const times: string[] = commits.map(({ time }: { time: string }) => time);
    expect(times).not.toEqual([...times].sort());
    const correlations = commits.flatMap(({ events }: { events: { correlationid: string }[] }) =>
      events.map((event) => event.correlationid),
    );
    expect(new Set(correlations).size).toBe(number);
    const records = (await readAll(logUrl, 'competitions.v1')).filter(({ subject }) => subject === `unit/${unit}`);
    expect([...new Set(records.map(({ sequence }) => sequence))]).toEqual(versions);
  } finally {
    await system.stop();
    await running.stop();
    rmSync(folder, { recursive: true });
  }
}, 180_000);
