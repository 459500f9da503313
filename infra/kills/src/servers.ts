// The distributed engine under test: every service twice and two consoles, over a real Kafka and MongoDB that are this
// round's own.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceName } from '@jiangong/contracts';
import { type System, startSystem } from '@jiangong/distributed';
import { readKafka } from './check/kafka.ts';
import { readMongo } from './check/mongo.ts';
import { alone, type Ground, NAME } from './ground.ts';
import { type Copy, everywhere, type Installation } from './installation.ts';

/** A copy that answers is not waited for longer, though its consumer may still wait for its group. */
const LIVE_MS = 8000;

export async function servers(ground: () => Promise<Ground> = alone): Promise<Installation> {
  const running = await ground();
  const { storeUrl, logUrl } = running;
  const place = mkdtempSync(join(tmpdir(), 'jiangong-kills-'));
  const hear = (printed: string) => appendFileSync(join(place, 'printed.log'), printed);
  const system = await startSystem({ storeUrl, logUrl, copies: 2, quiet: true, hear }).catch(async (error) => {
    await running.stop();
    throw error;
  });
  return {
    engine: 'servers',
    urls: system.consoles.map(({ url }) => url),
    admin: system.admin!,
    copies: copiesOf(system),
    downAtOnce: 3,
    failpoints: [
      ...everywhere,
      [4, 'before-insert'],
      [4, 'after-insert'],
      [3, 'after-keep'],
      [4, 'before-number'],
      [4, 'after-number'],
      [3, 'after-send'],
      [3, 'before-offset'],
      [3, 'after-offset'],
    ],
    passings: 12,
    faults: running.faults,
    stop: system.stop,
    evidence: async () => ({
      services: await readMongo(running.mongoUrl, NAME),
      log: await readKafka(running.kafkaUrl, NAME),
    }),
    place,
    async close(keep) {
      await system.stop();
      await running.stop();
      if (!keep) rmSync(place, { recursive: true, force: true });
    },
  };
}

function copiesOf({ consoles, copies, restart }: System): Copy[] {
  const all: [ServiceName, System['consoles']][] = [['console', consoles], ...copies];
  return all.flatMap(([service, list]) =>
    list.map((_, index) => ({
      name: `${service} ${index + 1}`,
      pid: () => list[index]!.pid,
      ended: () => list[index]!.ended,
      kill: () => list[index]!.stop('SIGKILL'),
      again: ({ failpoint = '', dieAfterMs }) =>
        restart(service, index, 'SIGKILL', { settings: { FAILPOINT: failpoint }, liveAfterMs: LIVE_MS, dieAfterMs }),
    })),
  );
}
