// States of projects as they become known; one is recorded from a wrong day, and struck.
import { entryView } from '@jiangong/contracts';
import { type Cast, entryOf } from './cast.ts';
import type { Person } from './person.ts';
import { statuses, struck } from './seed/incidents.ts';
import type { Quarter } from './seed/projects.ts';

const of = (quarter: Quarter) => statuses.filter((each) => each.quarter === quarter);
/** How many commands the states of a quarter take. */
export const statusSteps = (quarter: Quarter) => of(quarter).length + (struck.quarter === quarter ? 2 : 0);

const at = (organiser: Person, code: string) => `/entries/${entryOf(organiser, code)}`;
async function record(organiser: Person, { code, status, from, reason }: (typeof statuses)[number] | typeof struck) {
  const body = { status, from, reason };
  await organiser.post(`demo/${code}/status/${from}`, `${at(organiser, code)}/status`, body);
}

export async function recordStatuses(organiser: Person, quarter: Quarter) {
  if (struck.quarter === quarter) {
    const { code, from, reason } = struck;
    await record(organiser, struck);
    await organiser.post(`demo/${code}/status/${from}/strike`, `${at(organiser, code)}/status/strike`, {
      from,
      reason,
    });
  }
  for (const each of of(quarter)) await record(organiser, each);
}

/** Whose status changed in the year, as it now stands: from when to when each held. */
export async function statusesOf(cast: Cast) {
  const organiser = await cast.company();
  const codes = [...new Set(statuses.map(({ code }) => code))].sort();
  return Promise.all(codes.map((code) => organiser.get(entryView, at(organiser, code))));
}
