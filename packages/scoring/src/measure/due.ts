// Whether something must have been entered in the period that is evaluated.
import type { Slot } from '../compile/context.ts';
import type { Sitting } from '../compile/row.ts';

/** Base criteria are due unless they say otherwise; adjustments only when they say so. */
export function compileDue(slot: Slot): (s: Sitting) => boolean {
  const due = slot.criterion.due ?? !slot.adjustment;
  if (typeof due === 'boolean') return () => due;
  return (s) => s.period !== null && due.includes(s.period);
}
