// The places of three roles, on a phone and in an office, light and dark, Chinese and English: no fault by WCAG 2.2 AA.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seatOf, sizes } from './browser.fixture.ts';
import { yearUntil } from './year.fixture.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const RULES = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html }) => id + ': ' + html.slice(0, 200))))`;
let year: Awaited<ReturnType<typeof yearUntil>>;
let browser: Browser;
beforeAll(async () => {
  [year, browser] = await Promise.all([yearUntil('评优表彰'), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await year?.stop();
});

async function faultsOf(page: Page): Promise<string[]> {
  await page.locator('main h1, main .empty').first().waitFor();
  await expect.poll(() => page.locator('main .loading').count()).toBe(0);
  await page.evaluate(axe);
  return page.evaluate(RULES);
}
const looks = [
  { userName: 'yijian.organiser', size: 'phone', dark: false, english: false },
  { userName: 'yijian.fg-01', size: 'phone', dark: true, english: false },
  { userName: 'chanye.shougang', size: 'office', dark: false, english: true },
] as const;

for (const { userName, size, dark, english } of looks)
  test(`${userName}: ${size}, ${dark ? 'dark' : 'light'}, ${english ? 'English' : 'Chinese'}`, async () => {
    const { page, close } = await seatOf(browser, year.url, year.credentialsOf(userName), size);
    if (dark) await page.emulateMedia({ colorScheme: 'dark' });
    if (english) await page.getByRole('button', { name: 'English' }).click();
    const links = await page.locator('nav a').evaluateAll((all) => all.map((each) => each.getAttribute('href')!));
    const found: [string, string[]][] = [];
    for (const link of [...links, '/standings?period=q3', '/wall']) {
      await page.goto(link);
      found.push([link, await faultsOf(page)]);
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
      if (wide > sizes[size].width) found.push([link, [`${wide} px wide`]]);
    }
    expect(found.filter(([, faults]) => faults.length > 0)).toEqual([]);
    await close();
  });
