// What the competitions service tells of persons and teams. Events carry a person's id only: name and employee number are the
// person's state, which can be erased.
import { z } from 'zod';
import { type EventOf, event } from '../event.ts';
import { businessDate, code, id, label } from '../values.ts';

/**
 * A person's state on `people.state.v1`.
 * @example
 * ```ts
 * personState.parse(personStateExample); // → { externalId: 'YG-10086', name: '张建国', role: '塔吊司机' }
 * ```
 */
export const personState = z.object({
  /** The employee number: what HR knows the person by. */
  externalId: code,
  name: label,
  /** What the person does: 岗位. */
  role: label.optional(),
});
/** What is personal of a person, and can be erased. */
export type PersonState = z.infer<typeof personState>;
/** A plausible person, for the documentation. */
export const personStateExample = { externalId: 'YG-10086', name: '张建国', role: '塔吊司机' };

/** Counts what HR said of the person: an older one changes nothing. */
const revision = z.int().min(0);
const placed = z.object({ person: id, unit: id, from: businessDate, revision });
const person = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31';
const unit = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01';
const placedExample = { person, unit, from: '2024-01-05', revision: 1 };

/** A person works in a unit from this day on. */
export const personRegistered = event('person-registered', placed, placedExample);
/** From then on the person works in another unit. */
export const personMoved = event('person-moved', placed, { ...placedExample, from: '2024-07-01', revision: 2 });
/** Name, role or first day are others; the unit is the same. */
export const personAmended = event('person-amended', placed, { ...placedExample, revision: 3 });
/** `to` is the last day. */
export const personLeft = event('person-left', z.object({ person: id, to: businessDate, revision }), {
  person,
  to: '2024-10-31',
  revision: 4,
});
/** Name and employee number are gone from every service; what the person was granted stays under the id. */
export const personErased = event('person-erased', z.object({ person: id }), { person });

/** A membership of a person in a team. */
export const teamMember = z.object({
  person: id,
  from: businessDate,
  /** The last day. */
  to: businessDate.optional(),
  substitute: z.boolean().optional(),
});
/** One membership of a team. */
export type TeamMember = z.infer<typeof teamMember>;
const team = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d32';
const teamHead = z.object({
  team: id,
  /** The union's own code. */
  code,
  name: label,
  shortName: z.string().min(1).max(20),
  unit: id.optional(),
});
const teamExample = { team, code: 'DW-01', name: '万泉寺项目塔吊青年突击队', shortName: '塔吊突击队', unit };
/** A team exists, with these members. */
export const teamFormed = event('team-formed', teamHead.extend({ members: z.array(teamMember).max(200) }), {
  ...teamExample,
  members: [{ person, from: '2024-01-05' }],
});
/** The team is called otherwise, or belongs to another unit. */
export const teamAmended = event('team-amended', teamHead, teamExample);
/** A person is a member from this day on. */
export const teamMemberJoined = event('team-member-joined', z.object({ team: id, member: teamMember }), {
  team,
  member: { person, from: '2024-03-01', substitute: true },
});
/** `from` says which membership ended, since a person may come back. */
export const teamMemberLeft = event(
  'team-member-left',
  z.object({ team: id, person: id, from: businessDate, to: businessDate }),
  { team, person, from: '2024-03-01', to: '2024-06-30' },
);
/** The team exists no longer; `to` is its last day. */
export const teamDissolved = event('team-dissolved', z.object({ team: id, to: businessDate }), {
  team,
  to: '2024-12-31',
});

/** Every event type of a person. */
export const personEvents = [personRegistered, personMoved, personAmended, personLeft, personErased] as const;
/** Every event type of a team. */
export const teamEvents = [teamFormed, teamAmended, teamMemberJoined, teamMemberLeft, teamDissolved] as const;
/** Any event of a person; narrow it by `type`. */
export type PersonEvent = EventOf<(typeof personEvents)[number]>;
/** Any event of a team; narrow it by `type`. */
export type TeamEvent = EventOf<(typeof teamEvents)[number]>;
