import { expect, test } from 'vitest';
import { reminderTextOf } from './reminder-text.ts';

const round = { trackLabel: '项目部', period: { id: 'q1', label: '第一季度', from: '2024-01-01', to: '2024-03-31' } };
const missing = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ check: `c${n}`, name: `${n + 1}标`, what: 'plan' as const }));
const textOf = (count: number) => reminderTextOf(round as never, '六比六赛', missing(count) as never);

test('a text for the group names thirty units of a line and counts the rest', () => {
  expect(textOf(2)).toBe('【催办】六比六赛（项目部 · 第一季度），请于2024-03-31前完成：\n计划：1标、2标（2）');
  const long = textOf(5000);
  expect(long).toContain('29标、30标等（5000）');
  expect(long.length).toBeLessThan(250);
});
