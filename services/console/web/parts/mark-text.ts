// A mark in a few words.
import type { Mark } from '@jiangong/client';
import type { Label } from '../app/language.ts';

export function markText(mark: Mark, say: (label: Label) => string): string {
  if ('na' in mark) return `${say(['不适用：', 'n/a: '])}${mark.na}`;
  if ('value' in mark) return String(mark.value);
  if ('level' in mark) return mark.level;
  if ('events' in mark)
    return mark.events.length === 0
      ? say(['无事项', 'None'])
      : mark.events.map(({ code, times = 1 }) => `${code} × ${times}`).join('，');
  if ('parts' in mark) return mark.parts.map(({ done, plan }) => `${done} / ${plan}`).join('，');
  return `${mark.done} / ${mark.plan}`;
}
