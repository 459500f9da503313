// Whoever follows the cursor of the HR feed is given every revision once, whichever copy answers and whichever is killed.
import { expect, test } from 'vitest';
import { raceFeed } from './feed-race.ts';
import { freshUrls, onServers } from './servers.fixture.ts';

const REVISIONS = Number(process.env.FEED_REVISIONS ?? 400);
const KILLS = Number(process.env.FEED_KILLS ?? 1);

onServers('the HR feed of two copies', () => {
  test(`gives each of 20 readers every revision once, while 14 clients write ${REVISIONS} and copies are killed`, {
    timeout: 120_000 + REVISIONS * 30,
  }, async () => {
    const race = await raceFeed({ ...freshUrls('feed'), revisions: REVISIONS, kills: KILLS });
    process.stderr.write(`feed: ${JSON.stringify(race)}\n`);
    expect(race).toMatchObject({ missed: 0, twice: 0 });
    expect(race.revisions).toBeGreaterThanOrEqual(REVISIONS);
  });
});
