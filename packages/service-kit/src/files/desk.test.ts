// A file is its uploader's until a record names it, then whoever's the record is; it is named once, by a command that finds it still
// there, and it is swept only if nothing names it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTesting, type Testing } from '../testing/index.ts';
import { download, filing, jpeg, pdf, upload } from './files.fixture.ts';
import { type FileRow, fileRow } from './rows.ts';
import { sweepFiles } from './sweep.ts';

const li = { org: 'org-1', sub: 'li', roles: ['organiser' as const] };
const wang = { org: 'org-1', sub: 'wang', roles: ['organiser' as const] };
const auditor = { org: 'org-1', sub: 'zhao', roles: ['auditor' as const] };
const stranger = { org: 'org-2', sub: 'li', roles: ['organiser' as const] };
const DAY_MS = 86_400_000;
let t: Testing;
let now = Date.parse('2024-05-01T00:00:00Z');
beforeAll(async () => {
  t = await startTesting([filing], { now: () => new Date(now).toISOString() });
});
afterAll(() => t.stop());

const store = () => t.runtimes[0]!.store;
const files = () => t.runtimes[0]!.files!.content;
const sweep = () =>
  sweepFiles({ store: store(), files: files(), now: () => new Date(now).toISOString(), retentionDays: 30 });
async function newUnit(who = li) {
  const id = randomUUID();
  await t.call(who, 'POST', `/api/units/${id}`, { name: '甲' });
  return id;
}
const newFile = async (who = li, content = pdf(randomUUID())) =>
  String((await upload(t, who, '证明.pdf', content)).body.id);
const attach = (who: typeof li, unit: string, ids: string[], headers: Record<string, string> = {}) =>
  t.call(who, 'POST', `/api/units/${unit}/attach`, { files: ids }, headers);

test('a draft is its uploader’s alone; a named file is read by whoever reads the record', async () => {
  const [unit, id] = [await newUnit(), await newFile()];
  const readers = async () => {
    const seen: number[] = [];
    for (const who of [li, wang, auditor, stranger])
      for (const path of ['', '/about']) seen.push((await download(t, who, `unit/${id}${path}`)).status);
    return seen;
  };
  expect(await readers()).toEqual([200, 200, 404, 404, 404, 404, 404, 404]);
  expect((await attach(wang, unit, [id])).body.type).toBe('/problems/file-unavailable');
  expect((await attach(stranger, unit, [id])).status).toBe(422);
  expect((await attach(li, unit, [id])).status).toBe(200);
  expect(await readers()).toEqual([200, 200, 200, 200, 200, 200, 404, 404]);
  // Whoever may change the record may keep what it has.
  expect((await attach(wang, unit, [id])).status).toBe(200);
  const other = await newUnit();
  expect((await attach(li, other, [id])).body.type).toBe('/problems/file-in-use');
  expect((await attach(li, other, [randomUUID()])).body.type).toBe('/problems/file-unavailable');
  expect((await t.call(auditor, 'POST', '/api/files/unit', Buffer.from('x'))).status).toBe(403);
  expect((await t.call(undefined, 'GET', `/api/files/unit/${id}`)).status).toBe(401);
});

test('a repeated request is answered as before, whether it uploads or names', async () => {
  const content = pdf('repeated');
  const [one, two] = [
    await upload(t, li, 'a.pdf', content, { key: 'u' }),
    await upload(t, li, 'a.pdf', content, { key: 'u' }),
  ];
  expect([two.status, two.body]).toEqual([201, one.body]);
  expect((await upload(t, li, 'a.pdf', pdf('other'), { key: 'u' })).body.type).toBe('/problems/key-reused');
  const unit = await newUnit();
  const key = { 'idempotency-key': 'attach' };
  const first = await attach(li, unit, [one.body.id], key);
  expect((await attach(li, unit, [one.body.id], key)).body).toEqual(first.body);
});

