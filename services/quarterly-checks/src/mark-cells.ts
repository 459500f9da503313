// One mark as the cells of a row: in exactly one of them what was found, by codes or by what the scheme calls them.
import { type Mark, mark, type Refusal, refuse, rowFault } from '@jiangong/contracts';

/** A value with what the scheme calls it. */
export interface Named {
  id: string;
  label: string;
}
/** What may be entered for a criterion. */
export interface Measured extends Named {
  levels: readonly Named[];
  events: readonly Named[];
  /** The most points it gives, where they are bounded. */
  most?: number | undefined;
}
export interface MarkCells {
  value?: number | undefined;
  level?: string | undefined;
  /** `hazard×2：东侧基坑；rework`, or 无 for none. */
  events?: string | undefined;
  /** Why it cannot be assessed. */
  na?: string | undefined;
  evidence: string[];
}

/** More of one event than a quarter has occasions for is a slip of the hand. */
const MOST_TIMES = 1000;

export function markOf(criterion: Measured, { value, level, events, na, evidence }: MarkCells): Mark | Refusal {
  const found = [value, level, events, na].filter((each) => each !== undefined);
  if (found.length !== 1) return misfit(criterion);
  const { most } = criterion;
  if (value !== undefined && most !== undefined && (value < 0 || value > most))
    return rowFault(
      'value',
      `「分值」应在 0 至 ${most} 之间，现为 ${value}`,
      `“points” must be from 0 to ${most}, and is ${value}`,
    );
  const written = events === undefined ? undefined : eventsIn(events, criterion.events);
  if (written && 'refused' in written) return written;
  const grade = level === undefined ? undefined : idOf('level', level, criterion.levels);
  if (typeof grade === 'object') return grade;
  const entered =
    value !== undefined
      ? { value }
      : level !== undefined
        ? { level: grade }
        : na !== undefined
          ? { na }
          : { events: written };
  const read = mark.safeParse({ ...entered, ...(evidence.length > 0 ? { evidence } : {}) });
  return read.success ? read.data : misfit(criterion);
}

const misfit = ({ id, label }: Named): Refusal =>
  refuse('mark-misfit', {
    criterion: label,
    id,
    expected: '分值、等级、事项（如 隐患×2；返工，没有填“无”）、不予评定四栏恰填一栏',
    expectedEn: 'exactly one of points, level, events (such as hazard×2；rework, or 无) and not assessed',
  });

const compared = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const fields = { level: ['等级', 'level'], events: ['事项', 'events'] } as const;
const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Where a criterion takes none of its kind, the check says what it takes. */
function idOf(field: keyof typeof fields, text: string, known: readonly Named[]): string | Refusal {
  const names = (each: Named) => [each.id, each.label].map(compared);
  const found = known.find((each) => names(each).includes(compared(text)));
  if (found || known.length === 0) return found?.id ?? text.trim();
  const [zh, en] = fields[field];
  return rowFault(
    field,
    `「${zh}」中没有「${cut(text.trim())}」；可填：${known.map(({ id, label }) => `${label}（${id}）`).join('、')}`,
    `“${en}” has no “${cut(text.trim())}”; it takes: ${known.map(({ id }) => id).join(', ')}`,
  );
}

interface Event {
  code: string;
  times?: number;
  subject?: string;
}
function eventsIn(cell: string, known: readonly Named[]): Event[] | Refusal {
  if (cell === '无') return [];
  const events: Event[] = [];
  for (const part of cell.split(/[；;\n]/)) {
    if (part.trim() === '') continue;
    const event = eventIn(part.trim(), known);
    if ('refused' in event) return event;
    events.push(event);
  }
  return events;
}

/** `code`, `code×2`, `code×2：what it is about`. */
function eventIn(text: string, known: readonly Named[]): Event | Refusal {
  const colon = text.search(/[:：]/);
  const subject = colon < 0 ? '' : text.slice(colon + 1).trim();
  const event = colon < 0 ? text : text.slice(0, colon);
  // From its end, so that a cell of any length is looked at once.
  const at = Math.max(...['×', '*', '＊', '✕'].map((sign) => event.lastIndexOf(sign)));
  const written =
    at < 0
      ? ''
      : event
          .slice(at + 1)
          .normalize('NFKC')
          .trim();
  const code = idOf('events', at < 0 ? event : event.slice(0, at), known);
  if (typeof code === 'object') return code;
  const about = subject === '' ? {} : { subject };
  if (at < 0) return { code, ...about };
  const times = /^\d{1,7}$/.test(written) ? Number(written) : 0;
  if (times >= 1 && times <= MOST_TIMES) return { code, times, ...about };
  return rowFault(
    'events',
    `「事项」中「${cut(text)}」的次数应为 1 至 ${MOST_TIMES} 的整数；没有发生请填“无”`,
    `“events”: the times of “${cut(text)}” must be a whole number from 1 to ${MOST_TIMES}; enter 无 if there was none`,
  );
}

/** Whether a mark says what one says that is there, whoever entered it. */
export const isSameMark = ({ by: _, at: __, ...before }: Mark, mark: Mark): boolean =>
  JSON.stringify(before) === JSON.stringify(mark);

/** Events of two rows add up; everything else is one mark only if it is the same. */
export function mergedCells<R extends MarkCells>(first: R, second: R): R | undefined {
  const evidence = [...new Set([...first.evidence, ...second.evidence])];
  const { events: one, evidence: _, ...rest } = first;
  const { events: other, evidence: __, ...others } = second;
  if (JSON.stringify(rest) !== JSON.stringify(others)) return undefined;
  if (one === other && (one === undefined || one === '无')) return { ...first, evidence };
  if (one === undefined || other === undefined || one === '无' || other === '无') return undefined;
  return { ...first, events: `${one}；${other}`, evidence };
}
