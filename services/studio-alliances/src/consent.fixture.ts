// For tests: consent by a model of all orders: however unions invite, accept, decline, suspend and leave, and however late events arrive, no
// place of a studio is taken without the word of its own union.
import {
  type Actor,
  type CloudEvent,
  type CommandRequest,
  invitationId,
  isRefusal,
  type NewEvent,
  type Refusal,
} from '@jiangong/contracts';
import fc from 'fast-check';
import { expect } from 'vitest';
import * as alliance from './alliance.ts';
import * as invitation from './invitation.ts';
import { reactions } from './reactions.ts';
import * as studio from './studio.ts';

const STUDIOS = [
  ...[1, 2].map((n) => ({ id: `own-${n}`, org: 'ours' })),
  ...[1, 2].map((n) => ({ id: `foreign-${n}`, org: 'theirs' })),
];
const ALLIANCES = ['a', 'b'];
const DAY = 86_400_000;
// biome-ignore lint/suspicious/noExplicitAny: streams of three nouns in one table
export type Any = any;
const nouns: Record<string, Any> = { alliance, studio, invitation };
interface Line {
  state: Any;
  org: string;
  events: (NewEvent<string, Any> & { org: string; by: string })[];
  reacted: number;
}
type React = (event: CloudEvent) => readonly CommandRequest[];
export const real: React = (event) =>
  reactions
    .filter((reaction) => reaction.event === event.type)
    .flatMap(({ react }) => react(event as never, {} as never) as CommandRequest[]);
/** A planted bug: a studio of another union is given a place without waiting for its answer. */
export const hasty: React = (event) =>
  real(event).map((request) => {
    if (request.stream !== 'invitation' || request.type !== 'send') return request;
    const { studio, alliance, code, name, request: number } = request.data as Record<string, string>;
    return {
      ...request,
      stream: 'studio',
      id: studio!,
      type: 'reserve',
      data: { alliance, code, name, request: number, invitation: 'x' },
    };
  });

export function worldOf(react: React) {
  const lines = new Map<string, Line>();
  let now = Date.parse('2024-01-01T00:00:00Z');
  const lineOf = (stream: string, id: string) => lines.get(`${stream}/${id}`);
  function give(
    request: Pick<CommandRequest, 'stream' | 'id' | 'type' | 'data'>,
    org: string,
    system = false,
  ): Refusal | number {
    const { stream, id, type, data } = request;
    const noun = nouns[stream];
    const line = lineOf(stream, id) ?? { state: noun.initial, org, events: [], reacted: 0 };
    const actor: Actor = { sub: org, org, roles: ['organiser'], departments: [], units: [] };
    const owner = noun.owner?.(line.state) ?? line.org;
    if (!system && owner !== org && !noun.admits?.(line.state, actor)) return { refused: 'not-found' } as Refusal;
    const frame = { businessDate: '2024-01-01', now: new Date(now).toISOString(), actor };
    const decided: NewEvent[] | Refusal = noun.decide(line.state, { ...frame, type, id, data });
    if (isRefusal(decided)) return decided;
    for (const event of decided) {
      const recorded = { ...event, org: line.org, by: org };
      line.state = noun.evolve(line.state, recorded);
      line.events.push(recorded);
    }
    if (decided.length > 0) lines.set(`${stream}/${id}`, line);
    return decided.length;
  }
  /** What follows from the next event of one stream. */
  function deliver(line: Line): boolean {
    const event = line.events[line.reacted];
    if (!event) return false;
    line.reacted += 1;
    for (const request of react(event as unknown as CloudEvent)) give(request, event.org, true);
    return true;
  }
  for (const { id, org } of STUDIOS) {
    const profile = { code: id, name: id, leader: 'P', employer: id, district: 'd', level: 'district', trade: 't' };
    give({ stream: 'studio', id, type: 'register', data: { ...profile, offers: [], seeks: [], capacity: 1 } }, org);
    give({ stream: 'studio', id, type: 'recognise', data: {} }, org);
    give({ stream: 'studio', id, type: 'list', data: { shows: [] } }, org);
  }
  return {
    lines,
    give,
    lineOf,
    wait(days: number) {
      now += days * DAY;
    },
    deliver: (which: number) => deliver([...lines.values()][which % lines.size]!),
    settle() {
      while ([...lines.values()].some(deliver));
    },
    /** Deadlines that have passed. */
    lapse() {
      for (const { state } of lines.values())
        if (state?.lapsesAt && state.status === 'open' && Date.parse(state.lapsesAt) <= now)
          give(
            { stream: 'invitation', id: state.invitation, type: 'lapse', data: { request: state.request } },
            'ours',
            true,
          );
    },
  };
}
export type World = ReturnType<typeof worldOf>;

