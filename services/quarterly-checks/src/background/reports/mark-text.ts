// A mark as people read it: what was entered, by what the scheme calls it.
import type { Mark } from '@jiangong/contracts';

/** By criterion: what its events and levels are called. */
export type CodeNames = Readonly<Record<string, string>>;

export function markText(mark: Mark, names: CodeNames): string {
  if ('na' in mark) return `不予评定：${mark.na}`;
  if ('value' in mark) return String(mark.value);
  if ('level' in mark) return names[mark.level] ?? mark.level;
  if ('plan' in mark) return ratioText(mark);
  if ('parts' in mark) return mark.parts.map((part) => `权重 ${part.weight}：${ratioText(part)}`).join('；');
  if (mark.events.length === 0) return '无';
  return mark.events
    .map(({ code, times = 1, subject }) => `${names[code] ?? code}×${times}${subject ? `：${subject}` : ''}`)
    .join('；');
}
const ratioText = ({ plan, done, accepted }: { plan: number; done: number; accepted?: number | undefined }) =>
  `计划 ${plan}，完成 ${done}${accepted === undefined ? '' : `，验收合格 ${accepted}`}`;
