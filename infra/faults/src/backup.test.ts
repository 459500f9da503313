// A backup that is killed is none: nothing is there that looks like one. (On a full disk: full-disk.long.test.ts.)
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { begin, cleanUp, type Installation } from './installation.ts';
import { bearer, register, send, unitCodes } from './people.ts';

afterEach(cleanUp);
const backup = (at: Installation) => send(at.url, 'POST', '/ops/backup', undefined, bearer(at.admin));

test('a backup killed midway is marked unfinished; the next one is whole, and starts', async () => {
  const at = await begin(undefined, { settings: { FAILPOINT: 'in-backup' } });
  for (const n of [1, 2, 3]) expect((await register(at, n)).status).toBe(201);
  await expect(backup(at)).rejects.toThrow();
  await at.process.ended;
  const again = await at.again({});
  expect(await unitCodes(again)).toEqual(['U-1', 'U-2', 'U-3']);
  const { status, body } = await backup(again);
  expect(status).toBe(201);
  const names = readdirSync(join(at.folder, 'backups'));
  expect(names.filter((name) => name.endsWith('.unfinished'))).toHaveLength(1);
  expect(names.filter((name) => !name.endsWith('.unfinished'))).toEqual([body.folder.split('/').at(-1)]);
  await again.stop();
  const restored = await begin(body.folder, {}, { admin: at.admin, signed: at.signed });
  expect(await unitCodes(restored)).toEqual(['U-1', 'U-2', 'U-3']);
});
