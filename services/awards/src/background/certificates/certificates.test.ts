// Certificates from their issue to the page that checks them: read back by another implementation, scanned, corrected, revoked.
import { linksOf, textsOf } from '@jiangong/documents/testing';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, committee, grantOf, png, startCertificates } from './certificates.fixture.ts';
import { certificateNumber } from './contents.ts';
import { standardLook } from './standard.ts';

let s: Awaited<ReturnType<typeof startCertificates>>;
beforeAll(async () => {
  s = await startCertificates();
});
afterAll(() => s.stop());

const opened = async (link: string) => {
  expect(link.startsWith(`${address}/`)).toBe(true);
  const { status, text } = await s.call(undefined, 'GET', link.slice(address.length));
  return [status, /<strong>(.*?)<\/strong>/.exec(text)![1]];
};
const layoutId = () => crypto.randomUUID();

test('a certificate says what its grant says, under a number of its own, as text that can be copied', async () => {
  const decision = await s.decide('甲项目部', '乙“赛”（一）项目部');
  expect((await s.issue(decision)).status).toBe(201);
  const { body } = await s.call(committee, 'GET', `/api/decisions/${decision}/certificates`);
  expect(body.certificates[0]).toEqual({
    grant: grantOf(decision, '甲项目部'),
    revision: 1,
    number: expect.stringMatching(certificateNumber),
  });
  const pdf = await s.file(`/decisions/${decision}/certificates/pdf`);
  const texts = await textsOf(pdf);
  expect(texts).toHaveLength(2);
  for (const [name, number] of [
    ['甲项目部', 1],
    ['乙“赛”（一）项目部', 2],
  ] as const)
    expect(texts).toContain(
      [
        `荣誉证书${name}：在2024年度评选中成绩突出，被授予“2024年度劳动竞赛优胜项目部”称号。特发此证，以资鼓励。`,
        `北京建工一建公司工会2025年1月20日文号：京建一工〔2025〕3号编号：${body.series}-000${number}`,
      ].join(''),
    );
});

