// Where the gates are measured: a year in its fourth quarter, its round open, and screens of any size for anybody.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../browser.fixture.ts';
import { yearUntil } from '../year.fixture.ts';

/** A host name that is no secure context, as intranets have it. */
export const PLAIN_HOST = 'jiangong.test';
export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
export interface Stage {
  url: string;
  browser: Browser;
  credentialsOf(userName: string): { userName: string; password: string };
  /** A browser of its own for somebody who is signed in. */
  sit(userName: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}
export const phone = { width: 390, height: 844 };
export const office = { width: 1280, height: 900 };
export const people = { organiser: 'yijian.organiser', checker: 'yijian.safety', entrant: 'yijian.fg-01' };

/** A command or question of whoever sits there. */
export async function ask<T = unknown>(page: Page, method: string, path: string, data?: object): Promise<T> {
  const { origin } = new URL(page.url());
  const answer = await page.context().request.fetch(`${origin}/api${path}`, {
    method,
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
    ...(data ? { data } : {}),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
/** Waits until the place shows what it is about. */
export async function shown(page: Page): Promise<void> {
  await page.locator('main h1, main .empty').first().waitFor();
  while (await page.locator('.loading').count()) await page.waitForTimeout(20);
}

export async function openStage(): Promise<Stage> {
  const [year, browser] = await Promise.all([
    yearUntil('第四季度检查考核'),
    openBrowser([`--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`]),
  ]);
  const sessions = new Map<string, Promise<Session>>();
  async function signedIn(userName: string): Promise<Session> {
    const context = await browser.newContext({ baseURL: year.url });
    const headers = { origin: year.url };
    await context.request.post('/session', { headers, data: year.credentialsOf(userName), failOnStatusCode: true });
    const state = await context.storageState();
    await context.close();
    return state;
  }
  async function sit(userName: string, options: BrowserContextOptions = {}) {
    const session = sessions.get(userName) ?? signedIn(userName);
    sessions.set(userName, session);
    const seat = { baseURL: year.url, locale: 'zh-CN', viewport: office, storageState: await session };
    const context = await browser.newContext({ ...seat, ...options });
    context.setDefaultTimeout(30_000);
    return context.newPage();
  }
  const stage: Stage = {
    ...{ url: year.url, browser, credentialsOf: year.credentialsOf, sit },
    async close() {
      await browser.close();
      await year.stop();
    },
  };
  const page = await sit(people.organiser);
  await page.goto('/rounds');
  const { items } = await ask<{ items: { round: string }[] }>(page, 'GET', '/rounds?status=made');
  for (const { round } of items) await ask(page, 'POST', `/rounds/${round}/open`);
  await page.context().close();
  return stage;
}
