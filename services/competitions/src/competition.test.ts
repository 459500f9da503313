import { checkWritten, type Entrant, isRefusal } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { decide, evolve, initial, type State } from './competition.ts';
import { announcement, body, entrant, meta, projects, quarters } from './sample.ts';

type Given = Parameters<typeof decide>[1];
const decided = (state: State, type: Given['type'], data: object = {}) =>
  decide(state, { ...meta, type, data } as Given);
function given(state: State, type: Given['type'], data: object = {}): State {
  const decision = decided(state, type, data);
  if (isRefusal(decision)) throw new Error(decision.refused);
  for (const event of decision) checkWritten(event);
  return decision.reduce(evolve, state);
}
const refused = (decision: unknown) => (isRefusal(decision) ? decision.refused : undefined);
const announced = () => given(initial, 'announce', announcement);
const listed = (entrants: Entrant[]) =>
  entrants.reduce((state, each) => given(state, 'note-entry', { entrant: each }), announced());
const launch = { bodies: { projects: body } };

test('a track pins a published version and has exactly the periods its scheme names', () => {
  const announce = (track: object) =>
    refused(decided(initial, 'announce', { ...announcement, tracks: [{ ...projects, ...track }] }));
  expect(announce({})).toBeUndefined();
  expect(announce({ body: undefined })).toBe('scheme-unpublished');
  expect(announce({ track: 'runners' })).toBe('competition-track');
  expect(announce({ groups: [{ id: 'civil', label: '土建' }] })).toBe('competition-groups');
  expect(announce({ periods: quarters.slice(1) })).toBe('competition-periods');
  expect(announce({ periods: quarters.toReversed() })).toBe('competition-dates');
  expect(refused(decided(initial, 'announce', { ...announcement, tracks: [projects, projects] }))).toBe(
    'competition-track',
  );
});

test('the launch tells every accepted entry exactly once, sorted, in pages that stay small', () => {
  for (const count of [1, 50, 51, 200, 449, 450]) {
    const entrants = Array.from({ length: count }, (_, n) => entrant(n));
    const events = decided(listed(entrants.toReversed()), 'launch', { ...launch, accepted: entrants });
    if (isRefusal(events)) throw new Error(events.refused);
    for (const event of events) checkWritten(event);
    const entries = events.flatMap((event) => (event.data as { entries: Entrant[] }).entries);
    expect(entries).toEqual(entrants);
    expect(events.at(-1)).toMatchObject({ type: 'competition-launched', data: { pages: events.length - 1 } });
    for (const { data } of events) expect(JSON.stringify(data).length).toBeLessThan(200 * 1024);
  }
});

test('the launch waits until the competition knows what the entries say', () => {
  const [a, b] = [entrant(1), entrant(2)];
  expect(decided(listed([a]), 'launch', { ...launch, accepted: [a, b] })).toMatchObject({
    refused: 'entries-not-known-yet',
    params: { count: 1, names: [b.name] },
  });
  expect(refused(decided(listed([a, b]), 'launch', { ...launch, accepted: [a] }))).toBe('entries-not-known-yet');
  expect(refused(decided(listed([a]), 'launch', { ...launch, accepted: [{ ...a, group: 'x' }] }))).toBe(
    'entries-not-known-yet',
  );
  expect(refused(decided(announced(), 'launch', { ...launch, accepted: [] }))).toBe('no-accepted-entries');
});

test('an entry accepted after the launch is late, and one withdrawn is unlisted', () => {
  const [a, b] = [entrant(1), entrant(2)];
  const running = given(listed([a]), 'launch', { ...launch, accepted: [a] });
  expect(decided(running, 'note-entry', { entrant: b })).toMatchObject([
    { type: 'entry-listed', data: { late: true } },
  ]);
  expect(decided(running, 'note-withdrawal', { entry: a.entry })).toMatchObject([{ type: 'entry-unlisted' }]);
});

test('what reactions ask is never refused, in any state', () => {
  const a = entrant(1);
  const running = given(listed([a]), 'launch', { ...launch, accepted: [a] });
  for (const state of [announced(), running, given(running, 'close'), given(running, 'cancel', { reason: '并入' })]) {
    expect(refused(decided(state, 'note-entry', { entrant: a }))).toBeUndefined();
    expect(refused(decided(state, 'note-group', { entrant: { ...a, group: 'x' } }))).toBeUndefined();
    expect(refused(decided(state, 'note-withdrawal', { entry: a.entry }))).toBeUndefined();
    expect(refused(decided(state, 'end-registration'))).toBeUndefined();
  }
});

test('only a running competition is cancelled, only a launched one closed', () => {
  expect(refused(decided(announced(), 'close'))).toBe('competition-state');
  const cancelled = given(announced(), 'cancel', { reason: '并入' });
  expect(refused(decided(cancelled, 'cancel', { reason: '并入' }))).toBe('competition-state');
  expect(refused(decided(cancelled, 'launch', { ...launch, accepted: [] }))).toBe('competition-state');
  expect(decided(cancelled, 'end-registration')).toEqual([]);
  expect(decided(given(announced(), 'end-registration'), 'end-registration')).toEqual([]);
});
