// A data folder that an earlier release was killed on opens in today's code: nothing is lost, and it plays on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSqlite } from '@jiangong/kills/src/check/sqlite.ts';
import { afterAll, expect, test } from 'vitest';
import { fixtureOf, releases, startToday } from './fixtures.ts';
import { unpack } from './folder.ts';
import { clean, killedInTheMiddle, opensAsItWas, playsOn, redrives, verdictOn } from './opened.ts';

const folders: string[] = [];
function unpacked(place: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-upgrade-'));
  folders.push(folder);
  unpack(place, folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

test.for(releases)('a data folder of %s opens, redrives what was parked, and plays on', async (release) => {
  const { place, recorded } = fixtureOf(release, 'embedded');
  // In a copy: opening a SQLite file applies the write-ahead log next to it.
  const before = readSqlite(unpacked(place));
  killedInTheMiddle(before);
  const DATA = unpacked(place);
  const { running, url } = await startToday({ DATA });
  try {
    const { cast, notes } = await opensAsItWas(url, recorded);
    await redrives(url, cast, recorded);
    await playsOn(cast, recorded);
    const played = { running, recorded, cast, notes, before };
    expect(await verdictOn(played, async () => readSqlite(DATA))).toEqual(clean);
  } finally {
    await running.stop();
  }
});
