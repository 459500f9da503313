// Judges' points for a criterion, or for the whole sheet, reduced to one number per node.
import { mulDiv } from '../decimal.ts';
import { type Fine, total } from '../exact.ts';
import { tellJudge, tellPanel } from '../explain/judges.ts';
import { close, open } from '../explain/trace.ts';
import { compileDue } from '../measure/due.ts';
import { failInput, segment } from '../refusal.ts';
import type { Panel } from '../schema/panel.ts';
import type { Slot } from './context.ts';
import { ABSENT, NONE, newRow, PENDING, type Row, SCORED, type Sitting } from './row.ts';

const COLUMNS = ['value', 'max', 'raw', 'plan', 'events', 'faults'] as const;

/**
 * Runs `assess` once per judge with that judge's entries and reduces every slot from the panel's node up to `end`.
 * A judge of the roster without marks is pending; a mark from outside the roster is refused.
 */
export function judged(panel: Panel, slot: Slot, end: number, assess: (s: Sitting) => void): (s: Sitting) => void {
  const { index, criterion } = slot;
  const due = compileDue(slot);
  const needed = Math.max(panel.atLeast, panel.reduce === 'trimmed' ? 2 * panel.drop + 1 : 1);
  return (s) => {
    const marks = s.entrant.judges?.[panel.id] ?? {};
    const roster = rosterOf(s, panel.id, marks);
    const own = s.inputs;
    const sheets: Sheet[] = [];
    let waiting = false;
    const missing = (what: 'mark' | 'judges', of?: string) => {
      waiting = true;
      const owner = criterion.owner === undefined ? {} : { owner: criterion.owner };
      s.missing.push({ entrant: s.entrant.id, item: criterion.id, ...owner, missing: what, ...(of ? { of } : {}) });
    };
    const idle = Object.keys(marks).length === 0 && !due(s);
    if (s.trace) open(s.trace);
    for (const judge of idle ? [] : roster) {
      const mark = marks[judge];
      if (mark === undefined) missing('mark', judge);
      if (s.trace) open(s.trace);
      if (mark !== undefined && mark !== 'recused') {
        s.inputs = mark;
        s.judge = judge;
        assess(s);
        sheets.push(copy(s, index, end));
      }
      if (s.trace) close(s.trace, tellJudge(slot, judge, mark, s.row));
    }
    s.inputs = own;
    s.judge = undefined;
    for (let i = index; i < end; i++) {
      reduceSlot(panel, needed, s.row, sheets, i, i - index);
      if (s.fine) reduceExactly(panel, s.row, s.fine, sheets, i, i - index);
    }
    const given = sheets.filter((r) => r.status[0] !== NONE).length;
    if (!waiting && given < needed && !(idle || (sheets.length > 0 && given === 0))) missing('judges');
    if (waiting) s.row.status[index] = PENDING;
    else if (idle) s.row.status[index] = NONE;
    if (s.trace) close(s.trace, tellPanel(slot, panel, s.row, given));
  };
}

/** Without a roster nothing is locked, and the judges who gave marks are the panel. Sorted, so that order does not matter. */
function rosterOf(s: Sitting, id: string, marks: Record<string, unknown>): string[] {
  const locked = s.rosters[id];
  const given = Object.keys(marks);
  if (!locked) return given.sort();
  for (const judge of given) {
    const at = `/${segment(s.entrant.id)}/judges/${id}/${segment(judge)}`;
    if (!locked.includes(judge)) return failInput('outside-panel', at, `${judge} is not on the panel`);
  }
  return [...new Set(locked)].sort();
}

/** What one judge gave, by slot from the panel's node on. */
type Sheet = Row & { exact?: Pick<Fine, (typeof EXACT)[number]> };
const EXACT = ['value', 'max', 'raw'] as const;

function copy({ row, fine }: Sitting, index: number, end: number): Sheet {
  const sheet: Sheet = newRow(end - index);
  sheet.status.set(row.status.subarray(index, end));
  for (const column of COLUMNS) sheet[column].set(row[column].subarray(index, end));
  if (fine) {
    const cut = <T>(list: T[]) => Array.from({ length: end - index }, (_, i) => list[index + i] as T);
    sheet.exact = { value: cut(fine.value), max: cut(fine.max), raw: cut(fine.raw) };
  }
  return sheet;
}

/** Too few marks to drop from leave a lower node without a number; the panel's own node is then pending. */
function reduceSlot(panel: Panel, needed: number, row: Row, sheets: readonly Row[], i: number, offset: number): void {
  const statuses = sheets.map((r) => r.status[offset]!);
  const scored = sheets.filter((r) => r.status[offset] === SCORED);
  const [first] = statuses;
  if (statuses.includes(PENDING)) row.status[i] = PENDING;
  else if (scored.length >= needed) row.status[i] = SCORED;
  else row.status[i] = first === ABSENT ? ABSENT : NONE;
  const status = row.status[i];
  for (const column of COLUMNS) {
    const marks = scored.map((r) => r[column][offset]!);
    row[column][i] = status === SCORED ? reduceMarks(panel, marks) : 0;
  }
}

function reduceExactly(panel: Panel, row: Row, fine: Fine, sheets: readonly Sheet[], i: number, offset: number): void {
  if (row.status[i] !== SCORED) {
    for (const column of EXACT) fine[column][i] = 0;
    return;
  }
  const scored = sheets.filter((r) => r.status[offset] === SCORED);
  const { reals } = fine;
  for (const column of EXACT) {
    const marks = scored.map((r) => r.exact?.[column][offset] ?? r[column][offset]!);
    if (marks.some((mark) => Number.isNaN(mark))) continue;
    const sorted = marks.toSorted(reals.compare);
    const kept = sorted.slice(...middle(panel, sorted.length));
    if (kept.length > 0) fine[column][i] = reals.timesOver(total(reals, kept), 1, kept.length);
  }
}

/** Counts of 1/10000 in, one out; NaN when there is none, or too few to drop from. */
export function reduceMarks(panel: Panel, marks: readonly number[]): number {
  if (marks.length === 0 || marks.some(Number.isNaN)) return Number.NaN;
  const sorted = [...marks].sort((a, b) => a - b);
  const kept = sorted.slice(...middle(panel, sorted.length));
  if (kept.length === 0) return Number.NaN;
  return mulDiv(
    kept.reduce((sum, m) => sum + m, 0),
    1,
    kept.length,
  );
}

/** From and to of the sorted marks that are averaged. */
function middle(panel: Panel, n: number): [number, number] {
  switch (panel.reduce) {
    case 'mean':
      return [0, n];
    case 'trimmed':
      return [panel.drop, Math.max(panel.drop, n - panel.drop)];
    case 'median':
      return [(n - 1) >> 1, (n >> 1) + 1];
    default: {
      const never: never = panel.reduce;
      return never;
    }
  }
}
