// Every person's state is the publisher's newest in each service that follows it, and empty once the journal says that it was
// erased. A person's name and number stand in no journal and in no event.
import { isDeepStrictEqual } from 'node:util';
import { eventsOf } from './events.ts';
import type { Evidence, Findings, StateEvidence } from './evidence.ts';

const OWNER = 'competitions';
const FOLLOWERS = ['awards', 'contests'];
const PEOPLE = 'people.state.v1';

export function wrongStates(evidence: Evidence): Findings {
  const findings: Findings = [];
  const statesOf = (name: string, topic: string) =>
    new Map(
      [...(evidence.services.find(({ service }) => service === name)?.states ?? [])].filter(([key]) =>
        key.startsWith(topic),
      ),
    );
  const own = statesOf(OWNER, PEOPLE);
  for (const follower of FOLLOWERS) {
    const theirs = statesOf(follower, PEOPLE);
    for (const key of new Set([...own.keys(), ...theirs.keys()]))
      if (!isDeepStrictEqual(own.get(key), theirs.get(key)))
        findings.push(`${follower}: ${key} is ${JSON.stringify(theirs.get(key))}, not ${JSON.stringify(own.get(key))}`);
  }
  const last = new Map<string, { org: string; erased: boolean; sequence: number }>();
  for (const { event } of eventsOf(evidence)) {
    const { type, subject, sequence, org } = event;
    if (!subject.startsWith('person/') || sequence <= (last.get(subject)?.sequence ?? 0)) continue;
    last.set(subject, { org, sequence, erased: type === 'person-erased' });
  }
  for (const [subject, { org, erased, sequence }] of last) {
    const key = `${PEOPLE}/${org}/${subject.slice('person/'.length)}`;
    const state = own.get(key);
    if (!state) findings.push(`${key}: no state`);
    else if ((state.value === undefined) !== erased || (erased && state.revision !== sequence))
      findings.push(`${key}: ${JSON.stringify(state)}, and ${erased ? '' : 'not '}erased at ${sequence}`);
  }
  findings.push(...wrongGrants(evidence, statesOf('awards', 'awards.state.v1')));
  const names = [...own.values()].flatMap(({ value }) => (value ? [value.name, value.externalId] : []));
  const text = JSON.stringify([evidence.services.map(({ commits }) => commits), evidence.log]);
  for (const name of names)
    if (text.includes(`"${name}"`)) findings.push('a name or an employee number is in a journal or event');
  return findings;
}

/** A grant's state is what its last event says. */
function wrongGrants(evidence: Evidence, states: ReadonlyMap<string, StateEvidence>): Findings {
  const last = new Map<string, StateEvidence>();
  for (const { event } of eventsOf(evidence)) {
    const key = `awards.state.v1/${event.org}/${event.subject.slice('grant/'.length)}`;
    if (event.subject.startsWith('grant/') && event.sequence > (last.get(key)?.revision ?? 0))
      last.set(key, { revision: event.sequence, value: event.data as never });
  }
  return [...new Set([...last.keys(), ...states.keys()])].flatMap((key) => {
    const { revision, value } = states.get(key) ?? {};
    const expected = last.get(key);
    return revision === expected?.revision &&
      isDeepStrictEqual(value, JSON.parse(JSON.stringify(expected?.value ?? null)))
      ? []
      : [`${key}: revision ${revision}, not ${expected?.revision}`];
  });
}
