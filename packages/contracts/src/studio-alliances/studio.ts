// Events of innovation studios: who they are, what they offer and seek, and who holds their places.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, label, prose } from '../values.ts';

/** Which level of union or government recognises a studio. */
export const studioLevel = z.enum(['national', 'provincial', 'district', 'enterprise']);
/** A skill or a problem in the studio's own words, one phrase an entry. */
export const studioPhrase = z.string().min(1).max(60);
/** What a studio is, offers and seeks: what pairing reads. */
export const studioProfile = z.object({
  studio: id,
  /** The union's own code of the studio: what HR knows it by. */
  code,
  /** Public; usually named after the leader, but kept when the leader retires. */
  name: label,
  /** The leading worker, by person id. */
  leader: code,
  employer: label,
  district: label,
  level: studioLevel,
  trade: label,
  /** The supply, process or service chain the trade belongs to, and the place in it. */
  chain: label.optional(),
  stage: z.int().min(1).max(99).optional(),
  offers: z.array(studioPhrase).max(20),
  seeks: z.array(studioPhrase).max(20),
  /** How many alliances it takes. */
  capacity: z.int().min(0).max(99),
});
/** A studio's profile. */
export type StudioProfile = z.infer<typeof studioProfile>;
const example: StudioProfile = {
  studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08',
  code: 'GZS-05',
  name: '张杰创新工作室',
  leader: 'P-0005',
  employer: '北汽越野车',
  district: '顺义区',
  level: 'provincial',
  trade: '汽车装调',
  chain: '汽车制造',
  stage: 3,
  offers: ['整车装调', '异响诊断'],
  seeks: ['高强钢成形'],
  capacity: 2,
};
/** A studio is known from now on. */
export const studioRegistered = event('studio-registered', studioProfile, example);
/** The studio's profile reads otherwise. */
export const studioAmended = event('studio-amended', studioProfile, example);
/** Recognised, or confirmed again; also ends a suspension. */
export const studioRecognised = event('studio-recognised', z.object({ studio: id, from: businessDate }), {
  studio: example.studio,
  from: '2023-03-01',
});
/** A recognised studio was looked at again and stays recognised. */
export const studioConfirmed = event('studio-confirmed', z.object({ studio: id, from: businessDate, reason: prose }), {
  studio: example.studio,
  from: '2026-03-02',
  reason: '三年复核合格',
});
/** Another worker leads the studio. */
export const studioLeaderChanged = event(
  'studio-leader-changed',
  z.object({ studio: id, leader: code, name: label, from: businessDate, reason: prose }),
  { studio: example.studio, leader: 'P-0018', name: example.name, from: '2024-05-01', reason: '原带头人退休' },
);
/** The studio takes no new alliance until it is recognised again. */
export const studioSuspended = event('studio-suspended', z.object({ studio: id, from: businessDate, reason: prose }), {
  studio: example.studio,
  from: '2024-09-01',
  reason: '连续两年没有活动',
});

/** An alliance as the studios it holds a place in know it. */
export const placeHolder = z.object({ alliance: id, code, name: label });
const holder = { alliance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07', code: 'LM-03', name: '张杰—王保勇联盟' };
/** `request` counts an alliance's requests, so that a late answer is not taken for that of a newer one. */
const place = z.object({ studio: id, ...placeHolder.shape, request: z.int().min(1) });
/** The studio gives an alliance one of its places. */
export const placeReserved = event('place-reserved', place, { studio: example.studio, ...holder, request: 1 });
/** No place; `holders` are the alliances that have them. */
export const placeRefused = event(
  'place-refused',
  place.extend({ reason: z.enum(['full', 'not-recognised', 'suspended']), holders: z.array(placeHolder) }),
  {
    studio: example.studio,
    alliance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d17',
    code: 'LM-10',
    name: '张杰—赵郁联盟',
    request: 1,
    reason: 'full',
    holders: [holder],
  },
);
/** A place is free again. */
export const placeReleased = event('place-released', z.object({ studio: id, ...placeHolder.shape }), {
  studio: example.studio,
  ...holder,
});

/** Every event type of a studio. */
export const studioEvents = [
  studioRegistered,
  studioAmended,
  studioRecognised,
  studioConfirmed,
  studioLeaderChanged,
  studioSuspended,
  placeReserved,
  placeRefused,
  placeReleased,
] as const;
