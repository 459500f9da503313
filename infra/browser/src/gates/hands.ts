// Without a mouse, without HTTPS, on paper: what is reached by keyboard, works on an intranet, and fits a page.
import { signIn } from '../browser.fixture.ts';
import { atMost, count, type Gate } from './gate.ts';
import { PLAIN_HOST, people, phone, type Stage, shown } from './stage.ts';

const A4 = { width: 718, height: 1_047 };
const FOCUSABLE = `[...document.querySelectorAll('a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary')]
  .filter((each) => each.checkVisibility() && each.tabIndex >= 0).length`;
const REACHED = `(() => { const at = document.activeElement; if (at === document.body || at.dataset.reached) return false; at.dataset.reached = 'yes'; return true; })()`;

async function unreached(stage: Stage, place: string): Promise<number> {
  const page = await stage.sit(people.organiser);
  await page.goto(place);
  await shown(page);
  const all = Number(await page.evaluate(FOCUSABLE));
  let reached = 0;
  for (let key = 0; key < all + 3; key += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(REACHED)) reached += 1;
  }
  await page.context().close();
  return Math.max(0, all - reached);
}

/** What fails at a plain address that is no secure context. */
async function plain(stage: Stage): Promise<string[]> {
  const baseURL = stage.url.replace('127.0.0.1', PLAIN_HOST);
  const context = await stage.browser.newContext({ baseURL, viewport: phone, locale: 'zh-CN' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto('/');
  if (await page.evaluate('isSecureContext')) faults.push('the context is secure');
  await signIn(page, stage.credentialsOf(people.checker));
  await page.goto('/sheets');
  await page.locator('.rows a').first().click();
  await page.locator('button.rate').first().click();
  const save = page.getByRole('button', { name: '保存', exact: true });
  await save.click();
  await page.locator('.sheet-foot button:disabled').first().waitFor();
  faults.push(...(await page.getByRole('alert').allTextContents()));
  await context.close();
  return faults;
}

/** Rows of a table of standings that an A4 page takes. */
async function printedRows(stage: Stage): Promise<number> {
  const page = await stage.sit(people.organiser);
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print' });
  await page.goto('/standings?period=q3');
  await shown(page);
  const bottoms = await page
    .locator('tbody tr')
    .evaluateAll((all) => all.map((each) => (each as unknown as Rectangular).getBoundingClientRect().bottom));
  await page.context().close();
  return bottoms.filter((bottom) => bottom <= A4.height).length;
}
interface Rectangular {
  getBoundingClientRect(): { bottom: number };
}

export async function handsGates(stage: Stage): Promise<Gate[]> {
  const left: string[] = [];
  for (const place of ['/', '/rounds', '/standings?period=q3', '/people']) {
    const missed = await unreached(stage, place);
    if (missed > 0) left.push(`${place}: ${missed}`);
  }
  return [
    count('places with something that Tab does not reach', left, 'places'),
    count('faults over plain HTTP', await plain(stage), 'faults'),
    atMost('rows missing to 15 on an A4 page', 0, Math.max(0, 15 - (await printedRows(stage))), 'rows', 'count'),
  ];
}
