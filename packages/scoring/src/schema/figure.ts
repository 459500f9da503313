// A figure is a reference to one number of a result: `score`, `place`, `events`, or a criterion's own, raw, plan, events.
import { z } from 'zod';

export const Figure = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9-]*(\.(raw|plan|events))?$/, 'a figure: score, place, events, <id>, <id>.raw, .plan or .events');

export type Part = 'value' | 'raw' | 'plan' | 'events';

/** Splits `progress.raw` into the criterion's id and the part that is meant. */
export function splitFigure(figure: string): { id: string; part: Part } {
  const dot = figure.indexOf('.');
  if (dot < 0) return { id: figure, part: 'value' };
  const part = figure.slice(dot + 1);
  return { id: figure.slice(0, dot), part: part === 'raw' || part === 'plan' || part === 'events' ? part : 'value' };
}

/** Names that mean the result as a whole and therefore cannot name a criterion. */
export const RESERVED: readonly string[] = ['score', 'place', 'events'];
