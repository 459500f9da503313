// The letter of a decision and the page of a notice: what people print, read back.
import { noticePublished, publicNoticeView } from '@jiangong/contracts';
import { textsOf } from '@jiangong/documents/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png, startCertificates } from './certificates/certificates.fixture.ts';
import { noticePage } from './notice-page.ts';

let s: Awaited<ReturnType<typeof startCertificates>>;
beforeAll(async () => {
  s = await startCertificates();
});
afterAll(() => s.stop());

test('a letter has its number, its signature and a numbered list of whoever holds an honour of it', async () => {
  const names = Array.from({ length: 60 }, (_, n) => `第${n + 1}项目部`);
  const decision = await s.decide(...names);
  await s.revoke(decision, '第60项目部');
  await s.correct(decision, '第1项目部', '第一工程项目部');
  const pages = await textsOf(await s.file(`/decisions/${decision}/letter`));
  expect(pages.length).toBeGreaterThan(1);
  const text = pages.join('');
  for (const said of [
    '北京建工一建公司工会文件',
    '京建一工〔2025〕3号',
    '下列 59 个对象',
    '1第一工程项目部',
    '59第59项目部',
  ])
    expect(text.replaceAll(/\s+/g, '')).toContain(said.replaceAll(' ', ''));
  for (const said of ['公司工会委员会', '2025年1月20日', '第1页']) expect(text).toContain(said);
  expect(text).not.toContain('第60项目部');
});

test('it is printed on A3 too, with the seal of a layout, and not once its decision is revoked', async () => {
  const decision = await s.decide('甲项目部');
  const plain = await s.file(`/decisions/${decision}/letter?paper=A3`);
  const layout = crypto.randomUUID();
  const look = {
    ...{ name: '带章', paper: 'A4', orientation: 'portrait', border: true, qr: { x: 20, y: 200, size: 25 } },
    texts: [{ text: '{recipient}', x: 20, y: 60, width: 170, size: 20, bold: true, align: 'left' }],
    seal: { x: 120, y: 200, size: 40, image: png(40, 40).toString('base64') },
  };
  const committee = { org: 'union', sub: 'zhao', roles: ['committee' as const] };
  expect((await s.call(committee, 'PUT', `/api/certificate-layouts/${layout}`, look)).status).toBe(201);
  await s.quiet();
  const sealed = await s.file(`/decisions/${decision}/letter?layout=${layout}`);
  const hasImage = (pdf: Buffer) => pdf.includes('/Subtype /Image');
  expect([hasImage(plain), hasImage(sealed)]).toEqual([false, true]);
  expect(plain.toString('latin1')).toMatch(/MediaBox \[0 0 841\.\d+ 1190\.\d+\]/);
  await s.call(committee, 'POST', `/api/decisions/${decision}/revoke`, { reason: '有误', returnBy: '2099-12-31' });
  await s.quiet();
  await expect(s.file(`/decisions/${decision}/letter`)).rejects.toThrow('decision-already-revoked');
  await s.decide('王🙂班组').then((bad) => expect(s.file(`/decisions/${bad}/letter`)).rejects.toThrow('glyph-missing'));
});

const example = publicNoticeView.parse({ ...noticePublished.example, ended: false });
const of = (recipient: string, group: string) => ({ honour: '优胜项目部', recipient, group });

test('the page of a notice parts the groups, in which three may be first, and says how and until when to object', () => {
  const items = [of('甲项目部', '土建组'), of('乙项目部', '机电组'), of('丙项目部', '装饰组')];
  const page = noticePage({ ...example, items });
  for (const said of ['优胜项目部（土建组）', '优胜项目部（机电组）', '优胜项目部（装饰组）', '2025年1月10日', '17:00'])
    expect(page).toContain(said);
  expect(page.match(/<table>/g)).toHaveLength(3);
  expect(page).toContain('@media print');
  expect(noticePage({ ...example, withdrawn: '材料有误' })).toContain('本公示已撤回');
});

test('nothing that somebody is called becomes a part of the page', () => {
  const nasty = '<script>alert("1")</script>';
  const page = noticePage({ ...example, title: nasty, items: [of(nasty, nasty)], withdrawn: nasty });
  expect(page).not.toContain('<script');
  expect(page.match(/&#60;script/g)!.length).toBeGreaterThanOrEqual(4);
});
