// What unions decide between themselves and what goes out: consent, awards won elsewhere, days off, webhooks of HR systems.
import { expect, test } from 'vitest';
import { give } from './form.fixture.ts';
import { ask } from './gates/stage.ts';
import { look } from './look.fixture.ts';
import { seatsAt } from './seats.fixture.ts';

const { faults, seats, sit, year } = seatsAt('第四季度检查考核');

test('a union lists two studios; another invites them; one joins, for the other its union declines', async () => {
  const theirs = await sit('chanye.organiser');
  const codes = ['GZS-91', 'GZS-92'];
  for (const code of codes) {
    const kept = { employer: '北京建工', district: '西城区', level: 'enterprise', trade: '装配施工', capacity: 1 };
    const { id } = await ask<{ id: string }>(theirs, 'POST', '/studios', {
      ...{ code, name: `${code}创新工作室`, leader: '张明', offers: ['吊装工艺'], seeks: [], ...kept },
    });
    await ask(theirs, 'POST', `/studios/${id}/recognise`);
  }
  await theirs.goto('/studios');
  for (const code of codes) {
    const studio = theirs.getByRole('listitem').filter({ hasText: code });
    await give(studio, '公开到名录', { 能提供: 'yes' });
    await studio.getByText('已公开').waitFor();
  }
  await look(theirs, 'studios');
  const page = await sit('yijian.organiser');
  await page.goto('/alliances');
  await give(page, '提出联盟', {
    ...{ 编码: 'LM-90', 全称: '跨工会装配式建造联盟', 简称: '装配联盟' },
    ...Object.fromEntries(codes.map((code) => [code, 'yes'])),
  });
  const sent = page.getByRole('listitem').filter({ hasText: '装配联盟' });
  // The invitations follow from the proposal.
  await expect
    .poll(async () => (await ask<{ items: object[] }>(page, 'GET', '/invitations?direction=sent')).items.length)
    .toBe(2);
  await page.reload();
  await expect.poll(() => sent.count()).toBe(2);
  await look(page, 'sent');
  await theirs.goto('/alliances');
  const [first, second] = codes.map((code) =>
    theirs.getByRole('listitem').filter({ hasText: code }).filter({ hasText: '装配联盟' }),
  );
  await look(theirs, 'received');
  await give(first!, '同意加入');
  await first!.getByText('已同意').waitFor();
  await give(second!, '谢绝', { 谢绝的理由: '今年任务已满' });
  await second!.getByText('已谢绝').waitFor();
  await theirs.goto('/studios');
  const listed = theirs.getByRole('listitem').filter({ hasText: codes[1]! });
  await give(listed, '撤出名录');
  await listed.getByText('已公开').waitFor({ state: 'detached' });
});

test('an award that an output won elsewhere is noted, and it no longer counts', async () => {
  const { page } = seats[0]!;
  await page.goto('/outputs?status=accepted');
  await page.locator('.rows a').first().click();
  await give(page, '登记在别处获奖', { 奖项名称: '北京市职工技术创新成果二等奖' });
  await page.getByText('不计入：在别处获奖（北京市职工技术创新成果二等奖）').waitFor();
  await look(page, 'output');
});

test('an organiser rules outputs from a template, notes where one was taken up, and closes the year of all alliances', async () => {
  const { page } = seats[0]!;
  await page.goto('/outputs?status=accepted');
  await page.locator('.rows a').last().click();
  await give(page, '登记在别处采用', { 采用单位: '北京城建', 采用日期: '2024-11-01', '当地效益（元）': '50000' });
  await page.getByText('北京城建 · 2024-11-01 · 5 万元').waitFor();
  await page.goto('/output-rules');
  await look(page, 'rule-templates');
  await give(page, '由此起草');
  await page.getByText('有未发布的草稿').waitFor();
  await give(page, '修改', { '类别（每行一种）': '小发明 | 12 | 应用证明\n专利 | 20 | 证书 | 须核定效益' });
  await page.getByText('专利：20 分').waitFor();
  await give(page, '发布');
  await page.getByText('第 1 版生效').waitFor();
  await look(page, 'rules');
  await page.goto('/alliances?year=2025');
  await give(page, '全部联盟年度结账');
  await page.getByText('各联盟明细').click();
  await page.getByText('已结账').first().waitFor();
  await look(page, 'duty-board');
});

