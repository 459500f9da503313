// Other marks for one criterion, as a form enters them: a value, a level, or events by what they are called.
import type { Mark } from '@jiangong/client';
import type { FieldOf, Values } from './fields.ts';
import { labelOf, type Measure, type Measures } from './marks.ts';

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
export const fieldsOf = (scored: Scored, measures: Measures): FieldOf[] =>
  entered(scored).flatMap(({ criterion, label, mark }): FieldOf[] => {
    if (!mark) return [];
    const measure = measures.get(criterion);
    if ('value' in mark) return [{ name: criterion, label: [label, label], kind: 'number', initial: mark.value }];
    if ('level' in mark)
      return [
        {
          name: criterion,
          label: [`${label}（等级）`, `${label} (level)`],
          kind: 'one',
          options: ratesOf(mark.level, measure).map(({ code, label }) => ({ value: code, label })),
          initial: mark.level,
        },
      ];
    if ('events' in mark)
      return [
        {
          name: criterion,
          label: [`${label}（事项 × 次数，每行一条）`, `${label} (event × times, one a line)`],
          kind: 'lines',
          optional: true,
          initial: mark.events.map(({ code, times = 1 }) => `${labelOf(code, measure)} × ${times}`),
        },
      ];
    return [];
  });

/** Only the marks that differ from what stands. */
export function marksOf(scored: Scored, values: Values, measures: Measures): Record<string, Mark> {
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
            ? { events: (value as string[]).map((line) => eventOf(line, measures.get(criterion))) }
            : undefined;
    if (next && !sameMark(next, mark)) marks[criterion] = next;
  }
  return marks;
}
/** The levels of the scheme, or at least the one that stands. */
const ratesOf = (level: string, measure: Measure | undefined) =>
  measure?.rates.length ? measure.rates : [{ code: level, label: level }];
/** By what it is called, which may hold the signs of times; or by its code. */
function eventOf(line: string, measure: Measure | undefined) {
  const [, name = '', times = '1'] = /^(.*?)(?:\s*[×xX*]\s*(\d+))?$/.exec(line.trim()) ?? [];
  const rate = measure?.rates.find(({ code, label }) => label === name || code === name);
  return { code: rate?.code ?? name, times: Number(times) };
}
function sameMark(a: Mark, b: Mark): boolean {
  const plain = (mark: Mark) =>
    'events' in mark
      ? mark.events.map(({ code, times = 1 }) => `${code}${times}`).join()
      : JSON.stringify('value' in mark ? mark.value : 'level' in mark ? mark.level : mark);
  return plain(a) === plain(b);
}
