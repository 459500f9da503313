// What is no image, PDF, office document or archive, whatever it calls itself, is refused in plain words; what is kept has a safe name
// and type, and nothing that refused uploads brought stays on the disk.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTesting, type Testing } from '../testing/index.ts';
import {
  bomb,
  compound,
  docx,
  download,
  exe,
  filing,
  formOf,
  formType,
  jpeg,
  liar,
  overlapping,
  pdf,
  upload,
  zip,
} from './files.fixture.ts';

const organiser = { org: 'org-1', sub: 'li', roles: ['organiser' as const] };
let t: Testing;
beforeAll(async () => {
  t = await startTesting([filing]);
});
afterAll(() => t.stop());

const image = await jpeg();
const nested = zip({ 'a.zip': zip({ 'b.zip': zip({ 'c.txt': 'c' }) }) });
const encrypted = Buffer.from(zip({ 'a.txt': 'a' }));
for (const at of [encrypted.indexOf('504b0304', 0, 'hex') + 6, encrypted.indexOf('504b0102', 0, 'hex') + 8])
  encrypted[at] = 1;
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

const refused: [what: string, name: string, content: Buffer, problem: string][] = [
  ['a program called .pdf', '报告.pdf', exe, 'file-type-refused'],
  [
    'a program of Linux',
    'a.pdf',
    Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(90)]),
    'file-type-refused',
  ],
  ['a shell script', 'a.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'file-type-refused'],
  ['SVG with a script', 'a.svg', svg, 'file-type-refused'],
  ['SVG called .png', 'a.png', svg, 'file-type-refused'],
  ['HTML called .jpg', 'a.jpg', html, 'file-type-refused'],
  ['HTML with the comment of a GIF', 'a.gif', Buffer.concat([Buffer.from('GIF89a/*'), html]), 'file-refused'],
  ['plain text', 'a.pdf', Buffer.from('只是文字'), 'file-type-refused'],
  ['nothing', 'a.pdf', Buffer.alloc(0), 'file-refused'],
  [
    'a Java archive',
    'a.zip',
    zip({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0', 'A.class': Buffer.from('cafebabe', 'hex') }),
    'file-type-refused',
  ],
  ['a program in an archive', 'a.zip', zip({ 'setup.exe': exe }), 'file-refused'],
  ['a program in an archive called a picture', 'a.zip', zip({ '照片.jpg': exe }), 'file-refused'],
  ['a program two archives deep', 'a.zip', zip({ 'in.zip': zip({ 'note.txt': exe }) }), 'file-refused'],
  ['a shortcut in an archive', 'a.zip', zip({ '照片.jpg.lnk': 'x' }), 'file-refused'],
  ['a name that ends in a hidden dot', 'a.zip', zip({ 'setup.exe.': 'x' }), 'file-refused'],
  ['a script with turned name', 'a.zip', zip({ 'photo\u202egpj.js': 'x' }), 'file-refused'],
  ['archives nested deep', 'a.zip', nested, 'file-refused'],
  ['an archive with a path upwards', 'a.zip', zip({ '../../etc/passwd': 'x' }), 'file-refused'],
  ['an archive with an absolute path', 'a.zip', zip({ '/etc/passwd': 'x' }), 'file-refused'],
  ['an archive with a path of Windows', 'a.zip', zip({ 'C:\\windows\\a.txt': 'x' }), 'file-refused'],
  [
    '10,000 tiny files',
    'a.zip',
    zip(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`${n}`, '']))),
    'file-refused',
  ],
  ['a bomb', 'a.zip', bomb(24), 'file-refused'],
  ['a bomb of entries that share their bytes', 'a.zip', overlapping(1_000), 'file-refused'],
  ['an archive that lies about its sizes', 'a.zip', liar(), 'file-refused'],
  ['an encrypted archive', 'a.zip', encrypted, 'file-refused'],
  ['half an archive', 'a.zip', zip({ a: 'x'.repeat(900) }).subarray(0, 60), 'file-refused'],
  ['a document with macros', 'a.docx', docx({ 'word/vbaProject.bin': 'x' }), 'file-refused'],
  ['a document with a program', 'a.docx', docx({ 'word/embeddings/oleObject1.bin': exe }), 'file-refused'],
  ['an older document with macros', 'a.doc', compound('WordDocument', 'Macros'), 'file-refused'],
  ['an installer', 'a.doc', compound('!MsiFiles'), 'file-type-refused'],
  ['a PDF that is an archive, too', 'a.pdf', Buffer.concat([pdf(), zip({ a: 'a' })]), 'file-refused'],
  ['half a PDF', 'a.pdf', pdf().subarray(0, 20), 'file-refused'],
  ['half an image', 'a.jpg', image.subarray(0, image.length / 2), 'file-refused'],
  ['an image of far too many pixels', 'a.png', pngOf(60_000, 60_000), 'file-refused'],
  ['the head of an image alone', 'a.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-refused'],
];

