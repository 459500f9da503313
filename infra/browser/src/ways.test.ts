// The main ways through the page in a real browser, one after the other on one year: open a round, fill a sheet on a phone,
// remind and close, see why, log an output and have it accepted.
import { expect, test } from 'vitest';
import { seatOf, sizes } from './browser.fixture.ts';
import { axeFaults } from './gates/looks.ts';
import { seatsAt } from './seats.fixture.ts';

const { browser, faults, seats, sit, year } = seatsAt('第四季度检查考核');

test('an entrant fills in the quarter’s plan on a phone', async () => {
  const page = await sit('yijian.fg-01', 'phone');
  await page.getByRole('link', { name: '本单位' }).click();
  await page
    .getByRole('link', { name: /第四季度/ })
    .first()
    .click();
  await page.getByRole('button', { name: '保存计划' }).waitFor();
  const [milestones, output] = await page.locator('textarea').all();
  await milestones!.fill('主体结构封顶，60，100，2024-11-25\n二次结构，40，100，2024-12-25');
  await output!.fill('5200');
  await page.getByRole('button', { name: '保存计划' }).click();
  await page.getByText('已保存').or(page.getByRole('alert')).waitFor();
  expect(await page.getByRole('alert').allTextContents()).toEqual([]);
  await page.reload();
  await expect.poll(() => page.locator('textarea').first().inputValue()).toContain('主体结构封顶，60，100，2024-11-25');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(sizes.phone.width);
});

test('an organiser opens a round after typing its name, and everybody’s matrix shows it', async () => {
  const page = await sit('yijian.organiser');
  await page.getByRole('link', { name: '检查', exact: true }).click();
  await page.getByRole('link', { name: /第四季度/ }).click();
  await page.getByRole('button', { name: '开启检查' }).click();
  const submit = page.getByRole('dialog').getByRole('button', { name: '开启检查' });
  expect(await submit.isDisabled()).toBe(true);
  await page.getByLabel(/请输入以下名称确认/).fill('第四季度');
  await submit.click();
  await page.getByRole('button', { name: '关闭检查' }).waitFor();
  await expect.poll(() => page.locator('.matrix tbody tr').count()).toBe(15);
  await page.setViewportSize(sizes.phone);
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(sizes.phone.width);
});

test('a checker fills and submits a sheet on a phone, and nothing is wider than the phone', async () => {
  const page = await sit('yijian.safety', 'phone');
  await page.getByRole('link', { name: '评分', exact: true }).click();
  await page.locator('.rows a').first().click();
  await page.locator('.sheet-foot').waitFor();
  for (const item of await page.locator('fieldset.item').all()) await item.locator('button.rate').last().click();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(sizes.phone.width);
  expect(await axeFaults(page)).toEqual([]);
  for (const box of await page.locator('button.rate').all())
    expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已提交').first().waitFor();
  await page.getByRole('button', { name: '下一项目' }).waitFor();
});

test('an organiser sees the sheet come in, reminds the others, and is told in words why the round stays open', async () => {
  const page = await sit('yijian.organiser');
  await page.goto('/rounds?status=open');
  await page.getByRole('link', { name: /第四季度/ }).click();
  await page.locator('.matrix td.good').first().waitFor();
  await page.getByRole('img', { name: /未提交/ }).waitFor();
  await page.getByRole('button', { name: '催办' }).click();
  expect(await page.locator('#reminder').inputValue()).toContain('【催办】');
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await page.getByRole('button', { name: '关闭检查' }).click();
  await page.getByLabel(/请输入以下名称确认/).fill('第四季度');
  await page.getByRole('dialog').getByRole('button', { name: '关闭检查' }).click();
  await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/^[^a-z{}]*$/);
});

test('every score opens why, with what if', async () => {
  const page = await sit('yijian.fg-01', 'phone');
  await page.goto('/standings?period=q3');
  await page
    .getByRole('button', { name: /为什么/ })
    .first()
    .click();
  const why = page.getByRole('dialog');
  await why.getByText('第 1 名').first().waitFor();
  await expect.poll(() => why.locator('tbody tr').count()).toBeGreaterThan(3);
  expect(await why.getByRole('button', { name: '更正成绩' }).count()).toBe(0);
});

test('a table downloads with the cookie alone, and a second tab is signed in', async () => {
  const { page } = seats.at(-1)!;
  const second = await page.context().newPage();
  await second.goto('/standings?period=q3');
  const [download] = await Promise.all([
    second.waitForEvent('download'),
    second.getByRole('link', { name: /下载.*csv/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/第三季度.*\.csv$/);
});

test('a studio leader logs an output on a phone', async () => {
  const page = await sit('chanye.shougang', 'phone');
  await page.getByRole('link', { name: '成果', exact: true }).click();
  await page.getByRole('button', { name: '填报成果' }).click();
  const form = page.getByRole('dialog');
  await expect.poll(() => form.locator('input, select, textarea').count()).toBeGreaterThan(3);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(sizes.phone.width);
});

test('an administrator registers a user, who signs in; a weak password is refused at its field', async () => {
  const page = await sit(year().admin.userName);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('button', { name: '登记用户' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('所属组织').selectOption({ index: 1 });
  await form.getByLabel('用户名').fill('yijian.new');
  await form.getByLabel('初始密码').fill('123456');
  await form.getByLabel('姓名或岗位').fill('<b>新检查员</b>');
  await form.getByLabel('检查员').check();
  await form.getByLabel(/评分部门/).fill('safety');
  await form.getByRole('button', { name: '登记用户' }).click();
  await form.getByRole('alert').waitFor();
  await form.getByLabel('初始密码').fill('chunjiang-huayue-ye-88');
  await form.getByRole('button', { name: '登记用户' }).click();
  await expect.poll(() => form.count()).toBe(0);
  await page.getByText('<b>新检查员</b>').waitFor();
  const seat = await seatOf(browser(), year().url, { userName: 'yijian.new', password: 'chunjiang-huayue-ye-88' });
  await seat.page.getByText('<b>新检查员</b>').waitFor();
});

test('a forgotten password: the administrator gives a code, the user chooses another with it and is signed in', async () => {
  const { page } = seats.at(-1)!;
  const row = page.getByRole('listitem').filter({ hasText: 'yijian.new' });
  await row.getByRole('button', { name: '重设代码' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发放' }).click();
  const code = (await page.locator('output.code').textContent())!;
  expect(code).toMatch(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/);
  const stranger = await browser().newContext({ viewport: sizes.phone, locale: 'zh-CN' });
  const other = await stranger.newPage();
  await other.goto(year().url);
  await other.getByRole('button', { name: '用重设代码设密码' }).click();
  const form = other.getByRole('dialog');
  await form.getByLabel('用户名').fill('yijian.new');
  await form.getByLabel('重设代码').fill(code);
  await form.getByLabel('新密码').fill('shuini-gangjin-mufang-6');
  await form.getByRole('button', { name: '用重设代码设密码' }).click();
  await other.getByText('<b>新检查员</b>').waitFor();
  await stranger.close();
});

test('no script of the page has failed, and none was refused by its policy', () => {
  // Refusals of the interface are what the page shows in words.
  expect(faults()).toEqual([]);
});
