// A contest before judges, led through the page alone: announced, entered, drawn, marked on phones, looked at again, closed,
// corrected and published.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sizes } from './browser.fixture.ts';
import { give } from './form.fixture.ts';
import { look } from './look.fixture.ts';
import { seatsAt } from './seats.fixture.ts';

const { faults, sit } = seatsAt('第一季度检查考核');

const JUDGES = ['安全环保部检查员', '质量管理部检查员', '技术中心检查员'];
const TARGET = 48;
let organiser: Page;
let stage: string;

test('an organiser announces a contest by a template and enters whoever takes part', async () => {
  organiser = await sit('yijian.organiser');
  await organiser.goto('/contests');
  await organiser.getByText('还没有专项比赛').waitFor();
  await organiser.getByRole('button', { name: '公布比赛' }).click();
  const form = organiser.getByRole('dialog');
  await form.getByLabel('方案').selectOption({ label: '快递员安全驾驶技能竞赛（模板）' });
  await form.getByRole('button', { name: '下一步' }).click();
  await form.getByLabel('比赛名称').fill('安全驾驶技能竞赛');
  await form.getByLabel('报名开始').fill('2024-01-08');
  await form.getByLabel('报名截止').fill('2024-12-20');
  await form.getByLabel('选手：参赛对象').selectOption({ label: '单位' });
  await form.getByLabel('代表队：参赛对象').selectOption({ label: '单位' });
  await look(organiser, 'contest-announce');
  await form.getByRole('button', { name: '公布比赛' }).click();
  const couriers = organiser.locator('section', { has: organiser.getByRole('heading', { name: '选手' }) });
  for (const code of ['XM-01', 'XM-02']) await give(couriers, '登记参赛者', { 参赛者: new RegExp(code) });
  await expect.poll(() => couriers.getByText('已受理').count()).toBe(2);
  await give(couriers, '登记参赛者', { 参赛者: /XM-03/ });
  const third = couriers.getByRole('listitem').filter({ hasText: 'XM-03' });
  await give(third, '退赛', { 退赛原因: '人员调离' });
  await third.getByText('已退赛').waitFor();
  await look(organiser, 'contest');
});

test('judges are drawn from a pool and locked; each marks on a phone, one after the other, with the total in sight', async () => {
  await organiser
    .getByRole('link', { name: /竞赛 未开始/ })
    .first()
    .click();
  await organiser.waitForURL(/contest-stages/);
  stage = new URL(organiser.url()).pathname;
  await organiser.getByRole('button', { name: '抽签确定评委' }).click();
  for (const name of JUDGES) await organiser.getByRole('dialog').getByLabel(name, { exact: true }).check();
  await organiser.getByRole('dialog').getByLabel('评委席位数').fill('3');
  await look(organiser, 'contest-draw');
  await organiser.getByRole('dialog').getByRole('button', { name: '抽签' }).click();
  await organiser.getByText('第 1 次').waitFor();
  await give(organiser, '锁定，开始打分');
  await give(organiser, '开始登记成绩');
  await organiser.getByText('还有 2 名缺成绩').waitFor();

  for (const [at, user] of ['safety', 'quality', 'technology'].entries()) {
    const judge = await sit(`yijian.${user}`, 'phone');
    await judge.goto(stage);
    await judge.getByRole('link', { name: '去打分' }).click();
    await judge.getByText('还有 2 名未打分，共 2 名').waitFor();
    for (const [value, code] of [
      [88 + at, 'XM-01'],
      [90 - 15 * at, 'XM-02'],
    ] as const) {
      if (code === 'XM-01') await judge.getByRole('button', { name: code }).click();
      await judge.getByRole('heading', { name: code }).waitFor();
      await judge.getByLabel('得分（0 至 100）').fill(String(value));
      await judge.getByText(`合计 ${value}.00`).waitFor();
      if (at === 0 && code === 'XM-01') {
        await look(judge, 'contest-judge');
        await judge.setViewportSize(sizes.phone);
        for (const target of [
          judge.getByLabel('得分（0 至 100）'),
          judge.getByRole('button', { name: '提交，下一位' }),
        ])
          await expect.poll(async () => (await target.boundingBox())!.height).toBeGreaterThanOrEqual(TARGET);
      }
      await judge.getByRole('button', { name: '提交，下一位' }).click();
    }
    await judge.getByText('还有 0 名未打分，共 2 名').waitFor();
    for (const row of await judge.locator('.rate').all())
      expect((await row.boundingBox())!.height).toBeGreaterThanOrEqual(TARGET);
  }
});

test('results are recorded, marks that lie far apart are looked at again, and the stage is closed and published', async () => {
  await organiser.reload();
  const results = organiser.locator('section', { has: organiser.getByRole('heading', { name: '成绩登记' }) });
  for (const [code, theory] of [
    ['XM-01', '90'],
    ['XM-02', '80'],
  ] as const) {
    await results.getByRole('listitem').filter({ hasText: code }).getByRole('button', { name: '登记' }).click();
    const form = organiser.getByRole('dialog');
    await form.getByRole('group', { name: /理论/ }).getByLabel('得分（0 至 100）').fill(theory);
    if (code === 'XM-02') await form.getByRole('button', { name: /碰倒一个 −2/ }).click();
    await form.getByRole('button', { name: '保存成绩' }).click();
    await form.waitFor({ state: 'detached' });
  }
  await results.getByText('已齐备').waitFor();
  const cards = organiser.locator('section', { has: organiser.getByRole('heading', { name: '评委：实操' }) });
  await cards.getByText('分差过大').waitFor();
  await look(organiser, 'contest-stage-open');
  await give(cards, '复核分差', { 复核意见: '录像复核，各评委打分均有依据' });
  await cards.getByText('已复核').waitFor();
  await give(organiser, '关闭并计算成绩');
  // Of three judges the middle one counts: 0.3 × 90 + 0.7 × 89 and 0.3 × 80 + 0.7 × 75 − 2.
  const rows = organiser.locator('table.standings tbody tr');
  await expect
    .poll(() => rows.allTextContents())
    .toEqual(['1', '2'].map((place) => expect.stringMatching(`^${place}`)));
  expect(await rows.nth(0).textContent()).toContain('89.30');
  expect(await rows.nth(1).textContent()).toContain('74.50');
  await results.getByRole('listitem').filter({ hasText: 'XM-02' }).getByRole('button', { name: '更正' }).click();
  const form = organiser.getByRole('dialog');
  await form.getByLabel('更正的理由').fill('锥桶记录复核');
  await form.getByRole('button', { name: /减一次.*碰倒一个/ }).click();
  await form.getByRole('button', { name: '没有此类事项' }).click();
  await form.getByRole('button', { name: '更正成绩' }).click();
  await expect.poll(() => rows.nth(1).textContent()).toContain('76.50');
  await organiser.getByText('历次更正').click();
  await organiser.getByText('锥桶记录复核').waitFor();
  await look(organiser, 'contest-stage-closed');
  await rows.nth(0).getByRole('button').click();
  await organiser.getByRole('dialog').getByText(/89\.3/).first().waitFor();
  await organiser.getByRole('button', { name: '关闭', exact: true }).click();
  await give(organiser, '公布给参赛单位');
  await give(organiser, '全面公布');
  const entrant = await sit('yijian.fg-01', 'phone');
  await entrant.goto(stage);
  await expect.poll(() => entrant.locator('table.standings tbody tr').count()).toBe(2);
});

test('no script of the page has failed, and none was refused by its policy', () => {
  expect(faults()).toEqual([]);
});
