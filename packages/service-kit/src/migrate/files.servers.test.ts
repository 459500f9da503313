// A move takes the files along, goes on where it was cut off, and reports what did not arrive.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { filing, jpeg, pdf, upload } from '../files/files.fixture.ts';
import { filesIn, folderStore } from '../files/folder.ts';
import { openGridFs } from '../files/gridfs.ts';
import { contentsOf, type FileRow } from '../files/rows.ts';
import { startTesting } from '../testing/index.ts';
import { freshName, onServers, urls } from '../testing/servers.fixture.ts';
import { moveFiles } from './files.ts';

const li = { org: 'org-1', sub: 'li', roles: ['organiser' as const] };

onServers('a move', () => {
  test('holds every file on the other side, or says that it does not', async () => {
    const from = mkdtempSync(join(tmpdir(), 'jiangong-move-'));
    const t = await startTesting([filing], { env: { STORE_URL: `file:${from}`, LOG_URL: `file:${from}` } });
    for (const [name, content] of [
      ['a.pdf', pdf()],
      ['b.jpg', await jpeg()],
    ] as const)
      await upload(t, li, name, content);
    const kept = await t.runtimes[0]!.store.privateRows('files');
    await t.stop();
    const storeUrl = `${urls.mongo}/${freshName()}`;
    const journal = {
      service: 'competitions' as const,
      kept: (table?: string) => kept.map((row) => ({ ...row, table: table ?? '' })),
    };
    const move = (before = false) => moveFiles(journal, { from, storeUrl, openFiles: openGridFs, before });
    expect(await move()).toEqual([{ service: 'competitions', what: '附件 files', here: 3, there: 3, same: true }]);

    const there = await openGridFs(storeUrl, 'competitions');
    const { name } = contentsOf(kept[0]!.body as FileRow)[0]!;
    await there.remove(name);
    expect(await move(true)).toMatchObject([{ here: 3, there: 2, same: false }]);
    expect(await move()).toMatchObject([{ there: 3, same: true }]);

    await folderStore(filesIn(from, 'competitions')).remove(name);
    await expect(move()).rejects.toThrow('files are missing or damaged');
    await there.close();
    const connection = await mongoose.createConnection(storeUrl.replace(/\/[^/]*$/, ''), {}).asPromise();
    await connection.useDb(`${storeUrl.split('/').at(-1)}-competitions`).dropDatabase();
    await connection.close();
    rmSync(from, { recursive: true, force: true });
  });
});
