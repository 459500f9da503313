// The places of three roles once the year has awards, on a phone and in an office, light and dark, Chinese and English: no fault
// by WCAG 2.2 AA. The gates look at a year whose round is open.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seatOf, sizes } from './browser.fixture.ts';
import { axeFaults } from './gates/looks.ts';
import { shown } from './gates/stage.ts';
import { yearUntil } from './year.fixture.ts';

let year: Awaited<ReturnType<typeof yearUntil>>;
let browser: Browser;
beforeAll(async () => {
  [year, browser] = await Promise.all([yearUntil('评优表彰'), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await year?.stop();
});

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
      await shown(page);
      found.push([link, await axeFaults(page)]);
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
      if (wide > sizes[size].width) found.push([link, [`${wide} px wide`]]);
    }
    expect(found.filter(([, faults]) => faults.length > 0)).toEqual([]);
    await close();
  });

/** Questions of the page: how often each was asked, and whether it came with the document instead of after the script. */
const ASKED = `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/'))
  .map(({ name, initiatorType }) => [name.slice(name.indexOf('/api/')), initiatorType])`;
const first = [
  ['yijian.safety', '/sheets', '/api/rounds?status=open&limit=200'],
  ['yijian.organiser', '/rounds', '/api/rounds?limit=200'],
  ['yijian.organiser', '/standings', '/api/competitions?limit=200'],
] as const;
test('who is signed in and what a place asks first come with the page, and are asked for once', async () => {
  for (const [userName, place, question] of first) {
    const { page, faults, close } = await seatOf(browser, year.url, year.credentialsOf(userName), 'phone');
    await page.goto(place);
    await shown(page);
    const asked = (await page.evaluate(ASKED)) as [name: string, by: string][];
    for (const each of ['/api/me', question])
      expect([place, ...asked.filter(([name]) => name === each)]).toEqual([place, [each, 'link']]);
    expect(faults).toEqual([]);
    await close();
  }
});

test('the header of an organiser, with every place and its name, is one line at 1440 px', async () => {
  const { page, close } = await seatOf(browser, year.url, year.credentialsOf('yijian.organiser'), 'office');
  const tops = await page
    .locator('.top nav a, .top button, .top .person')
    .evaluateAll((all) => all.map((each) => (each as unknown as Rectangular).getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(16);
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(30);
  await close();
});
interface Rectangular {
  getBoundingClientRect(): { top: number };
}
