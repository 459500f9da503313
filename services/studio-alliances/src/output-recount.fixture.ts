// For tests: the world of the model of outputs, and what its events alone say: no rule of the service is used.
import type { CloudEvent } from '@jiangong/contracts';
import type * as duty from './duty.ts';
import type * as output from './output.ts';
import type { OutputRow } from './views.ts';

export type Any = ReturnType<typeof JSON.parse>;
export type Event = CloudEvent & { data: Any };
export interface Line {
  state: output.State;
  row: OutputRow | undefined;
  events: Event[];
}
export interface World {
  lines: Map<string, Line>;
  closed: Map<number, { state: duty.State; counted: number }>;
  refused: Set<string>;
  /** The events of duties. */
  said: Set<string>;
  /** How many events there are of all outputs, which are numbered in one row. */
  events: number;
}
/** What counts in a year, from the events alone: no rule of the service is used. */
export function recount(world: World, year: number): number {
  const counted = new Set<string>();
  for (const { events } of world.lines.values()) {
    const all = (...types: string[]) => events.filter((event) => types.includes(event.type));
    const last = all('output-logged', 'output-amended').at(-1)!.data;
    const won = all('output-logged', 'output-amended', 'output-award-noted').some((event) => event.data.wonElsewhere);
    const stands = all('output-accepted').length > 0 && all('output-withdrawn').length === 0;
    const same = all('output-accepted').some(({ data }) => data.comparisons?.some((each: Any) => each.same));
    if (stands && !won && !same && last.adoptedOn.startsWith(`${year}-`)) counted.add(last.title.trim());
  }
  return counted.size;
}

/** Where an output was accepted while one of its title was, its accepter says whether they are the same. */
export function passedOver(world: World, id: string) {
  const titleOf = (events: Event[]) => events.findLast(({ data }) => data.title)!.data.title.trim();
  const { events } = world.lines.get(id)!;
  const acceptance = events.find(({ type }) => type === 'output-accepted');
  if (!acceptance) return;
  for (const [other, { events: its }] of world.lines) {
    const before = its.filter(({ sequence }) => sequence < acceptance.sequence).map(({ type }) => type);
    const stood = before.includes('output-accepted') && !before.includes('output-withdrawn');
    const said = acceptance.data.comparisons?.some((each: Any) => each.output === other);
    if (stood && titleOf(its) === titleOf(events) && !said) throw new Error('alike and passed over');
  }
}