test('suggestions come in by a link that is shown once; one is taken up, tried and declined with a reason; a need is met', async () => {
  const { page } = seats[0]!;
  await page.goto('/alliances');
  await give(page, '生成建议链接', { '名称（张贴在哪里）': '三号楼工地' });
  const link = page.getByRole('dialog');
  await link.getByRole('img', { name: '二维码' }).waitFor();
  await look(page, 'suggestion-link');
  const address = (await link.locator('output').textContent())!;
  expect(address.startsWith(new URL(page.url()).origin)).toBe(true);
  const title = '快换定位销';
  await ask(page, 'POST', address.slice(address.indexOf('/public/')), {
    ...{ title, text: '换模对位费时，可加定位销', proposer: '演示职工', contact: '内线 8001' },
  });
  await expect
    .poll(async () => (await ask<{ items: object[] }>(page, 'GET', '/suggestions?status=proposed')).items.length)
    .toBe(1);
  await page.reload();
  const suggestion = page.getByRole('listitem').filter({ hasText: title });
  await give(suggestion, '接办', { 工作室: /工作室/ });
  await suggestion.getByText('已接办').waitFor();
  await suggestion.getByText(`查看全文：${title}`).click();
  await suggestion.getByText('演示职工 · 内线 8001').waitFor();
  await give(suggestion, '登记试用', { 试用情况: '2号压机试用两周' });
  await suggestion.getByText('试用中').waitFor();
  await give(suggestion, '不采纳', { '不采纳的理由（建议人可见）': '压机年内报废' });
  await suggestion.getByText('未采纳').waitFor();
  await give(page, '发布需求', { 寻求帮助的工作室: /工作室/, 需求单位: '京能热电', 难题: '汽轮机振动诊断' });
  const need = page.getByRole('listitem').filter({ hasText: '汽轮机振动诊断' });
  await give(need, '已解决', { 解决情况: '振动降至允许值以内' });
  await need.getByText('振动降至允许值以内').waitFor();
  await give(page, '任务日程', { 年末后多少天自动结账: '30' });
  // Its second saving says what it replaces.
  await give(page, '任务日程', { 年末后多少天自动结账: '45' });
  await expect
    .poll(async () => (await ask<{ closeAfterDays?: number }>(page, 'GET', '/duty-calendar')).closeAfterDays)
    .toBe(45);
  await look(page, 'suggestions');
});

test('an operator loads the days off of a year, from lines of days and of spans', async () => {
  const page = await sit(year().admin.userName);
  await page.goto('/setup');
  const card = page.locator('section', { has: page.getByRole('heading', { name: '放假调休安排' }) });
  const next = String(new Date().getFullYear() + 1);
  await card.getByLabel('年度').selectOption(next);
  await card.getByText('这一年的安排尚未收录').waitFor();
  await give(card, '收录安排', {
    放假日: `${next}-01-01\n${next}-05-01\n${next}-10-01 – ${next}-10-07`,
    通知标题: `国务院办公厅关于${next}年部分节假日安排的通知`,
    文号: '国办发明电〔2026〕1号',
    发布日期: new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }),
  });
  await card.getByText(`${next}-01-01；${next}-05-01；${next}-10-01 – ${next}-10-07`).waitFor();
  // Whichever day of these is a Sunday.
  const sunday = [10, 11, 12, 13, 14, 15, 16]
    .map((day) => `${next}-10-${day}`)
    .find((day) => new Date(day).getUTCDay() === 0)!;
  await give(card, '更新安排', { 调休上班日: sunday });
  await card.getByText(sunday, { exact: true }).waitFor();
  await look(page, 'setup');
});

test('personnel registers a webhook, tests it, sees its secret once, pauses, rotates, repeats and removes it', async () => {
  const page = await sit('yijian.hr');
  await page.getByRole('link', { name: '对接', exact: true }).click();
  await give(page, '登记回调', { 系统名称: '集团人力资源系统', 接收地址: 'https://hr.example/hook' });
  const card = page.locator('section', { has: page.getByRole('heading', { name: '集团人力资源系统' }) });
  const close = page.getByRole('button', { name: '关闭', exact: true });
  await card.getByRole('button', { name: '测试' }).click();
  await page.getByRole('dialog').getByText('未送达').waitFor();
  await close.click();
  await card.getByRole('button', { name: '显示密钥' }).click();
  await page.getByText('whsec_').waitFor();
  await look(page, 'secret');
  await close.click();
  await card.getByRole('button', { name: '显示密钥' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await close.click();
  await give(card, '停用', { 停用的理由: '系统升级' });
  await give(card, '启用');
  await give(card, '修改', { 接收地址: 'https://hr.example/v2/hook' });
  await card.getByText('https://hr.example/v2/hook').waitFor();
  await give(card, '更换密钥');
  await give(card, '重新发送', { '自（含）': '2024-01-01' });
  await card.getByRole('button', { name: '送达记录' }).click();
  await page
    .getByRole('dialog')
    .getByText(/待发送 \d+ 条/)
    .waitFor();
  await close.click();
  const text = '荣誉标识,版次,状态\n3f2b8c1e-7a4d-4c0b-9e55-0d5a6b7c8d9e,1,已授予\n';
  const file = { name: 'hr.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel(/人力资源系统导出的文件/).setInputFiles(file);
  await page.getByText('共 1 条，一致 0 条，本系统没有 1 条').waitFor();
  await look(page, 'webhooks');
  await give(card, '删除');
  await card.getByText('已删除').waitFor();
});

test('an administrator registers a machine, sees its secret once, rotates it and ends it', async () => {
  const page = await sit(year().admin.userName);
  await page.goto('/webhooks');
  const card = page.locator('section', { has: page.getByRole('heading', { name: '接入系统' }) });
  const secret = page.getByRole('dialog').locator('dd').last();
  const close = page.getByRole('button', { name: '关闭', exact: true });
  await give(card, '登记接入系统', { 系统名称: '薪酬系统' });
  const first = await secret.textContent();
  await look(page, 'machine-secret');
  await close.click();
  await give(card, '更换密钥', { '旧密钥继续有效（小时）': '0' });
  const second = await secret.textContent();
  expect(second).not.toBe(first);
  await close.click();
  await card.getByText('尚未使用').waitFor();
  await look(page, 'machines');
  await give(card, '停用', { 停用的理由: '系统下线' });
  await card.getByText('已停用').waitFor();
  expect(await card.textContent()).not.toContain(second);
});

test('no script of the page has failed, and none was refused by its policy', () => {
  expect(faults()).toEqual([]);
});
