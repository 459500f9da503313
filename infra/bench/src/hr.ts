// `pnpm bench hr`: webhooks against bare signed requests, pages of the feed against the bare query, how far the topic of states is behind, and
// the seconds until every way shows a decision as revoked, on both engines; then what an export of a million grants takes. HR_GRANTS,
// HR_PAGES and HR_EXPORTED set another size.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Exported, exportFrom, fill } from '@jiangong/awards/hr-exports';
import { hrSpeed } from '@jiangong/distributed';
import { servers } from '@jiangong/servers';

/** What each ratio must reach. */
const GATE = 0.7;
/** Megabytes above idle that an export may take. */
const MOST = 200;

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
  const exports = await exported(Number(process.env.HR_EXPORTED ?? 1_000_000));
  const found = { embedded, ...(onServers ? { servers: onServers } : {}) };
  console.log(
    JSON.stringify({ gate: GATE, ...found, exports: { gate: `${MOST} MB`, ...exports } }, null, json ? 0 : 2),
  );
  for (const [engine, { webhooksRatio, feedRatio }] of Object.entries(found))
    for (const [name, ratio] of Object.entries({ webhooksRatio, feedRatio }))
      if (ratio < GATE) {
        console.error(`${engine}: ${name} ${ratio} < ${GATE}`);
        process.exitCode = 1;
      }
  for (const [target, { above }] of Object.entries(exports))
    if (above > MOST) {
      console.error(`${target}: ${above} MB above idle > ${MOST}`);
      process.exitCode = 1;
    }
}

async function exported(count: number): Promise<Record<string, Exported>> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-bench-exports-'));
  try {
    await fill(folder, count, 0);
    return { csv: await exportFrom(folder, 'csv'), xlsx: await exportFrom(folder, 'xlsx') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
