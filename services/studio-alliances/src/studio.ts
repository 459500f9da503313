// A studio: its profile, whether it is recognised, and who holds its places; a place is never given beyond the capacity.
import {
  type amendStudio,
  type CloudEvent,
  type Command,
  type EventNamed,
  fieldLabel,
  type listStudio,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { type Plaques, plaque, plaqued, type RemovePlaque, type SetPlaque } from './plaque.ts';

type Profile = EventNamed<'studio-registered'>['data'];
type Place = Omit<EventNamed<'place-reserved'>['data'], 'studio'>;
type Need = Omit<EventNamed<'studio-need-added'>['data'], 'studio'>;
type StudioCommand =
  | Command<'register', Omit<Profile, 'studio'>>
  | Command<'import', Omit<Profile, 'studio'> & { recognised?: true }>
  | Command<'amend', z.infer<typeof amendStudio>>
  | Command<'recognise', object>
  | Command<'confirm', { reason: string }>
  | Command<'change-leader', { leader: string; name?: string | undefined; reason: string }>
  | Command<'suspend', { reason: string }>
  | Command<'list', z.infer<typeof listStudio>>
  | Command<'unlist', object>
  | Command<'reserve', Place & { invitation?: string | undefined }>
  | Command<'release', Pick<Place, 'alliance'>>
  | Command<'add-need', Need>
  | Command<'remove-need', Pick<Need, 'need'>>
  | SetPlaque
  | RemovePlaque;
type StudioEvent = EventNamed<
  | 'studio-registered'
  | 'studio-amended'
  | 'studio-recognised'
  | 'studio-confirmed'
  | 'studio-leader-changed'
  | 'studio-suspended'
  | 'studio-listed'
  | 'studio-unlisted'
  | 'place-reserved'
  | 'place-refused'
  | 'place-released'
  | 'studio-need-added'
  | 'studio-need-removed'
  | 'plaque-conferred'
  | 'plaque-removed'
>;

export type State =
  | {
      /** The union whose studio it is. */
      org: string;
      profile: Profile;
      status: 'registered' | 'recognised' | 'suspended';
      places: Omit<Place, 'request'>[];
      plaques: Plaques;
      /** The needs that it seeks a partner for. */
      needs: string[];
      /** What the directory shows of it, if it is there. */
      shows?: EventNamed<'studio-listed'>['data']['shows'];
    }
  | undefined;
export const initial = undefined as State;

export function decide(studio: State, command: StudioCommand): StudioEvent[] | Refusal {
  const { id } = command;
  if (command.type === 'register') {
    if (studio) return refuse('already-exists', { what: studio.profile.name });
    return [{ type: 'studio-registered', data: { studio: id, ...command.data } }];
  }
  if (command.type === 'import') {
    const { recognised, ...listed } = command.data;
    const { name, code } = listed;
    const fields = studio ? differing(studio.profile, { studio: id, ...listed }) : [];
    // A list resumes nobody: who was suspended is recognised again by a person who says so.
    if (recognised && studio?.status === 'suspended') fields.push('status');
    if (fields.length)
      return refuse('studio-differs', {
        name,
        code,
        fields,
        fieldsZh: fields.map((field) => fieldLabel(field)?.[0] ?? field),
        fieldsEn: fields.map((field) => fieldLabel(field)?.[1] ?? field),
      });
    return [
      ...(studio ? [] : [{ type: 'studio-registered' as const, data: { studio: id, ...listed } }]),
      ...(recognised && studio?.status !== 'recognised' ? [recognisedFrom(id, command.businessDate)] : []),
    ];
  }
  // Awards and alliances may name studios nobody here knows: nothing to do for them, not-found for people.
  if (!studio) return fromReaction.has(command.type) ? [] : refuse('not-found', { what: id });
  switch (command.type) {
    case 'amend': {
      const amended = { ...studio.profile, ...command.data };
      const holders = studio.places;
      if (amended.capacity < holders.length)
        return refuse('capacity-below-places', {
          held: holders.length,
          holders: holders.map((h) => h.code),
          capacity: amended.capacity,
        });
      if (JSON.stringify(amended) === JSON.stringify(studio.profile)) return [];
      return [{ type: 'studio-amended', data: amended }];
    }
    case 'recognise':
      return [recognisedFrom(id, command.businessDate)];
    case 'confirm':
      if (studio.status !== 'recognised') return refuse('studio-not-recognised', { studios: [studio.profile.name] });
      return [
        { type: 'studio-confirmed', data: { studio: id, from: command.businessDate, reason: command.data.reason } },
      ];
    case 'change-leader': {
      const { leader, name = studio.profile.name, reason } = command.data;
      if (leader === studio.profile.leader && name === studio.profile.name) return [];
      return [
        { type: 'studio-leader-changed', data: { studio: id, leader, name, from: command.businessDate, reason } },
      ];
    }
    case 'suspend':
      if (studio.status === 'suspended') return [];
      return [
        { type: 'studio-suspended', data: { studio: id, from: command.businessDate, reason: command.data.reason } },
      ];
    case 'list': {
      const { shows } = command.data;
      if (studio.status !== 'recognised') return refuse('studio-not-recognised', { studios: [studio.profile.name] });
      if (JSON.stringify(shows) === JSON.stringify(studio.shows)) return [];
      return [{ type: 'studio-listed', data: { studio: id, shows } }];
    }
    case 'unlist':
      return studio.shows ? [{ type: 'studio-unlisted', data: { studio: id } }] : [];
    case 'reserve': {
      const { invitation, ...place } = command.data;
      if (studio.places.some((p) => p.alliance === place.alliance)) return [];
      // Another union gets a place only by an invitation that the studio's own accepted, and never learns who holds the others.
      const foreign = studio.org !== command.actor.org;
      const reason = foreign && !invitation ? ('not-recognised' as const) : obstacle(studio);
      const holders = foreign ? [] : studio.places;
      if (reason) return [{ type: 'place-refused', data: { studio: id, ...place, reason, holders } }];
      return [{ type: 'place-reserved', data: { studio: id, ...place } }];
    }
    case 'release': {
      const place = studio.places.find((p) => p.alliance === command.data.alliance);
      return place ? [{ type: 'place-released', data: { studio: id, ...place } }] : [];
    }
    case 'add-need':
      if (studio.needs.includes(command.data.need)) return [];
      return [{ type: 'studio-need-added', data: { studio: id, ...command.data } }];
    case 'remove-need': {
      const { need } = command.data;
      return studio.needs.includes(need) ? [{ type: 'studio-need-removed', data: { studio: id, need } }] : [];
    }
    case 'set-plaque':
    case 'remove-plaque':
      return plaque('studio', studio, command);
    default:
      return command satisfies never;
  }
}

const recognisedFrom = (studio: string, from: string): StudioEvent => ({
  type: 'studio-recognised',
  data: { studio, from },
});
const fieldsOf = Object.keys as (profile: Profile) => (keyof Profile)[];
/** What a list says otherwise than the register. */
function differing(known: Profile, listed: Profile): string[] {
  const fields = new Set([...fieldsOf(known), ...fieldsOf(listed)]);
  return [...fields].filter((field) => JSON.stringify(known[field]) !== JSON.stringify(listed[field]));
}

const fromReaction = new Set(['reserve', 'release', 'add-need', 'remove-need', 'set-plaque', 'remove-plaque']);

function obstacle(studio: NonNullable<State>) {
  if (studio.status === 'suspended') return 'suspended' as const;
  if (studio.status === 'registered') return 'not-recognised' as const;
  return studio.places.length >= studio.profile.capacity ? ('full' as const) : undefined;
}

export function evolve(studio: State, event: StudioEvent & Pick<CloudEvent, 'org'>): State {
  if (event.type === 'studio-registered')
    return { org: event.org, profile: event.data, status: 'registered', places: [], plaques: {}, needs: [] };
  if (!studio) throw new Error(`${event.type} before the studio was registered`);
  switch (event.type) {
    case 'studio-amended':
      return { ...studio, profile: event.data };
    case 'studio-recognised':
      return { ...studio, status: 'recognised' };
    case 'studio-leader-changed':
      return { ...studio, profile: { ...studio.profile, leader: event.data.leader, name: event.data.name } };
    case 'studio-suspended':
      return { ...studio, status: 'suspended' };
    case 'studio-listed':
      return { ...studio, shows: event.data.shows };
    case 'studio-unlisted': {
      const { shows: _, ...unlisted } = studio;
      return unlisted;
    }
    case 'place-reserved': {
      const { alliance, code, name } = event.data;
      return { ...studio, places: [...studio.places, { alliance, code, name }] };
    }
    case 'studio-confirmed':
    case 'place-refused':
      return studio;
    case 'place-released':
      return { ...studio, places: studio.places.filter((p) => p.alliance !== event.data.alliance) };
    case 'studio-need-added':
      return { ...studio, needs: [...studio.needs, event.data.need] };
    case 'studio-need-removed':
      return { ...studio, needs: studio.needs.filter((need) => need !== event.data.need) };
    case 'plaque-conferred':
    case 'plaque-removed':
      return { ...studio, plaques: plaqued(studio.plaques, event) };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const studioCommand = requestsOf<StudioCommand>('studio');
