import { type Actor, isRefusal } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, evolve, initial, type State } from './entry.ts';
import { competition, entrant, host, meta, organiser } from './sample.ts';

type Given = Parameters<typeof decide>[1];
const one = entrant(1);
const decided = (state: State, type: Given['type'], data: object = {}, as: Partial<Given> = {}) =>
  decide(state, { ...meta, id: one.entry, type, data, ...as } as Given);
function given(state: State, type: Given['type'], data: object = {}): State {
  const decision = decided(state, type, data);
  if (isRefusal(decision)) throw new Error(decision.refused);
  return decision.reduce(evolve, state);
}
const refused = (decision: unknown) => (isRefusal(decision) ? decision.refused : undefined);
const register = { competition, entrant: one, host };
const registered = () => given(initial, 'register', register);
const accepted = () => given(registered(), 'accept', { host });
const own: Actor = { sub: 'e', org: 'o', roles: ['entrant'], departments: [], units: [one.unit] };

test('entrants are held to the registration window and to their own units; organisers are not', () => {
  const by = (actor: Actor, businessDate: string) =>
    refused(decided(initial, 'register', register, { actor, businessDate }));
  expect(by(own, '2024-01-12')).toBeUndefined();
  expect(by(own, '2024-01-13')).toBe('registration-closed');
  expect(by(own, '2023-12-17')).toBe('registration-closed');
  expect(by({ ...own, units: [] }, '2024-01-05')).toBe('not-yours');
  expect(by(organiser, '2024-06-01')).toBeUndefined();
});

test('an entry exists once; after a rejection or a withdrawal it may be registered again', () => {
  expect(refused(decided(accepted(), 'register', register))).toBe('already-exists');
  const rejected = given(registered(), 'reject', { reason: '材料不全', host });
  expect(given(rejected, 'register', register)).toMatchObject({ state: 'registered' });
  const withdrawn = given(accepted(), 'withdraw', { reason: '移交', host });
  expect(refused(decided(withdrawn, 'accept', { host }))).toBe('entry-state');
  expect(given(withdrawn, 'register', register)).toMatchObject({ state: 'registered' });
});

test('once the competition is over a command says that it has no effect', () => {
  const over = { ...host, state: 'closed' as const };
  expect(refused(decided(initial, 'register', { ...register, host: over }))).toBe('competition-over');
  expect(refused(decided(registered(), 'accept', { host: over }))).toBe('competition-over');
  expect(refused(decided(registered(), 'reject', { reason: '材料不全', host: over }))).toBe('competition-over');
  expect(refused(decided(accepted(), 'withdraw', { reason: '移交', host: over }))).toBe('competition-over');
  expect(refused(decided(registered(), 'regroup', { group: 'civil', host: over }))).toBe('competition-over');
  const suspended = { status: 'suspended', from: '2024-07-01', reason: '停工' };
  const cancelled = { ...host, state: 'cancelled' as const };
  expect(refused(decided(accepted(), 'record-status', { ...suspended, host: cancelled }))).toBe('competition-over');
  expect(refused(decided(accepted(), 'record-status', { ...suspended, host: over }))).toBeUndefined();
});

test('a group is one of the track’s, and there is none where the track has none', () => {
  const grouped = {
    ...host,
    groups: [
      { id: 'civil', label: '土建' },
      { id: 'electrical', label: '机电' },
    ],
  };
  const join = (group: string | undefined, to: object) =>
    refused(decided(initial, 'register', { ...register, entrant: { ...one, group }, host: to }));
  expect(join(undefined, grouped)).toBe('entry-group');
  expect(join('civil', host)).toBe('entry-group');
  expect(join('civil', grouped)).toBeUndefined();
  const moved = decided(registered(), 'regroup', { group: 'civil', host: grouped });
  expect(moved).toMatchObject([{ type: 'entry-regrouped', data: { entrant: { ...one, group: 'civil' } } }]);
});

const status = fc.record({
  status: fc.constantFrom('not-started', 'under-construction', 'suspended', 'completed'),
  from: fc.constantFrom('2024-01-01', '2024-03-01', '2024-05-01', '2024-07-01'),
  reason: fc.constant('通知'),
});
test('whatever is recorded, the statuses stay in date order and a project never becomes unbegun', () => {
  fc.assert(
    fc.property(fc.array(status, { maxLength: 12 }), (attempts) => {
      let entry = accepted();
      for (const attempt of attempts) {
        const decision = decided(entry, 'record-status', { ...attempt, host });
        if (!isRefusal(decision)) entry = decision.reduce(evolve, entry);
      }
      const history = entry!.statuses;
      for (const [n, { status, from }] of history.entries()) {
        const before = history[n - 1];
        if (!before) continue;
        expect(from >= before.from).toBe(true);
        if (from > before.from) expect([before.status, status]).not.toEqual([before.status, 'not-started']);
        if (from > before.from) expect(before.status).not.toBe('completed');
      }
    }),
  );
});

test('a status before the previous one is refused with its date', () => {
  const begun = given(accepted(), 'record-status', { status: 'suspended', from: '2024-07-01', reason: '停工', host });
  expect(
    decided(begun, 'record-status', { status: 'completed', from: '2024-06-30', reason: '竣工', host }),
  ).toMatchObject({
    refused: 'status-out-of-order',
    params: { previous: 'suspended', since: '2024-07-01' },
  });
});
