// A download says what it is and nothing that a browser would run; ranges, versions and names are as HTTP has them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { download, filing, jpeg, pdf, upload } from '../files/files.fixture.ts';
import { startTesting, type Testing } from '../testing/index.ts';

const li = { org: 'org-1', sub: 'li', roles: ['organiser' as const] };
const content = pdf('0123456789'.repeat(30_000));
let t: Testing;
let path: string;
let sha256: string;
beforeAll(async () => {
  t = await startTesting([filing]);
  const { body } = await upload(t, li, '效益 “证明”(1).pdf', content);
  path = `unit/${body.id}`;
  sha256 = body.sha256;
});
afterAll(() => t.stop());

test('a download carries its name in Chinese, its hash, and headers that disarm it', async () => {
  const { status, bytes, headers } = await download(t, li, path);
  expect([status, bytes.equals(content)]).toEqual([200, true]);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(content.length),
    etag: `"${sha256}"`,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect(headers['content-disposition']).toBe(
    `attachment; filename="__ ____(1).pdf"; filename*=UTF-8''%E6%95%88%E7%9B%8A%20%E2%80%9C%E8%AF%81%E6%98%8E%E2%80%9D%281%29.pdf`,
  );
  const { body } = await upload(t, li, 'a.jpg', await jpeg());
  expect((await download(t, li, `unit/${body.id}`)).headers['content-disposition']).toMatch(/^inline/);
});

const size = content.length;
test.each([
  ['bytes=0-99', 206, 0, 99],
  ['bytes=300000-', 206, 300_000, size - 1],
  ['bytes=-10', 206, size - 10, size - 1],
  ['bytes=5-999999999', 206, 5, size - 1],
  ['bytes=-999999999', 206, 0, size - 1],
  ['bytes=9-3', 200, 0, size - 1],
  ['bytes=0-1,3-4', 200, 0, size - 1],
  ['lines=1-2', 200, 0, size - 1],
])('the range %s is answered %i', async (range, status, start, end) => {
  const answer = await download(t, li, path, { range });
  expect([answer.status, answer.bytes.equals(content.subarray(start, end + 1))]).toEqual([status, true]);
  if (status === 206) expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/${size}`);
});

test('a range outside is refused, one of another version is the whole, and what the client has is not sent again', async () => {
  for (const range of [`bytes=${size}-`, 'bytes=-0']) {
    const { status, headers } = await download(t, li, path, { range });
    expect([status, headers['content-range']]).toEqual([416, `bytes */${size}`]);
  }
  const part = { range: 'bytes=0-1' };
  expect((await download(t, li, path, { ...part, 'if-range': '"old"' })).status).toBe(200);
  expect((await download(t, li, path, { ...part, 'if-range': `"${sha256}"` })).status).toBe(206);
  const same = await download(t, li, path, { 'if-none-match': `W/"x", "${sha256}"` });
  expect([same.status, same.bytes.length]).toEqual([304, 0]);
});

test('the description names the routes', async () => {
  const { body } = await t.call(undefined, 'GET', '/docs/json');
  const { post } = body.paths['/api/files/unit'];
  expect(Object.keys(post.requestBody.content)).toEqual(['multipart/form-data']);
  expect(Object.keys(body.paths['/api/files/unit/{id}'].get.responses)).toEqual(
    expect.arrayContaining(['200', '206', '304']),
  );
});
