import { type Given as Commands, spec } from '@jiangong/service-kit/testing/spec';
import { expect, test } from 'vitest';
import * as alliance from './alliance.ts';

const actor = { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
const meta = { id: 'a', businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor };
const member = (studio: string, leading = false) => ({ studio, code: studio, name: studio, employer: studio, leading });
const head = { code: 'LM-1', name: '联盟', shortName: '盟', members: [member('s1', true), member('s2')] };
const full = { reason: 'full' as const, holders: [{ alliance: 'b', code: 'LM-2', name: '乙' }] };
const approval = { form: 'linked' as const, reason: '链', agreement: '一', since: '2023-06-15' };

type Given = Commands<Parameters<typeof alliance.decide>[1]>;
const after = (...given: Given[]) => spec(alliance, meta).when(...given);
const proposed: Given[] = [['propose', head]];
const reserved: Given[] = [
  ...proposed,
  ['note-reservation', { studio: 's1', request: 1 }],
  ['note-reservation', { studio: 's2', request: 1 }],
];
const approved: Given[] = [...reserved, ['approve', approval]];
const refusedBy = (...given: Given[]) => (after(...given).outcome as { refused?: string }).refused;
const placeOf = (state: alliance.State, studio: string) => state?.members.find((m) => m.studio === studio)?.place;

test('approval waits for every place, and names the missing ones and their holders', () => {
  const { outcome } = after(
    ...proposed,
    ['note-refusal', { studio: 's2', request: 1, ...full }],
    ['approve', approval],
  );
  expect(outcome).toEqual({ refused: 'places-missing', params: { waiting: ['s1'], refused: ['s2（LM-2）'] } });
  expect(after(...approved).outcome).toMatchObject([
    { type: 'alliance-approved', data: { since: '2023-06-15', duty: { minimum: 1, aim: 2 }, members: head.members } },
  ]);
});

test('an answer to an older request does not count for a newer one', () => {
  const again: Given[] = [...proposed, ['leave', { studio: 's2', reason: '退' }], ['join', { member: member('s2') }]];
  const late = after(...again, ['note-reservation', { studio: 's2', request: 1 }]);
  expect(placeOf(late.state, 's2')).toBe('waiting');
  const right = after(...again, ['note-refusal', { studio: 's2', request: 2, ...full }]);
  expect(placeOf(right.state, 's2')).toBe('refused');
});

test('an answer delivered twice is noted once', () => {
  expect(after(...reserved, ['note-reservation', { studio: 's2', request: 1 }]).outcome).toEqual([]);
  expect(after(...reserved, ['note-refusal', { studio: 's2', request: 1, ...full }]).outcome).toEqual([]);
});

test('a studio that joins an approved alliance is a member once its place is confirmed', () => {
  const joining: Given[] = [...approved, ['join', { member: member('s3'), from: '2024-02-01' }]];
  expect(placeOf(after(...joining).state, 's3')).toBe('waiting');
  expect(after(...joining, ['note-reservation', { studio: 's3', request: 2 }]).outcome).toEqual([
    { type: 'member-joined', data: { alliance: 'a', member: member('s3'), from: '2024-02-01' } },
  ]);
});

test('an approved alliance keeps two members and a leader with a place', () => {
  expect(refusedBy(...approved, ['leave', { studio: 's2', reason: '退' }])).toBe('too-few-members');
  const three: Given[] = [
    ...approved,
    ['join', { member: member('s3') }],
    ['note-reservation', { studio: 's3', request: 2 }],
  ];
  expect(refusedBy(...three, ['leave', { studio: 's1', reason: '退' }])).toBe('successor-needed');
  expect(refusedBy(...three, ['leave', { studio: 's1', reason: '退', successor: 's9' }])).toBe('successor-needed');
  expect(refusedBy(...three, ['leave', { studio: 's9', reason: '退' }])).toBe('not-a-member');
  expect(refusedBy(...three, ['leave', { studio: 's2', reason: '退', to: '2023-01-01' }])).toBe(
    'outside-alliance-time',
  );
  const { state } = after(...three, ['leave', { studio: 's1', reason: '退', successor: 's3' }]);
  expect(state?.members.filter((m) => m.leading).map((m) => m.studio)).toEqual(['s3']);
});

test('the end of a year is announced once, in order, and not after the dissolution', () => {
  const ended = [...approved, ['announce', { year: 2023 }] as Given];
  expect(after(...ended).outcome).toEqual([{ type: 'duty-year-ended', data: { alliance: 'a', year: 2023 } }]);
  expect(after(...ended, ['announce', { year: 2023 }]).outcome).toEqual([]);
  expect(after(...approved, ['dissolve', { reason: '期满' }], ['announce', { year: 2024 }]).outcome).toEqual([]);
});

test('the newest revision of a grant decides on its plaque', () => {
  const plaque = (revision: number): Given => [
    'set-plaque',
    { grant: 'g', revision, honour: '首批联盟', documentNumber: '12', date: '2023-06-15' },
  ];
  const revoked: Given[] = [...approved, plaque(1), ['remove-plaque', { grant: 'g', revision: 2 }]];
  expect(after(...revoked).state?.plaques).toEqual({ g: { revision: 2, on: false } });
  expect(after(...revoked, plaque(1)).outcome).toEqual([]);
  expect(after(plaque(1)).outcome).toEqual([]);
});

test('nobody founds, joins or leaves in the future, nor outside the lives of the alliance and its members', () => {
  expect(refusedBy(['propose', { ...head, since: '2024-03-02' }])).toBe('future-since');
  expect(refusedBy(...reserved, ['approve', { ...approval, since: '2024-03-02' }])).toBe('future-since');
  const joining = (from: string): Given => ['join', { member: member('s3'), from }];
  expect(refusedBy(...approved, joining('2023-06-14'))).toBe('outside-alliance-time');
  expect(refusedBy(...approved, joining('2024-03-02'))).toBe('future-date');
  const joined: Given[] = [...approved, joining('2023-09-01'), ['note-reservation', { studio: 's3', request: 2 }]];
  const leaving = (to: string): Given => ['leave', { studio: 's3', reason: '退', to }];
  expect(refusedBy(...joined, leaving('2023-08-31'))).toBe('outside-alliance-time');
  expect(refusedBy(...joined, leaving('2024-03-02'))).toBe('future-date');
  expect(refusedBy(...joined, ['dissolve', { reason: '期满', to: '2023-08-31' }])).toBe('outside-alliance-time');
  const left: Given[] = [...joined, leaving('2023-12-31')];
  expect(refusedBy(...left, joining('2023-12-31'))).toBe('outside-alliance-time');
  expect(after(...left, joining('2024-01-01')).outcome).toMatchObject([{ type: 'member-requested' }]);
  expect(refusedBy(...left, ['dissolve', { reason: '期满', to: '2023-12-30' }])).toBe('outside-alliance-time');
  expect(refusedBy(...left, ['dissolve', { reason: '期满', to: '2024-03-02' }])).toBe('future-date');
});

test('name, form and agreement are amended with a reason, and only what is other is recorded', () => {
  const amend = (data: object): Given => ['amend', { reason: '更正', ...data }] as Given;
  expect(after(...approved, amend({ name: '联盟', form: 'same-type' })).outcome).toEqual([
    { type: 'alliance-amended', data: { alliance: 'a', form: 'same-type', reason: '更正', on: '2024-03-01' } },
  ]);
  expect(after(...approved, amend({ form: 'linked', agreement: '一' })).outcome).toEqual([]);
  expect(after(...approved, amend({ form: 'same-type' }), amend({ form: 'same-type' })).outcome).toEqual([]);
  expect(after(...proposed, amend({ name: '新名' })).outcome).toMatchObject([{ data: { name: '新名' } }]);
  expect(refusedBy(...proposed, amend({ form: 'linked' }))).toBe('alliance-state');
  expect(refusedBy(...approved, ['dissolve', { reason: '期满' }], amend({ name: '新名' }))).toBe('alliance-state');
});

test('dissolving proposes that the plaques which hang come off; nothing comes off by itself', () => {
  const hung: Given[] = [
    ...approved,
    ['set-plaque', { grant: 'g', revision: 1, honour: '首批联盟', documentNumber: '12', date: '2023-06-15' }],
    ['set-plaque', { grant: 'h', revision: 1, honour: '示范联盟', documentNumber: '13', date: '2023-06-15' }],
    ['remove-plaque', { grant: 'h', revision: 2 }],
  ];
  const { outcome, state } = after(...hung, ['dissolve', { reason: '期满' }]);
  const proposal = { of: 'alliance', id: 'a', name: '联盟', grants: ['g'], reason: '期满', on: '2024-03-01' };
  expect(outcome).toMatchObject([{ type: 'alliance-dissolved' }, { type: 'plaque-removal-proposed', data: proposal }]);
  expect(state?.plaques.g).toEqual({ revision: 1, on: true });
  expect(after(...approved, ['dissolve', { reason: '期满' }]).outcome).toHaveLength(1);
});

test('declared beforehand, the alliance is approved with the last place, not before', () => {
  const early: Given = ['propose', { ...head, since: '2023-06-15', approval: { form: 'linked', reason: '链' } }];
  const first: Given[] = [early, ['note-reservation', { studio: 's1', request: 1 }]];
  expect(after(...first).outcome).toMatchObject([{ type: 'reservation-noted' }]);
  expect(after(...first, ['note-reservation', { studio: 's2', request: 1 }]).outcome).toMatchObject([
    { type: 'reservation-noted' },
    { type: 'alliance-approved', data: { form: 'linked', since: '2023-06-15', duty: { minimum: 1, aim: 2 } } },
  ]);
});
