// Deadlines: rows {at, ask} fed by events. Every copy may fire them; the cause `deadline/<id>` makes it once.
import type { CloudEvent, CommandRequest, JiangongEvent, Recorded } from '@jiangong/contracts';
import { isRefusal } from '@jiangong/contracts';
import type { Handle } from '../command/handle.ts';
import type { AnyView } from '../define/any.ts';
import type { Deadline } from '../define/service.ts';
import { failpoint } from '../failpoint.ts';
import type { Store } from '../store/port.ts';
import { allRows } from '../store/read.ts';

interface DeadlineRow {
  id: string;
  /** UTC, so that text order is time order. */
  at: string;
  /** The request; a stored name. */
  ask: CommandRequest;
}

const viewName = (name: string) => `deadline ${name}`;

export function deadlineViews(deadlines: readonly Deadline[]): AnyView[] {
  return deadlines.map(({ name, events, due }) => ({
    name: viewName(name),
    events,
    key: (event: CloudEvent) => event.subject,
    apply(_: DeadlineRow | undefined, event: CloudEvent): DeadlineRow | undefined {
      const set = due(event as Recorded<JiangongEvent>);
      if (!set) return undefined;
      const at = Temporal.Instant.from(set.at).toString({ smallestUnit: 'millisecond' });
      return { id: `${name}/${event.subject}/${at}`, at, ask: set.request };
    },
    index: ['at'],
  }));
}

/** Fires what is due, also behind rows that stay due because their command was refused. Returns how many commands were given for the first time by this process. */
export function firing(
  deadlines: readonly Deadline[],
  store: Pick<Store, 'rows'>,
  handle: Handle,
  clock: { now(): string; today(): string },
  onRefused: (id: string, refusal: unknown) => void,
  page?: number,
) {
  const fired = new Set<string>();
  return async (): Promise<number> => {
    const before = fired.size;
    const now = Temporal.Instant.from(clock.now()).toString({ smallestUnit: 'millisecond' });
    for (const { name } of deadlines) {
      const due = { view: viewName(name), filter: { at: { upTo: now } } };
      for await (const { body, org } of allRows(store, due, page)) {
        const { id, ask } = body as DeadlineRow;
        if (fired.has(id)) continue;
        const cause = `deadline/${id}`;
        failpoint('before-deadline');
        const result = await handle(ask, {
          cause,
          actor: { sub: 'system:deadline', org, roles: [], departments: [], units: [] },
          now: clock.now(),
          businessDate: clock.today(),
          system: true,
          correlation: cause,
          causation: cause,
        });
        failpoint('after-deadline');
        if (isRefusal(result)) {
          onRefused(id, result);
          if (result.refused === 'busy') continue;
        }
        fired.add(id);
      }
    }
    return fired.size - before;
  };
}
