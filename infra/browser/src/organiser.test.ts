// What an organiser decides beside the year's main way: how far results are published, and what is mended later.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { give } from './form.fixture.ts';
import { ask } from './gates/stage.ts';
import { look } from './look.fixture.ts';
import { seatsAt } from './seats.fixture.ts';

const { faults, seats, sit } = seatsAt('第四季度检查考核');

/** Projects of the branch whose entrant looks. */
const OWN = 4;
/** Place, unit and score of each row, as they are read; rows without a place in any order. */
const rowsOf = async (page: Page, where: string) => {
  const rows = await page
    .locator(`${where} table.standings`)
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const cells = [...(row as unknown as { cells: Iterable<{ textContent: string }> }).cells];
        const score = cells.map(({ textContent }) => textContent.trim()).findLast((text) => /^(—|[\d.]+)/.test(text));
        return [cells[0]!.textContent.trim(), cells[1]!.textContent.trim(), score];
      }),
    );
  return rows.sort((a, b) => (a.join() < b.join() ? -1 : 1));
};

test('an organiser takes results back and publishes them step by step, and sees each time what an entrant sees', async () => {
  const organiser = await sit('yijian.organiser');
  const entrant = await sit('yijian.fg-01', 'phone');
  await organiser.goto('/competitions');
  await organiser.getByRole('link', { name: /七比七赛/ }).click();
  const card = organiser.locator('section', { has: organiser.getByRole('heading', { name: '公布成绩' }) });
  const line = card.getByRole('listitem').filter({ hasText: '第三季度' }).first();
  await entrant.goto('/standings?period=q3');
  await expect.poll(() => entrant.locator('tr.own').count()).toBe(OWN);
  const me = await ask<{ actor: { units: [string] } }>(entrant, 'GET', '/me');
  /** The drawer says what the entrant's own page says. */
  async function bothSee(rows: number) {
    await entrant.reload();
    if (rows === 0) await entrant.getByText('成绩还没有公布').waitFor();
    else await expect.poll(() => entrant.locator('table.standings tbody tr').count()).toBe(rows);
    await line.getByRole('button', { name: /看参赛单位看到的/ }).click();
    await organiser.getByLabel('以哪个单位的身份看').selectOption(me.actor.units[0]);
    if (rows === 0) await organiser.getByText('该单位现在看不到任何成绩和名次').waitFor();
    else {
      await expect.poll(() => rowsOf(organiser, 'dialog')).toEqual(await rowsOf(entrant, 'main'));
      expect(await rowsOf(organiser, 'dialog')).toHaveLength(rows);
    }
    await look(organiser, `seen-${rows}`);
    await organiser.getByRole('button', { name: '关闭', exact: true }).click();
  }
  const count = await entrant.locator('table.standings tbody tr').count();
  await bothSee(count);
  await give(line, '收回公布', { 收回后的公布范围: '未公布', 收回的理由: '复核后再公布' });
  await line.getByText('未公布', { exact: true }).waitFor();
  await bothSee(0);
  await give(line, '公布给参赛单位');
  await line.getByText('各单位可见本单位成绩和名次').waitFor();
  await bothSee(count);
  expect((await rowsOf(entrant, 'main')).filter(([, , score]) => score !== '—')).toHaveLength(OWN);
  await give(line, '冻结显示');
  await line.getByText('（已冻结）').waitFor();
  await give(line, '解除冻结');
  await give(line, '全面公布');
  await line.getByText('已公布', { exact: true }).waitFor();
  await bothSee(count);
  await look(organiser, 'publication');
});

test('a competition is amended: names while it runs, before its launch also its periods', async () => {
  const { page } = seats[0]!;
  const competition = page.url();
  await give(page, '更正竞赛', { 口号: '岗位立功、创效创优、安全第一', 更正的理由: '补充安全要求' });
  await page.getByText(/安全第一/).waitFor();
  await page.goto('/competitions');
  await page.getByRole('link', { name: '公布竞赛' }).click();
  await page.getByLabel('往届竞赛').selectOption({
    label: (await page
      .getByRole('option', { name: /七比七赛/ })
      .first()
      .textContent())!,
  });
  await page.getByLabel('新的年度').fill('2025');
  await page.getByRole('button', { name: '沿用', exact: true }).click();
  await page.getByRole('button', { name: '更正竞赛' }).click();
  const periods = page.getByLabel(/^项目部的周期/);
  await expect.poll(() => periods.inputValue()).toContain('第四季度 2025-10-01 2025-12-31');
  const lines = (await periods.inputValue()).replace('第四季度 2025-10-01 2025-12-31', '冬季 2025-10-01 2025-12-20');
  await look(page, 'amend');
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await give(page, '更正竞赛', { 项目部的周期: lines, 更正的理由: '年底提前考核' });
  await page.getByText(/第三季度、冬季/).waitFor();
  const id = page.url().split('/').at(-1);
  const { tracks } = await ask<{ tracks: { periods: object[] }[] }>(page, 'GET', `/competitions/${id}`);
  const winter = { id: 'q4', label: '冬季', from: '2025-10-01', to: '2025-12-20' };
  expect(tracks[0]!.periods.at(-1)).toEqual(winter);
  await page.goto(competition);
});

test('a status recorded by mistake is struck', async () => {
  const { page } = seats[0]!;
  const row = page.getByRole('listitem').filter({ hasText: 'XM-02' });
  await give(row, '工程状态', { 状态: '停工', 自: '2024-11-05', 原因: '误录' });
  await row.getByText(/停工/).waitFor();
  await give(row, '撤销状态', { 录错的状态: '2024-11-05 停工', 原因: '录错项目' });
  await row.getByText(/在施/).waitFor();
});

test('a competition is copied to the next year', async () => {
  const { page } = seats[0]!;
  await give(page, '沿用到另一年', { 年度: '2026' });
  await page.getByRole('button', { name: '启动竞赛' }).waitFor();
  const copied = await ask<{ year: number; tracks: object[] }>(
    page,
    'GET',
    `/competitions/${page.url().split('/').at(-1)}`,
  );
  expect([copied.year, copied.tracks.length]).toEqual([2026, 2]);
});

test('a unit entered by mistake is retired and restored, and a robot is registered and removed', async () => {
  const { page } = seats[0]!;
  await page.goto('/setup');
  await give(page, '登记单位', { 类别: '分支机构', 编码: 'X-1', 全称: '重复登记的分公司', 简称: '重复' });
  const row = page.getByRole('listitem').filter({ hasText: 'X-1' });
  await give(row, '停用', { 停用理由: '重复登记' });
  await row.getByText('已停用：重复登记').waitFor();
  await look(page, 'setup');
  await give(row, '恢复', { 恢复理由: '登记无误' });
  await row.getByRole('button', { name: '停用' }).waitFor();
  await give(page, '登记群机器人', {
    软件: '钉钉',
    群名称: '劳动竞赛群',
    机器人地址: 'https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef',
    签名密钥: 'SEC0123456789abcdef',
  });
  const robot = page.getByRole('listitem').filter({ hasText: '劳动竞赛群' });
  await give(robot, '停用', { 停用原因: '换群' });
  await page.getByText('还没有群机器人').waitFor();
});

test('no script of the page has failed, and none was refused by its policy', () => {
  expect(faults()).toEqual([]);
});
