// Every row is the fold of the journals' events by the service's own view functions; nothing else is stored. Rows are
// compared as JSON, field by field, with their organisation and the sequence applied last; a removed row is compared as removed.
import { isDeepStrictEqual } from 'node:util';
import type { CloudEvent } from '@jiangong/contracts';
import { deadlineRows } from './deadlines.ts';
import { eventsOf } from './events.ts';
import type { Evidence, Findings, Row, ServiceEvidence } from './evidence.ts';
import { type ViewFunctions, viewsOf } from './manifests.ts';

const asJson = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** The rows that a view should have. */
export function foldOf(view: ViewFunctions, events: ReadonlyMap<string, CloudEvent[]>): Map<string, Row> {
  const lines = new Map<string, CloudEvent[]>();
  for (const type of new Set(view.events))
    for (const event of events.get(type) ?? []) {
      const key = view.key(event);
      if (key !== undefined) lines.set(key, [...(lines.get(key) ?? []), event]);
    }
  const rows = new Map<string, Row>();
  for (const [key, line] of lines) {
    line.sort((a, b) => a.sequence - b.sequence);
    let body: unknown;
    try {
      for (const event of line) body = view.apply(body, event);
    } catch (error) {
      // Events that a view cannot be made of: any stored row is wrong.
      body = String(error);
    }
    const { org, sequence } = line.at(-1)!;
    rows.set(key, { key, org, mark: sequence, body: asJson(body) });
  }
  return rows;
}

function wrongRows(
  service: string,
  view: string,
  stored: readonly Row[],
  expected: ReadonlyMap<string, Row>,
): Findings {
  const findings: Findings = [];
  const found = new Map(stored.map((row) => [row.key, row]));
  if (found.size !== stored.length) findings.push(`${service} ${view}: a key twice`);
  for (const [key, row] of expected) {
    const is = found.get(key);
    if (!is) findings.push(`${service} ${view} ${key}: missing`);
    else if (!isDeepStrictEqual({ ...is, body: asJson(is.body) }, row))
      findings.push(
        `${service} ${view} ${key}: ${JSON.stringify(is)}, should be ${JSON.stringify(row)}`.slice(0, 2000),
      );
  }
  for (const key of found.keys())
    if (!expected.has(key)) findings.push(`${service} ${view} ${key}: should not be there`);
  return findings;
}

export function wrongViews(evidence: Evidence): Findings {
  const events = new Map<string, CloudEvent[]>();
  for (const { event } of eventsOf(evidence)) events.set(event.type, [...(events.get(event.type) ?? []), event]);
  return evidence.services.flatMap(({ service, rows }: ServiceEvidence) => {
    const views = [...viewsOf(service), ...deadlineRows(service)];
    const unknown = [...rows.keys()].filter((name) => !views.some((view) => view.name === name));
    return [
      ...unknown.map((name) => `${service}: rows of a view that does not exist: ${name}`),
      ...views.flatMap((view) => wrongRows(service, view.name, rows.get(view.name) ?? [], foldOf(view, events))),
    ];
  });
}
