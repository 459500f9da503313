// What is to be done, from the start page to where it is done; and who is reminded of it when.
import { expect, test } from 'vitest';
import { give } from './form.fixture.ts';
import { axeFaults } from './gates/looks.ts';
import { ask } from './gates/stage.ts';
import { seatsAt } from './seats.fixture.ts';

const { faults, sit } = seatsAt('第四季度检查考核');

test('an organiser is led from the start page to the round that is to be opened', async () => {
  const page = await sit('yijian.organiser');
  await page.goto('/');
  const rounds = page.locator('section', { has: page.getByRole('heading', { name: /开启检查/ }) });
  await rounds.getByRole('link').first().click();
  await give(page, '开启检查');
  await page.goto('/');
  await page.getByRole('heading', { name: /催齐并关闭检查/ }).waitFor();
});

test('a checker finds the sheets of its department, and one that is submitted is no longer among them', async () => {
  const page = await sit('yijian.safety', 'phone');
  await page.goto('/');
  const sheets = page.locator('section', { has: page.getByRole('heading', { name: /提交评分表/ }) });
  const count = async () => Number(await sheets.locator('h2 .tag').textContent());
  await sheets.waitFor();
  const before = await count();
  expect(await axeFaults(page)).toEqual([]);
  await sheets.getByRole('link').first().click();
  await page.locator('.sheet-foot').waitFor();
  for (const item of await page.locator('fieldset.item').all()) await item.locator('button.rate').last().click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已提交').first().waitFor();
  await page.goto('/');
  await expect.poll(count).toBe(before - 1);
});

test('an organiser sets an address and quiet hours, and the rules by which is reminded', async () => {
  const page = await sit('yijian.organiser');
  await page.goto('/');
  await give(page, '提醒设置', { 邮箱: 'contest@union.example', 免打扰开始: '20:00', 免打扰结束: '08:30' });
  expect(await ask(page, 'GET', '/me/notifications')).toEqual({
    ...{ email: 'contest@union.example', mail: true, quietFrom: '20:00', quietTo: '08:30' },
  });
  await page.goto('/competitions');
  await page.getByRole('link', { name: /七比七赛/ }).click();
  await give(page, '催办规则', { '提交评分表：到期前': '7、1', '提交评分表：逾期后': '2' });
  const competition = page.url().split('/').at(-1);
  const { rules } = await ask<{ rules: object[] }>(page, 'GET', `/competitions/${competition}/reminders`);
  expect(rules).toEqual([{ task: 'submit-sheet', whom: 'owner', daysBefore: [7, 1], everyDays: 2 }]);
  expect(faults()).toEqual([]);
});
