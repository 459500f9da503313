import { checkWritten, isRefusal } from '@jiangong/contracts';
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

test('a launch carries the schemes’ text and how many take part, however many they are', () => {
  const events = decided(announced(), 'launch', { ...launch, accepted: 100_000 });
  if (isRefusal(events)) throw new Error(events.refused);
  expect(events).toMatchObject([{ type: 'competition-launched', data: { accepted: 100_000, tracks: [{ body }] } }]);
  for (const event of events) checkWritten(event);
  expect(refused(decided(announced(), 'launch', { ...launch, accepted: 0 }))).toBe('no-accepted-entries');
  expect(refused(decided(announced(), 'launch', { bodies: {}, accepted: 1 }))).toBe('scheme-unpublished');
});

test('what a competition of 0.1.0 listed itself is passed over', () => {
  const [a, b] = [entrant(1), entrant(2)];
  const { competition } = announced()!;
  const old: Parameters<typeof evolve>[1][] = [
    { type: 'entry-listed', data: { competition, entrant: a, late: false } },
    { type: 'entry-unlisted', data: { competition, entry: a.entry, track: 'projects' } },
    { type: 'entries-paged', data: { competition, page: 1, entries: [b] } },
  ];
  expect(old.reduce<State>(evolve, announced())).toEqual(announced());
});

test('only a running competition is cancelled, only a launched one closed', () => {
  expect(refused(decided(announced(), 'close'))).toBe('competition-state');
  const cancelled = given(announced(), 'cancel', { reason: '并入' });
  expect(refused(decided(cancelled, 'cancel', { reason: '并入' }))).toBe('competition-state');
  expect(refused(decided(cancelled, 'launch', { ...launch, accepted: 1 }))).toBe('competition-state');
  expect(decided(cancelled, 'end-registration')).toEqual([]);
  expect(decided(given(announced(), 'end-registration'), 'end-registration')).toEqual([]);
});
