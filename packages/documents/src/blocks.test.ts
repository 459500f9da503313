// Pages: what fits on each, what stays together, headings again, numbers at the foot; read back by another implementation.
import { expect, test } from 'vitest';
import { type Block, paged } from './blocks.ts';
import { drawCode, MM } from './draw.ts';
import { pdfOf, sheet, table } from './index.ts';
import { linksOf, textsOf } from './testing.ts';

const block = (height: number, more: Partial<Block> = {}): Block => ({ height, draw() {}, ...more });
const heights = (pages: Block[][]) => pages.map((page) => page.map(({ height }) => height));

test('blocks go on the next page where they do not fit, one that is too high alone on its own', () => {
  expect(heights(paged([block(4), block(6), block(1)], 10))).toEqual([[4, 6], [1]]);
  expect(heights(paged([block(4), block(20), block(1)], 10))).toEqual([[4], [20], [1]]);
  expect(paged([], 10)).toEqual([[]]);
});

test('a heading is never the last of a page, nor two of them', () => {
  expect(heights(paged([block(5), block(2, { keep: true }), block(4)], 10))).toEqual([[5], [2, 4]]);
  const two = [block(4), block(2, { keep: true }), block(3, { keep: true }), block(4)];
  expect(heights(paged(two, 10))).toEqual([[4], [2, 3, 4]]);
});

test('a table that goes on has its headings on each page', () => {
  const head = block(2, { keep: true });
  const rows = Array.from({ length: 5 }, () => block(3, { head }));
  expect(heights(paged([head, ...rows], 8))).toEqual([
    [2, 3, 3],
    [2, 3, 3],
    [2, 3],
  ]);
});

async function printed(rows: number) {
  const chunks: Uint8Array[] = [];
  const columns = [
    { title: '单位', share: 3 },
    { title: '得分', share: 1 },
    { title: '图示', share: 2 },
  ];
  const units = Array.from({ length: rows }, (_, n) => [`第${n + 1}项目部`, '95.18', { bar: n / rows }]);
  const part = sheet({ paper: 'A4', footer: '公司工会', content: (width) => table(columns, units, width) });
  for await (const chunk of pdfOf('结果', [part])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('every row is printed once, and each page says which of how many it is', async () => {
  const texts = await textsOf(await printed(100));
  expect(texts).toHaveLength(3);
  for (const [at, text] of texts.entries()) {
    expect(text).toMatch(/^单位得分图示/);
    expect(text).toContain(`公司工会第${at + 1}页，共3页`);
  }
  const rows = texts.join('').match(/第\d+项目部/g)!;
  expect(rows).toEqual(Array.from({ length: 100 }, (_, n) => `第${n + 1}项目部`));
});

test('characters of names that the main font lacks are printed and can be copied', async () => {
  const names = '王𠮷李㛃张䶮赵𬭎孙㑇';
  const part = sheet({
    paper: 'A3',
    footer: '',
    content: (width) => table([{ title: '姓名', share: 1 }], [[names]], width),
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdfOf('名单', [part])) chunks.push(chunk);
  expect(await textsOf(Buffer.concat(chunks))).toEqual([`姓名${names}第1页，共1页`]);
});

test('a code among tables and bars is scanned', async () => {
  const link = 'https://honours.example.cn/rounds/1';
  const chunks: Uint8Array[] = [];
  const rows = table([{ title: '图示', share: 1 }], [[{ bar: 1 }]], 200);
  const part = sheet({
    paper: 'A4',
    footer: '',
    content: () => [
      ...rows,
      block(80, { draw: (doc, left, top) => drawCode(doc, link, { left, top, size: 25 * MM }) }),
    ],
  });
  for await (const chunk of pdfOf('单', [part])) chunks.push(chunk);
  expect(linksOf(Buffer.concat(chunks))).toEqual([link]);
});
