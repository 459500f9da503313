// What offices do once a year, through the page: a list from its tie to its notice, a pairing, a scheme, people; and the wall.
import { expect, test } from 'vitest';
import { sizes } from './browser.fixture.ts';
import { give } from './form.fixture.ts';
import { seatsAt } from './seats.fixture.ts';

const { faults, seats, sit } = seatsAt('评优表彰');

test('a list goes from its tie over the review to its notice, and an objection is filed and answered', async () => {
  const organiser = await sit('yijian.organiser');
  await organiser.goto('/awards');
  const list = organiser.locator('.rows a', { hasText: '优胜项目部' });
  await list.click();
  await organiser.getByRole('heading', { name: '候选对象' }).waitFor();
  const at = organiser.url();
  const committee = await sit('yijian.committee');
  await committee.goto(at);
  await give(committee, '裁定并列', { 裁定理由: '两个项目部成绩相同，并列授予。' });
  await give(organiser, '确定荣誉名称与名额', {
    荣誉编码: 'winner',
    荣誉全称: '优胜项目部',
    荣誉简称: '优胜',
    级别: '企业级',
    奖金: '20000',
  });
  await committee.reload();
  await give(committee, '审定名单');
  await organiser.reload();
  await give(organiser, '发布公示', { 信函受理: '北京市西城区某路 1 号工会办公室' });
  await expect.poll(() => organiser.locator('.steps li.done').count()).toBe(2);
  await give(organiser, '登记异议', {
    针对的对象: (await organiser.locator('tbody th').first().textContent())!,
    渠道: '信函',
    提出者: '个人',
    提出者姓名: '张某',
    收到日期: new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }),
    异议内容: '第二季度进度核验与现场不符。',
  });
  await give(organiser, '答复', { 答复内容: '已调阅核验记录。' });
  await organiser.getByText('已调阅核验记录。').waitFor();
});

test('a pairing shows what each mode would cost, and why two studios are not paired', async () => {
  const page = await sit('chanye.organiser');
  await page.getByRole('link', { name: '配对', exact: true }).click();
  await give(page, '开始配对', { 方式: '最优：总契合度最高' });
  await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
  await page.getByLabel('工作室甲').selectOption({ label: 'GZS-01 文新理创新工作室' });
  await page.getByLabel('工作室乙').selectOption({ label: 'GZS-02 蔡善军创新工作室' });
  await page.getByRole('button', { name: '查看原因' }).click();
  expect(await page.getByRole('status').textContent()).toMatch(/[\u4e00-\u9fff]{4,}/);
});

test('a scheme is drafted from a template, changed, saved and published', async () => {
  const page = await sit('yijian.organiser');
  await page.getByRole('link', { name: '方案', exact: true }).click();
  await page.getByRole('button', { name: '起草方案' }).click();
  await page.getByLabel('以模板为底稿').selectOption({ index: 1 });
  await page.getByRole('dialog').getByRole('button', { name: '起草方案' }).click();
  await page.locator('.tree').first().waitFor();
  const leaf = page.locator('.tree > details').first();
  await leaf.locator('summary').first().click();
  const input = leaf.locator('input').first();
  await input.fill(`${await input.inputValue()} `.trim().concat('（修订）'));
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('button', { name: '发布' }).waitFor();
});

test('personnel registers somebody, and a name that is markup stays text', async () => {
  const page = await sit('yijian.hr');
  await page.getByRole('link', { name: '人员', exact: true }).click();
  const unit = page.getByRole('dialog').locator('select option').nth(1);
  await page.getByRole('button', { name: '登记人员' }).click();
  const label = (await unit.textContent())!;
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await give(page, '登记人员', { 工号: 'A-1001', 姓名: '<img src=x onerror=alert(1)>', 单位: label });
  await page.getByText('<img src=x onerror=alert(1)>').waitFor();
});

test('the palette finds a unit from the keyboard alone, and leads to why its score is what it is', async () => {
  const { page } = seats[0]!;
  await page.goto('/');
  await page.getByRole('button', { name: '退出' }).waitFor();
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: '查找' });
  await palette.getByRole('option', { name: '排名' }).waitFor();
  await palette.getByLabel('页面、任务、单位、竞赛、工作室').fill('万泉寺');
  await palette.getByRole('option', { name: '万泉寺', selected: true }).waitFor();
  // Enter while words are composed chooses a word, not a place.
  const composing = "new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })";
  await page.evaluate(`document.activeElement.dispatchEvent(${composing})`);
  expect(await page.evaluate('location.pathname')).toBe('/');
  await page.keyboard.press('Enter');
  const why = page.getByRole('dialog', { name: '万泉寺' });
  await why.getByRole('img', { name: '各项得分走势' }).waitFor();
  await why.getByRole('button', { name: '表', exact: true }).click();
  await why.getByRole('table', { name: '各项得分走势' }).getByRole('columnheader', { name: '第四季度' }).waitFor();
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });
});

test('places over the year are drawn inside their frame on a phone, and a table says the same', async () => {
  const { page } = seats[0]!;
  await page.setViewportSize(sizes.phone);
  await page.goto('/standings');
  const chart = page.getByRole('figure').filter({ hasText: '名次变化' });
  await chart.getByRole('img').getByText('全年').waitFor();
  const outside = `[...document.querySelectorAll('figure svg *')].filter((part) => {
    const box = part.getBoundingClientRect(), frame = part.closest('svg').getBoundingClientRect();
    return box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
  }).map((part) => part.textContent || part.tagName)`;
  await expect.poll(() => page.evaluate(outside)).toEqual([]);
  await chart.getByRole('button', { name: '表', exact: true }).click();
  await expect.poll(() => chart.getByRole('row').count()).toBe(11);
  await page.setViewportSize(sizes.office);
});

test('the duty of the year and the benefit by kind are drawn with a text that says them', async () => {
  const page = await sit('chanye.organiser');
  await page.goto('/alliances');
  await page.getByRole('img', { name: /年度成果任务：.*联盟 / }).waitFor();
  await page.goto('/outputs?status=accepted');
  await page.getByRole('img', { name: /核定效益.*先进操作法 / }).waitFor();
});

test('the wall shows ten rows at 1920 × 1080, no text below 28 px, and nothing is cut off', async () => {
  const { page } = seats[0]!;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/wall');
  const rows = page.locator('.wall li');
  await expect.poll(() => rows.count()).toBe(10);
  for (const row of await rows.all()) {
    const { y, height } = (await row.boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(1080);
  }
  const size = "parseFloat(getComputedStyle(document.querySelector('.wall li')).fontSize)";
  expect(await page.evaluate(size)).toBeGreaterThanOrEqual(28);
});

test('no script of the page has failed, and none was refused by its policy', () => {
  expect(faults()).toEqual([]);
});
