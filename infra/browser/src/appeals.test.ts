// An entrant's view of its own result: an appeal from filing over the department's answer to the decision, and a self score.
import { expect, test } from 'vitest';
import { give } from './form.fixture.ts';
import { ask } from './gates/stage.ts';
import { look } from './look.fixture.ts';
import { seatsAt } from './seats.fixture.ts';

const { faults, seats, sit } = seatsAt('第四季度检查考核');

test('an entrant appeals on a phone, the department answers, the organiser upholds it, and the result is corrected', async () => {
  const organiser = await sit('yijian.organiser');
  const { items } = await ask<{ items: { round: string; period: { id: string } }[] }>(
    organiser,
    'GET',
    '/rounds?status=closed',
  );
  const round = items.find(({ period }) => period.id === 'q3')!.round;
  await ask(organiser, 'POST', `/publications/${round}`, { to: 'hidden', reason: '复核后再公布' });
  await organiser.goto(`/rounds/${round}`);
  await give(organiser, '公布给参赛单位', { '申诉期（工作日）': '7' });
  await organiser.getByText(/申诉期至/).waitFor();
  await look(organiser, 'round');
  const entrant = await sit('yijian.fg-01', 'phone');
  await entrant.getByRole('link', { name: '本单位' }).click();
  await entrant
    .getByRole('link', { name: /第三季度/ })
    .first()
    .click();
  await give(entrant, '提出申诉', {
    申诉事项: '安全生产',
    申诉理由: '该隐患在相邻标段，不属本项目。',
    依据: '检查记录第 3 页',
  });
  await entrant.getByRole('link', { name: /安全生产.*待处理/ }).waitFor();
  await look(entrant, 'own-check');
  await entrant.getByRole('link', { name: /安全生产.*待处理/ }).click();
  await entrant.getByText('检查记录第 3 页').waitFor();
  await look(entrant, 'appeal-filed');
  const checker = await sit('yijian.safety', 'phone');
  await checker.locator('section', { hasText: '答复申诉（安全生产）' }).getByRole('link').click();
  await checker.getByText('检查记录第 3 页').waitFor();
  await checker.goto('/appeals');
  await look(checker, 'appeals');
  await checker.getByRole('link', { name: /安全生产.*待处理/ }).click();
  await give(checker, '答复', { 答复内容: '经核对图纸，该隐患确在相邻标段。' });
  await checker.getByText('经核对图纸，该隐患确在相邻标段。').waitFor();
  await organiser.goto('/appeals');
  await organiser.getByRole('link', { name: /安全生产.*待处理/ }).click();
  await give(organiser, '处理', { 结论: '成立', 认定事实: '隐患不属本项目，予以更正。', 安全生产: '' });
  await organiser.getByText('处理后的成绩').waitFor();
  await look(organiser, 'appeal-decided');
  await entrant.reload();
  await entrant.getByText('隐患不属本项目，予以更正。').waitFor();
  await entrant.getByText('处理后的成绩').waitFor();
});

test('an entrant scores itself on a phone, and who judges sees it next to the sheets', async () => {
  const { page: organiser } = seats[0]!;
  const { items } = await ask<{ items: { round: string; track: string }[] }>(organiser, 'GET', '/rounds?status=made');
  const { round } = items[0]!;
  await ask(organiser, 'POST', `/rounds/${round}/open`);
  const entrant = await sit('yijian.fg-01', 'phone');
  await entrant.goto('/own');
  await entrant
    .getByRole('link', { name: /第四季度/ })
    .first()
    .click();
  const name = (await entrant.getByRole('heading', { level: 1 }).textContent())!;
  await entrant.getByRole('link', { name: '自评与部门评分对照' }).click();
  await entrant.locator('fieldset', { hasText: '安全生产' }).locator('button.rate').first().click();
  await look(entrant, 'self');
  await entrant.getByRole('button', { name: '保存自评' }).click();
  const state = entrant.getByRole('status');
  await expect.poll(() => state.textContent()).toBe('已保存');
  await entrant.reload();
  await expect.poll(() => state.textContent()).toBe('已保存');
  await organiser.goto(`/rounds/${round}`);
  await organiser.getByRole('button', { name }).click();
  await organiser.getByRole('heading', { name: '单位自评' }).waitFor();
  await organiser.getByText('一般隐患 × 1').waitFor();
  await look(organiser, 'self-seen');
});

test('no script of the page has failed, and none was refused by its policy', () => {
  expect(faults()).toEqual([]);
});
