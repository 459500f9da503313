// Deadlines: the rows they should have, and that what is due was announced.
import type { CloudEvent } from '@jiangong/contracts';
import type { Evidence, Findings } from './evidence.ts';
import { deadlinesOf, type ViewFunctions } from './manifests.ts';

/** A deadline is a row of its stream: the moment, the request sent then, and its own id. */
export function deadlineRows(service: string): ViewFunctions[] {
  return deadlinesOf(service).map(({ name, events, due }) => ({
    name: `deadline ${name}`,
    events,
    key: (event: CloudEvent) => event.subject,
    apply(_: unknown, event: CloudEvent) {
      const set = due(event);
      if (!set) return undefined;
      const at = new Date(set.at).toISOString();
      return { id: `${name}/${event.subject}/${at}`, at, ask: set.request };
    },
  }));
}

/** Deadlines that were due at a moment, and still nothing came of them. */
export function missedDeadlines({ services }: Evidence, at: string): Findings {
  return services.flatMap(({ service, rows, commits }) => {
    const causes = new Set(commits.map(({ cause }) => cause));
    return deadlinesOf(service).flatMap(({ name }) =>
      (rows.get(`deadline ${name}`) ?? []).flatMap(({ body }) => {
        const row = body as { id: string; at: string } | undefined;
        return row && row.at <= at && !causes.has(`deadline/${row.id}`) ? [`${service}: not fired: ${row.id}`] : [];
      }),
    );
  });
}
