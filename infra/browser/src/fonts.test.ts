import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.fixture.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the browser has glyphs for Chinese text, so that layouts measure text and not boxes', async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<span id="a">劳动竞赛</span><br><span id="b" style="font-weight:700">劳动竞赛</span><br><span id="c">abcd</span>',
  );
  const width = async (id: string) => (await page.locator(`#${id}`).boundingBox())!.width;
  // Four full-width glyphs of 16 px; without a font nothing is drawn.
  expect([await width('a'), await width('b')]).toEqual([64, 64]);
  expect(await width('c')).toBeGreaterThan(20);
});

test('the browser has a glyph for every sign that the page draws', async () => {
  const folder = fileURLToPath(new URL('../../../services/console/web', import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(tsx?|css)$/.test(name),
  );
  const text = sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  const signs = [...new Set(text.match(/[\u2190-\u21ff\u2300-\u2bff]/g))].filter((sign) => sign !== '⌘');
  expect(signs).toContain('✓');
  const page = await browser.newPage();
  const missing = await page.evaluate(`((signs) => {
    const drawn = (sign) => {
      const canvas = document.createElement('canvas');
      const to = canvas.getContext('2d');
      to.font = '32px sans-serif';
      to.fillText(sign, 4, 40);
      return canvas.toDataURL();
    };
    // Nobody draws this one.
    const box = drawn('\\ue000');
    return signs.filter((sign) => drawn(sign) === box);
  })(${JSON.stringify(signs)})`);
  expect(missing).toEqual([]);
});