/** Says that it is so large, and holds nothing. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000802000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, Buffer.alloc(64)]);
}

test.each(refused)('refuses %s', async (_, name, content, problem) => {
  const { status, body } = await upload(t, organiser, name, content);
  // An image that holds no pixels may be no image to begin with.
  const either = name === 'a.png' ? ['file-refused', 'file-type-refused'] : [problem];
  expect(
    either.map((code) => `/problems/${code}`),
    JSON.stringify(body),
  ).toContain(body.type);
  expect(status).toBeGreaterThanOrEqual(415);
  expect(body.detail).toMatch(/\p{Script=Han}/u);
  expect(body.detailEn).not.toMatch(/\p{Script=Han}|undefined/u);
});

test('nothing of what was refused is left', async () => {
  const { content } = t.runtimes[0]!.files!;
  expect(readdirSync(content.spool)).toEqual([]);
  for await (const { name } of content.all()) throw new Error(name);
  expect(await t.runtimes[0]!.store.privateRows('files')).toEqual([]);
});

const taken: [given: string, content: Buffer, name: string, type: string][] = [
  ['../../etc/passwd', pdf(), 'passwd.pdf', 'application/pdf'],
  ['C:\\fakepath\\证明.PDF', pdf(), '证明.pdf', 'application/pdf'],
  ['报告.pdf.exe', pdf(), '报告.pdf.exe.pdf', 'application/pdf'],
  ['photo\u202efdp.exe', pdf(), 'photofdp.exe.pdf', 'application/pdf'],
  ['a\u0000b\u200b.pdf', pdf(), 'ab.pdf', 'application/pdf'],
  ['con.pdf', pdf(), '文件con.pdf', 'application/pdf'],
  ['...', pdf(), '文件.pdf', 'application/pdf'],
  [`${'长'.repeat(300)}.pdf`, pdf(), `${'长'.repeat(120)}.pdf`, 'application/pdf'],
  ['真是图片.pdf', image, '真是图片.pdf.jpg', 'image/jpeg'],
  ['x.jpeg', image, 'x.jpeg', 'image/jpeg'],
  ['总结.docx', docx(), '总结.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['旧.doc', compound('WordDocument'), '旧.doc', 'application/msword'],
  ['旧.wps', compound('WordDocument'), '旧.wps', 'application/msword'],
  ['表.et', compound('Workbook'), '表.et', 'application/vnd.ms-excel'],
  ['材料.zip', zip({ '照片/一.txt': '一', 'in.zip': zip({ b: 'b' }) }), '材料.zip', 'application/zip'],
];
test.each(taken)('keeps what comes as %s under a name of its own', async (given, content, name, type) => {
  const { status, body } = await upload(t, organiser, given, content);
  expect([status, body.name, body.type]).toEqual([201, name, type]);
});

test('an image loses where it was taken, and what was hidden behind it', async () => {
  const secret = Buffer.from('<?php evil();');
  const { body } = await upload(t, organiser, 'a.jpg', Buffer.concat([await jpeg({ gps: true }), secret]));
  const { bytes } = await download(t, organiser, `unit/${body.id}`);
  const { default: sharp } = await import('sharp');
  const about = await sharp(bytes).metadata();
  expect([about.exif, about.xmp, about.width]).toEqual([undefined, undefined, 64]);
  expect(bytes.includes('CameraMaker') || bytes.includes(secret)).toBe(false);
  expect(body.sha256).not.toBe(body.originalSha256);
  const small = await download(t, organiser, `unit/${body.id}/thumbnail`);
  expect([small.status, small.headers['content-type']]).toEqual([200, 'image/webp']);
});

test('a form that is no form, holds no file, or several, is refused', async () => {
  const whole = formOf('a.pdf', pdf());
  const send = (body: Buffer, headers: Record<string, string> = formType) =>
    t.call(organiser, 'POST', '/api/files/unit', body, headers);
  const type = async (...given: Parameters<typeof send>) => (await send(...given)).body.type;
  expect(await type(whole.subarray(0, whole.length - 30))).toBe('/problems/unreadable-body');
  expect(await type(Buffer.from('nonsense'))).toBe('/problems/unreadable-body');
  expect(await type(whole, { 'content-type': 'application/pdf' })).toBe('/problems/unsupported-media-type');
  expect(await type(Buffer.from('{}'), { 'content-type': 'application/json' })).toBe(
    '/problems/unsupported-media-type',
  );
  expect(await type(whole, { 'content-type': 'multipart/form-data' })).toBe('/problems/unreadable-body');
});
