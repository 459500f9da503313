// A checker's phone loses its network and is killed while a sheet is filled in: no tap is lost. KILLS=20 for a long run.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openProfile, seatOf, signIn } from './browser.fixture.ts';
import { yearUntil } from './year.fixture.ts';

const KILLS = Number(process.env.KILLS ?? 2);
let year: Awaited<ReturnType<typeof yearUntil>>;
const folder = mkdtempSync(join(tmpdir(), 'jiangong-phone-'));
beforeAll(async () => {
  year = await yearUntil('第四季度检查考核');
  const browser = await openBrowser();
  const { page } = await seatOf(browser, year.url, year.credentialsOf('yijian.organiser'));
  await page.goto('/rounds');
  await page.getByRole('link', { name: /第四季度/ }).click();
  await page.getByRole('button', { name: '开启检查' }).click();
  await page.getByLabel(/请输入以下名称确认/).fill('第四季度');
  await page.getByRole('dialog').getByRole('button', { name: '开启检查' }).click();
  await page.getByRole('button', { name: '关闭检查' }).waitFor();
  await browser.close();
});
afterAll(async () => {
  await year?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The processes of the browser whose profile is in this folder, and no other. */
function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`);
      } catch {
        return false;
      }
    });
}
function kill(): void {
  for (const pid of processes())
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended with another.
    }
}

async function openSheet(page: Page, at: string | undefined): Promise<void> {
  await page.goto(at ?? '/sheets');
  const userName = page.getByLabel('用户名');
  const foot = page.locator('.sheet-foot');
  const first = page.locator('.rows a').first();
  await userName.or(foot).or(first).first().waitFor();
  if (await userName.count()) await signIn(page, year.credentialsOf('yijian.quality'));
  if (!at) await first.click();
  else if (!page.url().endsWith(at)) await page.goto(at);
  await foot.waitFor();
}
const timesOn = async (page: Page) => Number(((await page.locator('.times').first().textContent()) ?? '× 0').slice(2));

test(`no tap is lost over ${KILLS} kills without a network, and the sheet is submitted once it is back`, async () => {
  let at: string | undefined;
  let taps = 0;
  for (let round = 1; round <= KILLS; round += 1) {
    const { page, context } = await openProfile(folder, year.url);
    await openSheet(page, at);
    at = new URL(page.url()).pathname;
    if (taps > 0) await expect.poll(() => timesOn(page)).toBe(taps);
    await context.setOffline(true);
    const rate = page.locator('button.rate').first();
    for (let tap = 0; tap < 1 + (round % 3); tap += 1) {
      await rate.click();
      taps += 1;
    }
    // What the page says it keeps, it keeps.
    await page.getByText('仅保存在本机').waitFor();
    kill();
    await expect.poll(() => processes().length).toBe(0);
  }
  const { page, context } = await openProfile(folder, year.url);
  await openSheet(page, at);
  await expect.poll(() => timesOn(page)).toBe(taps);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText(/· 已提交/).waitFor();
  await page.reload();
  await expect.poll(() => timesOn(page)).toBe(taps);
  await context.close();
}, 300_000);