test('whoever scans a certificate learns whether it is valid, corrected or revoked, and nothing else', async () => {
  const decision = await s.decide('丙项目部', '丁项目部', '戊项目部');
  await s.issue(decision);
  const links = linksOf(await s.file(`/decisions/${decision}/certificates/pdf`));
  expect(await Promise.all(links.map(opened))).toEqual(Array(3).fill([200, '有效']));
  const [, code] = links[0]!.split('?code=');
  expect(Buffer.from(code!, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  // Printed again, they have the same codes, which no event tells.
  expect(linksOf(await s.file(`/decisions/${decision}/certificates/pdf`))).toEqual(links);
  const journal = JSON.stringify(await s.runtimes[0]!.store.read(`certificate/${decision}`, 0));
  for (const link of links) expect(journal).not.toContain(link.split('?code=')[1]);

  await s.correct(decision, '丙项目部', '丙工程项目部');
  await s.revoke(decision, '丁项目部');
  expect((await Promise.all(links.map(opened))).map(([, word]) => word).sort()).toEqual(['已撤销', '已更正', '有效']);

  // With another code, and with another number, the answers are the same.
  const [path, other] = [links[0]!.slice(address.length).split('?')[0]!, links[1]!.split('?')[1]!];
  for (const query of ['', '?code=', '?code=AAAA', `?${other}`]) {
    const { status, text, headers } = await s.call(undefined, 'GET', path + query);
    expect([status, /查无此证/.test(text)]).toEqual([200, true]);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  }
  const odd = await s.call(undefined, 'GET', '/api/public/certificates/%3Cb%3E');
  expect([odd.status, odd.text.includes('<b>'), /查无此证/.test(odd.text)]).toEqual([200, false, true]);
  const { text } = await s.call(undefined, 'GET', links[2]!.slice(address.length));
  for (const secret of ['项目部', decision, code!]) expect(text).not.toContain(secret);
});

test('a corrected grant is printed once it has a new certificate, and a revoked one never again', async () => {
  const decision = await s.decide('己项目部', '庚项目部');
  await s.issue(decision);
  const print = () => s.file(`/decisions/${decision}/certificates/pdf`);
  const before = linksOf(await print());
  await s.correct(decision, '己项目部', '己工程项目部');
  await s.revoke(decision, '庚项目部');
  await expect(print()).rejects.toThrow('certificates-not-issued');
  await s.issue(decision);
  const version = (await s.issue(decision)).body.version;
  expect((await s.issue(decision)).body.version).toBe(version);
  const pdf = await print();
  expect((await textsOf(pdf)).join()).toContain('己工程项目部');
  const after = linksOf(pdf);
  expect(after).toHaveLength(1);
  expect(before).not.toContain(after[0]);
  expect(await opened(after[0]!)).toEqual([200, '有效']);
});

test('no certificate is issued with a character that would be printed as a blank', async () => {
  const rare = [...'堃喆犇淼鑫垚赟翀昇玥珺晟骉羴猋晶焱燚镕瑆暐璟珅祎禤郇邛缪逄𠮷㛃䶮𬭎㑇'];
  expect(rare.length).toBeGreaterThanOrEqual(30);
  const [good, bad] = [await s.decide(rare.join('')), await s.decide(`王🙂班组`)];
  await s.issue(good);
  const [text] = await textsOf(await s.file(`/decisions/${good}/certificates/pdf`));
  expect(text).toContain(`荣誉证书${rare.join('')}：`);
  const { status, body } = await s.issue(bad);
  expect([status, body.type]).toEqual([422, '/problems/glyph-missing']);
  expect(JSON.stringify(body)).toContain('这些字：🙂（');
  expect((await s.call(committee, 'GET', `/api/decisions/${bad}/certificates`)).status).toBe(404);
});

test('a zip has a document for each certificate, and one grant can be printed alone', async () => {
  const decision = await s.decide('辛项目部', '壬/项目部');
  await s.issue(decision);
  const files = unzipSync(await s.file(`/decisions/${decision}/certificates/zip`));
  expect(
    Object.keys(files)
      .map((name) => name.split(' ')[1])
      .sort(),
  ).toEqual(['壬_项目部.pdf', '辛项目部.pdf']);
  for (const file of Object.values(files)) expect(await textsOf(file)).toHaveLength(1);
  const one = `/decisions/${decision}/certificates/pdf?grant=${grantOf(decision, '辛项目部')}`;
  expect((await textsOf(await s.file(one))).join()).toContain('辛项目部');
});

test('a layout is data, with a preview, and with a seal that no event tells', async () => {
  const id = layoutId();
  const look = { ...standardLook, name: '竖式', paper: 'A3', orientation: 'portrait' };
  const seal = { x: 200, y: 300, size: 40 };
  const image = png(30, 30).toString('base64');
  const set = (body: object, headers = {}) => s.call(committee, 'PUT', `/api/certificate-layouts/${id}`, body, headers);
  expect((await set({ ...look, seal })).body.type).toBe('/problems/seal-unusable');
  expect((await set({ ...look, seal: { ...seal, image } })).status).toBe(201);
  const { body, headers } = await s.call(committee, 'GET', `/api/certificate-layouts/${id}`);
  expect(body).toMatchObject({ paper: 'A3', seal: { ...seal, sha256: expect.any(String) } });
  // The image that is there stays.
  const changed = await set({ ...look, name: '竖式二', seal }, { 'if-match': headers.etag });
  expect(changed.status).toBe(200);
  const preview = await s.file(`/certificate-layouts/${id}/preview`);
  expect((await textsOf(preview)).join()).toContain('（样张）');
  expect(preview.toString('latin1')).toContain('/Subtype /Image');
  expect((await s.file('/certificate-layouts/standard/preview')).toString('latin1')).not.toContain('/Subtype /Image');
  const journal = JSON.stringify(await s.runtimes[0]!.store.read(`certificate-layout/${id}`, 0));
  expect(journal).toContain('sha256');
  expect(journal).not.toContain(image.slice(0, 40));

  const decision = await s.decide('癸项目部');
  await s.issue(decision, { layout: id });
  const pdf = await s.file(`/decisions/${decision}/certificates/pdf`);
  expect(pdf.toString('latin1')).toContain('/Subtype /Image');
});

test('what cannot be printed is refused before anything is set', async () => {
  const set = (body: object) => s.call(committee, 'PUT', `/api/certificate-layouts/${layoutId()}`, body);
  const look = { ...standardLook, name: '版式' };
  const text = { ...standardLook.texts[0]!, text: '{recipiant}' };
  expect((await set({ ...look, texts: [text] })).body.type).toBe('/problems/layout-word-unknown');
  expect((await set({ ...look, texts: [{ ...text, text: '🙂' }] })).body.type).toBe('/problems/glyph-missing');
  const images = {
    text: Buffer.from('seal'),
    wide: png(2001, 1),
    // It would unpack to far more than it says.
    bomb: png(10, 10, 300_000),
    cut: png(10, 10).subarray(0, 50),
  };
  for (const image of Object.values(images)) {
    const seal = { x: 1, y: 1, size: 20, image: image.toString('base64') };
    expect((await set({ ...look, seal })).body.type).toBe('/problems/seal-unusable');
  }
});

test('without a public address nothing is printed that would lead nowhere', async () => {
  const t = await startCertificates({});
  const decision = await t.decide('甲项目部');
  await t.issue(decision);
  await expect(t.file(`/decisions/${decision}/certificates/pdf`)).rejects.toThrow('public-url-unset');
  await t.stop();
});
