// A mark in a few words, with what its codes are called.
import type { Mark } from '@jiangong/client';
import type { Label } from '../app/language.ts';
import { labelOf, type Measure } from './marks.ts';

export function markText(mark: Mark, say: (label: Label) => string, measure: Measure | undefined): string {
  if ('na' in mark) return `${say(['不适用：', 'n/a: '])}${mark.na}`;
  if ('value' in mark) return String(mark.value);
  if ('level' in mark) return labelOf(mark.level, measure);
  if ('events' in mark)
    return mark.events.length === 0
      ? say(['无事项', 'None'])
      : mark.events.map(({ code, times = 1 }) => `${labelOf(code, measure)} × ${times}`).join('，');
  if ('parts' in mark) return mark.parts.map(({ done, plan }) => `${done} / ${plan}`).join('，');
  return `${mark.done} / ${mark.plan}`;
}
