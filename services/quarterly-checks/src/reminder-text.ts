// 催办: what is missing in a round as a text for the group chat, as people write it: whoever owes most comes first.

import type { missingIn } from './assemble.ts';
import type { Round } from './round.ts';

type Missing = Awaited<ReturnType<typeof missingIn>>['items'];
const names: Record<Missing[number]['what'], string> = {
  plan: '计划',
  progress: '完成情况核验',
  sheet: '评分表',
  result: '成绩',
};

/** Units that a line names; of further ones it says how many. A message to a group is short. */
const NAMED = 30;

export function reminderTextOf({ trackLabel, period }: Round, competitionName: string, missing: Missing): string {
  if (missing.length === 0) return `${competitionName}（${trackLabel} · ${period.label}）应交内容已齐。`;
  const lines = new Map<string, Set<string>>();
  for (const { what, departmentLabel, name } of missing) {
    const who = departmentLabel ? `${departmentLabel}（${names[what]}）` : names[what];
    lines.set(who, (lines.get(who) ?? new Set()).add(name));
  }
  const text = [...lines]
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([who, units]) => {
      const named = [...units].slice(0, NAMED).join('、');
      return `${who}：${named}${units.size > NAMED ? '等' : ''}（${units.size}）`;
    });
  return [`【催办】${competitionName}（${trackLabel} · ${period.label}），请于${period.to}前完成：`, ...text].join(
    '\n',
  );
}
