// Studios and alliances talk by events alone, in whatever order these arrive: nobody gets a place beyond the capacity,
// and when all is delivered, both sides agree on who has one.
import {
  type CloudEvent,
  type CommandRequest,
  isRefusal,
  type JiangongEvent,
  type NewEvent,
  type Read,
  type Recorded,
  type View,
} from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as alliance from './alliance.ts';
import * as invitation from './invitation.ts';
import { reactions } from './reactions.ts';
import * as studio from './studio.ts';
import { alliances, studios } from './views.ts';

const actor = { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
const meta = { businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor };
// biome-ignore lint/suspicious/noExplicitAny: the nouns stand in one table
const nouns: Record<string, any> = { studio, alliance, invitation };

/** These reactions read nothing. */
const noRead = {} as Read;

const capacities = [0, 1, 1, 2];
const studioIds = capacities.map((_, n) => `s${n}`);
const allianceIds = ['a0', 'a1', 'a2'];
const member = (id: string) => ({ studio: id, code: id, name: id, employer: id });

const step = fc.oneof(
  fc.record({
    type: fc.constant('propose'),
    id: fc.constantFrom(...allianceIds),
    studios: fc.uniqueArray(fc.constantFrom(...studioIds), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constantFrom('join', 'leave'),
    id: fc.constantFrom(...allianceIds),
    studios: fc.tuple(fc.constantFrom(...studioIds), fc.constantFrom(...studioIds)),
  }),
  fc.record({ type: fc.constantFrom('approve', 'dissolve'), id: fc.constantFrom(...allianceIds) }),
  // Hands on the next event of one stream, whichever it is.
  fc.record({ type: fc.constant('deliver'), which: fc.nat(50) }),
  fc.record({ type: fc.constant('deliver'), which: fc.nat(50) }),
);
type Step = { type: string; id?: string; studios?: string[]; which?: number };

function dataOf({ type, id, studios: [one, other] = [], studios: all = [] }: Step): unknown {
  if (type === 'propose')
    return { code: id, name: id, shortName: id, members: all.map((s, at) => ({ ...member(s), leading: at === 0 })) };
  if (type === 'join') return { member: member(one!) };
  if (type === 'leave') return { studio: one, reason: '退出', successor: other };
  return type === 'approve' ? { form: 'linked', reason: '链', agreement: '一' } : { reason: '期满' };
}

function world() {
  const published = new Map<string, (NewEvent & CloudEvent)[]>();
  const states = new Map<string, unknown>();
  const handed = new Map<string, number>();
  const done = new Set<string>();

  function command(stream: string, id: string, type: string, data: unknown) {
    const key = `${stream}/${id}`;
    const noun = nouns[stream];
    const state = states.has(key) ? states.get(key) : noun.initial;
    const decided = noun.decide(state, { ...meta, id, type, data });
    if (isRefusal(decided)) return decided;
    const events = published.get(key) ?? [];
    for (const event of decided) {
      const recorded = { ...event, subject: key, sequence: events.length + 1, org: 'o' };
      events.push(recorded);
      states.set(key, noun.evolve(states.has(key) ? states.get(key) : state, recorded));
    }
    published.set(key, events);
    return undefined;
  }
  const waiting = () => [...published.keys()].filter((key) => (handed.get(key) ?? 0) < published.get(key)!.length);
  /** The next event of a stream, delivered twice: the second time its outcome is known. */
  function deliver(which: number) {
    const keys = waiting();
    if (keys.length === 0) return;
    const key = keys[which % keys.length]!;
    const at = handed.get(key) ?? 0;
    handed.set(key, at + 1);
    for (const _ of ['once', 'again']) {
      const requests = reactions
        .filter((r) => r.event === published.get(key)![at]!.type)
        .flatMap((r) => r.react(published.get(key)![at] as Recorded<JiangongEvent>, noRead) as CommandRequest[]);
      requests.forEach((request, ordinal) => {
        const cause = `${key}/${at}/${ordinal}`;
        if (done.has(cause)) return;
        done.add(cause);
        expect(
          command(request.stream, request.id, request.type, request.data),
          'a reaction is never refused',
        ).toBeUndefined();
      });
    }
  }
  return { command, deliver, waiting, published, states };
}

function rowOf<R extends object, E extends NewEvent>(view: View<R, E>, events: readonly CloudEvent[]): R | undefined {
  return events
    .filter((e): e is E & CloudEvent => view.events.includes(e.type))
    .reduce<R | undefined>((row, event) => view.apply(row, event), undefined);
}

test('places stay within the capacity, and both sides agree in the end', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.nat(50)), (steps: Step[], order) => {
      const w = world();
      capacities.forEach((capacity, n) => {
        const profile = { code: `s${n}`, name: `s${n}`, leader: 'p', employer: 'e', district: 'd', level: 'district' };
        w.command('studio', `s${n}`, 'register', { ...profile, trade: 't', offers: [], seeks: [], capacity });
        w.command('studio', `s${n}`, 'recognise', {});
      });
      const placesOf = (id: string) => (w.states.get(`studio/${id}`) as NonNullable<studio.State>).places;
      for (const s of steps) {
        if (s.type === 'deliver') w.deliver(s.which!);
        else w.command('alliance', s.id!, s.type, dataOf(s));
        capacities.forEach((capacity, n) => void expect(placesOf(`s${n}`).length).toBeLessThanOrEqual(capacity));
      }
      while (w.waiting().length > 0) w.deliver(order.next().value!);

      const held = studioIds.flatMap((id) => placesOf(id).map((p) => `${p.alliance} ${id}`));
      const known = allianceIds.flatMap((id) => {
        const state = w.states.get(`alliance/${id}`) as alliance.State;
        if (!state || state.status === 'dissolved') return [];
        expect(state.members.every((m) => m.place !== 'waiting')).toBe(true);
        expect(state.members.filter((m) => m.leading)).toHaveLength(1);
        return state.members.filter((m) => m.place === 'reserved').map((m) => `${id} ${m.studio}`);
      });
      expect(held.sort()).toEqual(known.sort());

      // The rows say the same as the rules.
      for (const id of studioIds)
        expect(rowOf(studios, w.published.get(`studio/${id}`)!)).toMatchObject({ places: placesOf(id) });
      for (const id of allianceIds) {
        const state = w.states.get(`alliance/${id}`) as alliance.State;
        const row = rowOf(alliances, w.published.get(`alliance/${id}`) ?? []);
        expect(row?.status).toBe(state?.status);
        const shown = row?.members.filter((m) => m.to === undefined).map((m) => `${m.studio} ${m.place}`);
        expect(shown?.sort()).toEqual(state?.members.map((m) => `${m.studio} ${m.place}`).sort());
      }
    }),
    { numRuns: 300 },
  );
});