const index = (most: number) => fc.nat({ max: most - 1 });
export const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...[
        'propose',
        'propose',
        'join',
        'leave',
        'leave',
        'dissolve',
        'approve',
        'accept',
        'accept',
        'accept',
        'decline',
      ],
      ...['suspend', 'recognise', 'recognise', 'list', 'unlist', 'wait', 'lapse'],
      ...['deliver', 'deliver', 'deliver', 'deliver', 'deliver', 'deliver', 'deliver', 'settle', 'settle'],
    ),
    who: fc.constantFrom('ours', 'theirs', 'theirs', 'strangers'),
    a: index(ALLIANCES.length),
    s: index(STUDIOS.length),
    other: index(STUDIOS.length),
    stream: fc.nat(),
  }),
  { minLength: 30, maxLength: 60, size: 'max' },
);
type Step = (typeof steps extends fc.Arbitrary<infer T> ? T : never)[number];

/** As the routes do: own studios, and those that another union shows. */
function memberOf(world: World, id: string, org: string) {
  const { state, org: union } = world.lineOf('studio', id)!;
  if (union !== org && !(state.shows && state.status === 'recognised')) return undefined;
  return { studio: id, code: id, name: id, employer: id, ...(union === org ? {} : { union }) };
}
export function take(world: World, { kind, who, a, s, other, stream }: Step) {
  const [id, chosen, second] = [ALLIANCES[a]!, STUDIOS[s]!, STUDIOS[other]!];
  const to = (noun: string, on: string, type: string, data: object = {}, by = who) =>
    world.give({ stream: noun, id: on, type, data }, by);
  switch (kind) {
    case 'propose': {
      const members = [chosen, second].map((each) => memberOf(world, each.id, 'ours'));
      if (chosen === second || members.includes(undefined)) return;
      const led = members.map((m, at) => ({ ...m, leading: at === 0 }));
      return to('alliance', id, 'propose', { code: id, name: id, shortName: id, members: led }, 'ours');
    }
    case 'join': {
      const member = memberOf(world, chosen.id, 'ours');
      return member && to('alliance', id, 'join', { member });
    }
    case 'leave':
      return to('alliance', id, 'leave', { studio: chosen.id, reason: '退', successor: second.id });
    case 'dissolve':
      return to('alliance', id, 'dissolve', { reason: '散' });
    case 'approve':
      return to('alliance', id, 'approve', { form: 'linked', reason: '链', agreement: '一' });
    case 'accept':
    case 'decline': {
      const sent = [...world.lines.values()].flatMap(({ state }) => state?.invitation ?? []);
      const invitation = sent[stream % sent.length] ?? invitationId(id, chosen.id);
      return to('invitation', invitation, kind, kind === 'decline' ? { reason: '忙' } : {});
    }
    case 'suspend':
      return to('studio', chosen.id, 'suspend', { reason: '停' });
    case 'recognise':
    case 'unlist':
      return to('studio', chosen.id, kind);
    case 'list':
      return to('studio', chosen.id, 'list', { shows: ['offers'] });
    case 'wait':
      return world.wait(20);
    case 'lapse':
      return world.lapse();
    case 'deliver':
      return world.deliver(stream);
    default:
      return world.settle();
  }
}

function taken(world: World) {
  for (const { id, org } of STUDIOS) {
    const { state, events } = world.lineOf('studio', id)!;
    expect(state.places.length).toBeLessThanOrEqual(1);
    for (const { type, data } of events) {
      if (type !== 'place-reserved' || org === 'ours') continue;
      const answers = world.lineOf('invitation', invitationId(data.alliance, id))?.events ?? [];
      const word = answers.find((e) => e.type === 'invitation-accepted' && e.data.request === data.request);
      expect(word?.by, `${id} in ${data.alliance} without a word`).toBe('theirs');
    }
  }
}
function settled(world: World) {
  for (const id of ALLIANCES) {
    const { state } = world.lineOf('alliance', id) ?? {};
    for (const studio of STUDIOS) {
      const holds = world.lineOf('studio', studio.id)!.state.places.some((p: Any) => p.alliance === id);
      const member =
        state?.status === 'dissolved' ? undefined : state?.members.find((m: Any) => m.studio === studio.id);
      expect([id, studio.id, holds]).toEqual([id, studio.id, member?.place === 'reserved']);
      const invited = world.lineOf('invitation', invitationId(id, studio.id))?.state;
      const isOpen = invited?.status === 'open' && invited.request === member?.request;
      expect([id, studio.id, member?.place === 'waiting']).toEqual([id, studio.id, isOpen]);
    }
  }
}
export const holdsFor = (react: React) =>
  fc.property(steps, (all) => {
    const world = worldOf(react);
    for (const step of all) {
      take(world, step);
      taken(world);
    }
    world.settle();
    taken(world);
    settled(world);
  });
