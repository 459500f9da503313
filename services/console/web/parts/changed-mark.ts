// Other marks for one criterion, as a form enters them: a value, a level, or events by their codes.
import type { Mark } from '@jiangong/client';
import type { FieldOf, Values } from './form.tsx';

interface Line {
  criterion: string;
  label: string;
  mark?: Mark | undefined;
}
/** A result with its marks, such as an explanation. */
export interface Scored {
  criteria: readonly Line[];
}
const entered = ({ criteria }: Scored) => criteria.filter(({ mark }) => mark !== undefined);

/** A field per mark that was entered, with what stands now. */
export const fieldsOf = (scored: Scored): FieldOf[] =>
  entered(scored).flatMap(({ criterion, label, mark }): FieldOf[] => {
    if (!mark) return [];
    if ('value' in mark) return [{ name: criterion, label: [label, label], kind: 'number', initial: mark.value }];
    if ('level' in mark)
      return [{ name: criterion, label: [`${label}（等级）`, `${label} (level)`], initial: mark.level }];
    if ('events' in mark)
      return [
        {
          name: criterion,
          label: [`${label}（事项 × 次数，每行一条）`, `${label} (event × times, one a line)`],
          kind: 'lines',
          optional: true,
          initial: mark.events.map(({ code, times = 1 }) => `${code} × ${times}`),
        },
      ];
    return [];
  });

/** Only the marks that differ from what stands. */
export function marksOf(scored: Scored, values: Values): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  for (const { criterion, mark } of entered(scored)) {
    const value = values[criterion];
    if (!mark || value === undefined) continue;
    const next: Mark | undefined =
      'value' in mark
        ? { value }
        : 'level' in mark
          ? { level: value }
          : 'events' in mark
            ? { events: (value as string[]).map(eventOf) }
            : undefined;
    if (next && !sameMark(next, mark)) marks[criterion] = next;
  }
  return marks;
}
function eventOf(line: string) {
  const [code = '', times = '1'] = line.split(/\s*[×xX*]\s*/);
  return { code: code.trim(), times: Number(times) };
}
function sameMark(a: Mark, b: Mark): boolean {
  const plain = (mark: Mark) =>
    'events' in mark
      ? mark.events.map(({ code, times = 1 }) => `${code}${times}`).join()
      : JSON.stringify('value' in mark ? mark.value : 'level' in mark ? mark.level : mark);
  return plain(a) === plain(b);
}
