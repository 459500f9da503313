// `pnpm bench hr`: webhooks against bare signed requests, pages of the feed against the bare query, and the seconds until every way shows
// a decision as revoked, on both engines. HR_GRANTS and HR_PAGES set another size. What an export of a million grants takes is
// measured by services/awards (exports.long.test.ts).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hrSpeed } from '@jiangong/distributed';
import { servers } from '@jiangong/servers';

/** What each ratio must reach. */
const GATE = 0.7;

export async function hr({ json }: { json: boolean }) {
  const size = { grants: Number(process.env.HR_GRANTS ?? 1000), pages: Number(process.env.HR_PAGES ?? 2000) };
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-bench-hr-'));
  const file = `file:${folder}`;
  const embedded = await hrSpeed({ storeUrl: file, logUrl: file, ...size }).finally(() =>
    rmSync(folder, { recursive: true }),
  );
  const running = await servers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) process.stderr.write(`NOT RUN: on MongoDB and Kafka. ${running.missing}\n`);
  const onServers =
    'missing' in running
      ? undefined
      : await hrSpeed({
          storeUrl: `${running.server['mongo-replica-set'].url}/bench-hr`,
          logUrl: `${running.server.kafka.url}/bench-hr`,
          ...size,
        }).finally(running.stop);
  const found = { embedded, ...(onServers ? { servers: onServers } : {}) };
  console.log(JSON.stringify({ gate: GATE, ...found }, null, json ? 0 : 2));
  for (const [engine, { webhooksRatio, feedRatio }] of Object.entries(found))
    for (const [name, ratio] of Object.entries({ webhooksRatio, feedRatio }))
      if (ratio < GATE) {
        console.error(`${engine}: ${name} ${ratio} < ${GATE}`);
        process.exitCode = 1;
      }
}
