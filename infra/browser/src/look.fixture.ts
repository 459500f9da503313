// How a screen looks on a phone and in an office: nothing is wider than it, no fault by WCAG 2.2 AA; with PICTURES=<folder> there is a picture of each.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { sizes } from './browser.fixture.ts';
import { axeFaults } from './gates/looks.ts';

const picture = process.env.PICTURES;
/** @param name of the pictures */
export async function look(page: Page, name: string) {
  for (const size of ['phone', 'office'] as const) {
    await page.setViewportSize(sizes[size]);
    if (picture) await page.screenshot({ path: `${picture}/${name}-${size}.png`, fullPage: true });
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(sizes[size].width);
    expect([name, size, await axeFaults(page)]).toEqual([name, size, []]);
  }
}