test('of two records that name a file at once, one gets it', async () => {
  const [id, one, two] = [await newFile(), await newUnit(), await newUnit()];
  const answers = await Promise.all([attach(li, one, [id]), attach(li, two, [id])]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const row = (await fileRow(store(), id))!;
  expect(row.named).toBe(`unit/${answers[0]!.status === 200 ? one : two}`);
});

test('a claim whose command never wrote passes to another after a minute', async () => {
  const [id, unit] = [await newFile(), await newUnit()];
  const row = (await fileRow(store(), id))!;
  const claim = { cause: 'of/the/dead', stream: 'unit/none', at: new Date(now).toISOString() };
  await store().swap({ table: 'files', key: id, body: { ...row, claim } }, row);
  expect((await attach(li, unit, [id])).body.type).toBe('/problems/busy');
  now += 61_000;
  expect((await attach(li, unit, [id])).status).toBe(200);
});

test('the sweep takes what nothing names for thirty days, and nothing else', async () => {
  await sweep();
  const [unit, named, left] = [await newUnit(), await newFile(), await newFile()];
  const image = String((await upload(t, li, 'a.jpg', await jpeg())).body.id);
  await attach(li, unit, [named]);
  now += 29 * DAY_MS;
  const young = await newFile();
  expect(await sweep()).not.toContain(left);
  now += 2 * DAY_MS;
  expect(new Set(await sweep())).toEqual(new Set([left, image]));
  for (const [id, status] of [
    [named, 200],
    [left, 404],
    [image, 404],
    [young, 200],
  ] as const)
    expect((await download(t, li, `unit/${id}`)).status).toBe(status);
  expect((await attach(li, unit, [left])).body.type).toBe('/problems/file-unavailable');
  const { missing, changed, orphans } = await t.runtimes[0]!.files!.verify();
  expect([missing, changed, orphans]).toEqual([[], [], []]);
});

test('a file that a command has claimed is not swept under it, and one that is being swept is not named', async () => {
  const [unit, id] = [await newUnit(), await newFile()];
  now += 31 * DAY_MS;
  const row = (await fileRow(store(), id))!;
  // The command has claimed it, and its commit is on the way.
  const claimed: FileRow = { ...row, claim: { cause: 'c', stream: `unit/${unit}`, at: new Date(now).toISOString() } };
  await store().swap({ table: 'files', key: id, body: claimed }, row);
  expect(await sweep()).not.toContain(id);
  await store().swap({ table: 'files', key: id, body: { ...claimed, sweeping: true } }, claimed);
  expect((await attach(li, unit, [id])).body.type).toBe('/problems/file-unavailable');
  expect((await download(t, li, `unit/${id}`)).status).toBe(404);
  // A sweep that died is finished by the next.
  expect(await sweep()).toContain(id);
});

test.each(['ignores-names', 'ignores-drafts'] as const)('a sweep that %s is noticed', async (flaw) => {
  const [unit, named, draft] = [await newUnit(), await newFile(), await newFile()];
  await attach(li, unit, [named]);
  now += flaw === 'ignores-names' ? 31 * DAY_MS : 0;
  await sweepFiles({ store: store(), files: files(), now: () => new Date(now).toISOString(), retentionDays: 30, flaw });
  const [a, b] = [await download(t, li, `unit/${named}`), await download(t, li, `unit/${draft}`)];
  expect([a.status, b.status]).not.toEqual([200, 200]);
});

test('what is missing, changed or unknown is named', async () => {
  const [one, two] = [await newFile(), await newFile()];
  const { createHash } = await import('node:crypto');
  const { writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const [a, b] = [(await fileRow(store(), one))!, (await fileRow(store(), two))!];
  await files().remove(`${a.sha256}.${one}`);
  const spool = join(files().spool, 'x');
  writeFileSync(spool, Buffer.alloc(b.size));
  await files().put(`${b.sha256}.${two}`, spool);
  writeFileSync(spool, 'unknown');
  const orphan = `${createHash('sha256').update('unknown').digest('hex')}.${randomUUID()}`;
  await files().put(orphan, spool);
  const found = await t.runtimes[0]!.files!.verify();
  expect(found).toMatchObject({ missing: [one], changed: [two], orphans: [orphan] });
  // What was changed never arrives whole.
  const { status, headers } = await download(t, li, `unit/${two}`);
  expect([status, headers.etag, headers['content-disposition']]).toEqual([500, undefined, undefined]);
});
