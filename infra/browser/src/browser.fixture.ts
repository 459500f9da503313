// A browser for tests: the one that its package carries, with the project's Chinese font, at the size of a phone or an office.
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { fontconfig } from './fonts.ts';

export const sizes = { phone: { width: 390, height: 844 }, office: { width: 1440, height: 900 } } as const;

const options = async () => ({
  executablePath: await sparticuz.executablePath(),
  // Its sandbox needs a user other than root; everything else is as browsers come.
  args: ['--no-sandbox'],
  headless: true,
  env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontconfig() },
});
export async function openBrowser(args: string[] = []): Promise<Browser> {
  const as = await options();
  return chromium.launch({ ...as, args: [...as.args, ...args] });
}
/** A phone whose profile lies in a folder: what it keeps outlives it. */
export async function openProfile(folder: string, url: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await chromium.launchPersistentContext(folder, {
    ...(await options()),
    baseURL: url,
    viewport: sizes.phone,
    locale: 'zh-CN',
  });
  return { page: context.pages()[0] ?? (await context.newPage()), context };
}

interface Credentials {
  userName: string;
  password: string;
}
export async function signIn(page: Page, { userName, password }: Credentials): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}

export interface Seat {
  page: Page;
  /** What the page's script complained about, or the browser about the page. */
  faults: string[];
  close(): Promise<void>;
}
/** Somebody at a screen of their own, signed in. */
export async function seatOf(
  browser: Browser,
  url: string,
  credentials: Credentials,
  size: keyof typeof sizes = 'office',
): Promise<Seat> {
  const context = await browser.newContext({ baseURL: url, viewport: sizes[size], locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The page asks who is signed in before anybody is.
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text());
  });
  await page.goto('/');
  await signIn(page, credentials);
  return { page, faults, close: () => context.close() };
}
