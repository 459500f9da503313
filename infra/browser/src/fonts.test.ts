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
