// `node infra/browser/src/pictures.ts <folder>`: a picture of each place for each role, on a phone and in an office.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, seatOf, sizes } from './browser.fixture.ts';
import { yearUntil } from './year.fixture.ts';

const [folder = 'data/pictures', only = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const people = {
  organiser: 'yijian.organiser',
  checker: 'yijian.safety',
  entrant: 'yijian.fg-01',
  committee: 'yijian.committee',
  leader: 'chanye.shougang',
  union: 'chanye.organiser',
};
const year = await yearUntil('第四季度检查考核');
const browser = await openBrowser();
const everyone = { ...people, admin: year.admin.userName };
try {
  for (const [role, userName] of Object.entries(everyone)) {
    if (only && !only.split(',').includes(role)) continue;
    for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
      const { page, faults, close } = await seatOf(browser, year.url, year.credentialsOf(userName), size);
      const links = await page.locator('nav a').evaluateAll((all) => all.map((each) => each.getAttribute('href')!));
      for (const link of links) {
        await page.goto(link);
        await page.waitForLoadState('networkidle').catch(() => {});
        const name = `${role}-${size}-${link.slice(1).replaceAll('/', '-') || 'tasks'}.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true });
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        console.log(name, wide === 0 ? '' : `太宽 / too wide by ${wide}`, faults.splice(0).join(' | '));
      }
      await close();
    }
  }
} finally {
  await browser.close();
  await year.stop();
}
