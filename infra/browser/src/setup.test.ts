// An empty installation is set up on the page alone, from its first administrator to a launched competition, with nothing but
// files of users, units and entries.
import { install } from '@jiangong/demo/fixture';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type Seat, seatOf } from './browser.fixture.ts';
import { give } from './form.fixture.ts';
import { look } from './look.fixture.ts';

let installation: Awaited<ReturnType<typeof install>>;
let browser: Browser;
let page: Page;
const seats: Seat[] = [];
beforeAll(async () => {
  [installation, browser] = await Promise.all([install(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await installation?.running.stop();
});
const password = '山前河后四棵松下一口井';
async function sit(userName: string, its = password) {
  const seat = await seatOf(browser, installation.url, { userName, password: its });
  seats.push(seat);
  return seat.page;
}
const ticked = (at: Page) => at.locator('.steps li.done').count();

/** A csv file through its preview. */
async function load(at: Page, button: string, rows: string[]) {
  await at.getByRole('button', { name: button, exact: true }).click();
  const dialog = at.getByRole('dialog');
  const buffer = Buffer.from(`${rows.join('\n')}\n`);
  await dialog.getByLabel(/csv/).setInputFiles({ name: '导入.csv', mimeType: 'text/csv', buffer });
  await dialog.getByText(`预览：共 ${rows.length - 1} 行`).waitFor();
  expect(await dialog.locator('.faults li').allTextContents()).toEqual([]);
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await dialog.getByText(`已导入 ${rows.length - 1} 行`).waitFor();
  await dialog.getByRole('button', { name: '关闭', exact: true }).click();
}

test('the first administrator registers the organisation and its office, and both steps tick themselves', async () => {
  const admin = await sit(installation.admin.userName, installation.admin.password);
  await admin.goto('/setup');
  await admin.getByText('1. 登记组织').waitFor();
  expect(await ticked(admin)).toBe(0);
  await give(admin, '登记组织', { 编码: 'YJ', 名称: '一建工会' });
  await expect.poll(() => ticked(admin)).toBe(1);
  await give(admin, '登记用户', {
    所属组织: '一建工会',
    用户名: 'yijian.office',
    初始密码: password,
    姓名或岗位: '劳动竞赛办公室',
    组织者: '',
    管理员: '',
  });
  await admin.getByText('yijian.office').waitFor();
  await expect.poll(() => ticked(admin)).toBe(2);
  await look(admin, 'setup-empty');
});

test('the office loads users and units from files', async () => {
  page = await sit('yijian.office');
  await page.goto('/setup');
  await expect.poll(() => ticked(page)).toBe(1);
  await load(page, '导入单位', [
    '编码,名称,简称,类别',
    'FG-01,第一分公司,一分,分支机构',
    'FG-02,第二分公司,二分,分支机构',
  ]);
  await load(page, '导入单位', [
    '编码,名称,简称,类别,上级编码',
    'XM-01,河畔住宅项目部,河畔,项目部,FG-01',
    'XM-02,云杉科创园项目部,云杉,项目部,FG-02',
  ]);
  await load(page, '导入用户', ['用户名,姓名,角色,初始密码', `yijian.finance,财务部,财务,${password}`]);
  await expect.poll(() => ticked(page)).toBe(3);
  // One user more by hand, for a unit by its code.
  await give(page, '登记用户', {
    用户名: 'yijian.fg-01',
    初始密码: password,
    姓名或岗位: '一分联络员',
    参赛单位: '',
    负责单位或工作室: 'FG-01',
  });
  await page.getByText('yijian.fg-01').waitFor();
});

test('a competition goes from a template over its periods on the calendar to its launch, and says what everybody fills in', async () => {
  await page.getByRole('link', { name: '公布竞赛' }).click();
  await page.getByLabel('方案').selectOption({ label: '“七比七赛”劳动竞赛（模板）' });
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('项目部 · 季度检查考核：每个参赛单位每期要填 13 项').waitFor();
  const year = Number(await page.getByLabel('年度').inputValue());
  await page.getByLabel('主题').fill('岗位立功');
  await page.getByLabel('口号').fill('创效创优');
  await page.getByLabel('报名开始').fill(`${year}-01-05`);
  await page.getByLabel('报名截止').fill(`${year}-12-20`);
  expect(await page.getByLabel('第四季度自').inputValue()).toBe(`${year}-10-01`);
  await page.getByRole('img', { name: new RegExp(`项目部 ${year}：第一季度 ${year}-01-01`) }).waitFor();
  await look(page, 'competition-new');
  await page.getByRole('button', { name: '公布竞赛' }).click();
  await load(page, '导入报名', ['单位编码,赛道', 'FG-01,分支机构', 'FG-02,分支机构', 'XM-01,项目部', 'XM-02,项目部']);
  await page.getByText('每个参赛单位每期要填 13 项').waitFor();
  await look(page, 'competition-prepared');
  await give(page, '接受列出的 4 个');
  await page.getByText('已办理 4 项').waitFor();
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await give(page, '启动竞赛');
  await page.getByText('进行中').waitFor();
  await page.goto('/setup');
  await expect.poll(() => ticked(page)).toBe(5);
});

test('the next year repeats it: dates move, and the units of before are entered at once', async () => {
  await page.goto('/competitions/new');
  const year = Number(await page.getByLabel('新的年度').inputValue());
  await page.getByRole('button', { name: '沿用', exact: true }).click();
  await page.getByText('往届的 4 个单位还没有报名').waitFor();
  await look(page, 'competition-again');
  await give(page, '登记往届全部单位');
  await page.getByText('已办理 4 项，未办理 0 项').waitFor();
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await expect.poll(() => page.getByText('待审', { exact: true }).count()).toBeGreaterThanOrEqual(1);
  const id = page.url().split('/').at(-1);
  const answer = await page.context().request.get(`/api/competitions/${id}`);
  const { tracks } = (await answer.json()) as { tracks: { periods: { from: string }[] }[] };
  expect(tracks[0]!.periods[0]!.from).toBe(`${year}-01-01`);
});

test('no script of the page has failed, and none was refused by its policy', () => {
  expect(seats.flatMap(({ faults }) => faults).filter((text) => !text.includes('status of 4'))).toEqual([]);
});
