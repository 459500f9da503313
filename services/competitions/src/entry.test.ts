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

test('a status that was forgotten is inserted in its place, unless it cannot stand between its neighbours', () => {
  const record = (entry: State, status: string, from: string) =>
    given(entry, 'record-status', { status, from, reason: '通知', host });
  const suspended = record(record(accepted(), 'under-construction', '2024-01-01'), 'suspended', '2024-07-01');
  const inserted = record(suspended, 'suspended', '2024-03-01');
  expect(record(inserted, 'under-construction', '2024-05-01')!.statuses.map(({ from }) => from)).toEqual([
    ...['2024-01-01', '2024-03-01', '2024-05-01', '2024-07-01'],
  ]);
  expect(
    decided(suspended, 'record-status', { status: 'completed', from: '2024-06-30', reason: '竣工', host }),
  ).toMatchObject({
    refused: 'status-not-possible',
    params: { previous: 'completed', since: '2024-06-30', status: 'suspended' },
  });
});

test('a status recorded by mistake is struck, and what held before it holds on', () => {
  const record = (entry: State, status: string, from: string) =>
    given(entry, 'record-status', { status, from, reason: '通知', host });
  const wrong = record(record(accepted(), 'under-construction', '2024-01-01'), 'completed', '2024-03-01');
  const strike = { from: '2024-03-01', reason: '日期录错', host };
  const mended = given(wrong, 'strike-status', strike);
  expect(mended!.statuses).toEqual([{ status: 'under-construction', from: '2024-01-01', reason: '通知' }]);
  expect(refused(decided(mended, 'strike-status', strike))).toBe('status-not-recorded');
  expect(record(mended, 'suspended', '2024-06-01')!.statuses).toHaveLength(2);
});

test('each wrong decision on an entry is undone, the latest first, and it stands again as it did before', () => {
  const groups = ['civil', 'electrical'].map((id) => ({ id, label: id }));
  const grouped = { ...host, groups };
  const undo = (state: State) => given(state, 'undo', { reason: '录错', host: grouped });
  const civil = { ...one, group: 'civil' };
  const first = given(initial, 'register', { ...register, entrant: civil, host: grouped });
  expect(refused(decided(first, 'undo', { reason: '录错', host: grouped }))).toBe('entry-not-decided');
  const taken = given(first, 'accept', { host: grouped });
  const recorded = { status: 'under-construction', from: '2024-01-01', reason: '开工', host: grouped };
  const moved = given(given(taken, 'record-status', recorded), 'regroup', { group: 'electrical', host: grouped });
  const left = given(moved, 'withdraw', { reason: '移交', host: grouped });
  expect(decided(left, 'undo', { reason: '录错', host: grouped })).toMatchObject([
    {
      type: 'entry-decision-undone',
      data: { entrant: { group: 'electrical' }, state: 'accepted', undone: 'withdrawn' },
    },
  ]);
  expect(undo(left)).toEqual(moved);
  expect(undo(undo(left))).toMatchObject({ state: 'accepted', entrant: civil });
  expect(undo(undo(undo(left)))).toMatchObject({ state: 'registered', entrant: civil, statuses: [{}] });
  const rejected = given(first, 'reject', { reason: '材料不全', host: grouped });
  expect(undo(rejected)).toEqual(first);
  const over = { ...grouped, state: 'closed' as const };
  expect(refused(decided(left, 'undo', { reason: '录错', host: over }))).toBe('competition-over');
});

test('nobody decides about an entry of their own unit, and nobody but an organiser about any', () => {
  const commands = [
    ['accept', {}],
    ['reject', { reason: '材料不全' }],
    ['regroup', { group: 'civil' }],
    ['undo', { reason: '录错' }],
    ['record-status', { status: 'suspended', from: '2024-03-01', reason: '停工' }],
    ['strike-status', { from: '2024-03-01', reason: '录错' }],
  ] as const;
  for (const [type, data] of commands) {
    const by = (roles: Actor['roles'], units: string[]) =>
      refused(decided(registered(), type, { ...data, host }, { actor: { ...organiser, roles, units } }));
    expect(by(['organiser', 'entrant'], [one.unit])).toBe('own-decision');
    expect(by(['entrant'], [])).toBe('forbidden');
    expect(by(['organiser'], [])).not.toBe('own-decision');
  }
});
