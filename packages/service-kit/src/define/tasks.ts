// What people have to do, as a service declares it: while a row of a view stands so, somebody in a role has something to do.
import type { Actor, BusinessDate, Filter, NewEvent, Read, Role, Task, View } from '@jiangong/contracts';
import type { AnyView } from './any.ts';

/** Whose tasks are asked for. `read` is bound to their organisation and asks each question once. */
export interface Assigned {
  actor: Actor;
  read: Read;
  businessDate: BusinessDate;
}
type Rows<F> = F | undefined;
type Found = Task | Task[] | undefined;

/** What {@link toDo} declares. */
export interface ToDo {
  view: AnyView;
  roles: readonly Role[];
  everywhere?: true;
  filter(assigned: Assigned): Rows<Record<string, unknown>> | Promise<Rows<Record<string, unknown>>>;
  of(row: never, assigned: Assigned): Found | Promise<Found>;
}

/**
 * Declares that rows of a view give people in these roles something to do. Only rows that match the filter are read, a page at a
 * time: filter by what is still under way, so that a finished year costs nothing.
 * @example
 * ```ts
 * const view = { name: 'rounds', events: [], key: () => undefined, apply: () => undefined };
 * toDo(view, { roles: ['organiser'], filter: () => ({}), of: () => undefined }).roles; // → ['organiser']
 * ```
 */
export function toDo<R extends object, E extends NewEvent>(
  view: View<R, E>,
  options: {
    roles: readonly Role[];
    /** Rows of every organisation are gone through: the filter says which concern this one. */
    everywhere?: true;
    /** The rows that may be theirs; undefined: none. */
    filter(assigned: Assigned): Rows<Filter<R>> | Promise<Rows<Filter<R>>>;
    /** What the row gives them to do, if anything. */
    of(row: R, assigned: Assigned): Found | Promise<Found>;
  },
): ToDo {
  return { view: view as unknown as AnyView, ...options } as unknown as ToDo;
}
