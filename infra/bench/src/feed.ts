// `pnpm bench feed`: revisions of the HR feed that readers miss while two copies of awards write and are killed; 0 is the only
// good figure. FEED_REVISIONS and FEED_KILLS set another length.
import { raceFeed } from '@jiangong/distributed';
import { servers } from '@jiangong/servers';

export async function feed({ json }: { json: boolean }) {
  const running = await servers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) throw new Error(running.missing);
  const { kafka, 'mongo-replica-set': mongo } = running.server;
  try {
    const race = await raceFeed({
      storeUrl: `${mongo.url}/bench-feed`,
      logUrl: `${kafka.url}/bench-feed`,
      revisions: Number(process.env.FEED_REVISIONS ?? 50_000),
      kills: Number(process.env.FEED_KILLS ?? 50),
    });
    console.log(JSON.stringify(race, null, json ? 0 : 2));
    if (race.missed + race.twice > 0) process.exitCode = 1;
  } finally {
    await running.stop();
  }
}
